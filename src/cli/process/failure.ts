import { SchemaError } from '../../schema/load.js'
import { ConfigError } from '../../source/checked-yaml.js'
import { shortened } from '../../source/path.js'
import { SourceError } from '../../source/read.js'
import { UsageError } from './io.js'

/**
 * An error in one line for people: where, what, what to do. Configurations and schemas are looked up by absolute paths, and
 * named from the current folder.
 * @returns null for an error that nobody foresaw
 */
export function failureLine(error: unknown, cwd: string): string | null {
  if (error instanceof UsageError) return error.message
  if (error instanceof SourceError) return at(error.path, error)
  if (error instanceof ConfigError || error instanceof SchemaError) return at(shortened(error.path, cwd), error)
  return null
}

function at(path: string, { line, message }: { readonly line?: number | undefined; readonly message: string }): string {
  return `${path}${line === undefined ? '' : `:${line}`}: ${message}`
}
