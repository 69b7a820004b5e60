import jsonSchema from '../../../schemas/schema.schema.json' with { type: 'json' }
import type { ExitCode, Io } from '../process/io.js'
import { schemaText } from '../run/settings.js'

/** Prints the file of a schema, comments included: the one that is named, else the one that the current folder uses. */
export function printSchema(name: string | undefined, io: Io): ExitCode {
  io.stdout.write(schemaText(name, io.cwd()))
  return 0
}

/** Prints the JSON Schema of schemas, for editors. */
export function printSchemaSchema(io: Io): ExitCode {
  io.stdout.write(`${JSON.stringify(jsonSchema, null, 2)}\n`)
  return 0
}
