import { nearest } from '../../text/nearest.js'
import { UsageError } from './io.js'

/**
 * The error for an unknown name: it suggests the nearest known name, if one is similar, and says where all are listed.
 * @param where a sentence that lists them, or says which command does
 */
export function unknownName(kind: string, name: string, known: readonly string[], where: string): UsageError {
  const near = nearest(name, known)
  return new UsageError(`unknown ${kind} “${name}”. ${near ? `Did you mean “${near}”? ` : ''}${where}`)
}
