import jsonSchema from '../../../schemas/schema.schema.json' with { type: 'json' }
import type { ExitCode, Io } from '../process/io.js'
import { schemaText } from '../run/settings.js'

/** Prints a schema, with its comments: the named one, or else the one that applies in the current folder. */
export function printSchema(name: string | undefined, io: Io): ExitCode {
  io.stdout.write(schemaText(name, io.cwd()))
  return 0
}

/** Prints the JSON Schema of schemas, for editors. */
export function printSchemaSchema(io: Io): ExitCode {
  io.stdout.write(`${JSON.stringify(jsonSchema, null, 2)}\n`)
  return 0
}
