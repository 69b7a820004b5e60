import { builtInSchemas } from '../schema/load.js'
import { nearest } from '../text/nearest.js'
import { type ExitCode, type Io, UsageError } from './io.js'

/** Prints the file of a built-in schema, comments included. */
export function printSchema(name: string, io: Io): ExitCode {
  const text = builtInSchemas[name]
  if (text === undefined) {
    const names = Object.keys(builtInSchemas)
    const near = nearest(name, names)
    throw new UsageError(
      `unknown schema “${name}”, expected ${names.join(' or ')}${near ? `. Did you mean “${near}”?` : ''}`,
    )
  }
  io.stdout.write(text)
  return 0
}
