import { SchemaError } from '../../schema/load.js'
import { ConfigError } from '../../source/checked-yaml.js'
import { shortened } from '../../source/path.js'
import { SourceError } from '../../source/read.js'
import { UsageError } from './io.js'

/**
 * An error in one line for people: where, what, what to do. Paths of configurations and schemas are absolute in errors, and are shown
 * relative to the current folder.
 * @returns null for an unexpected error
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
