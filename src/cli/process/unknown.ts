import { nearest } from '../../text/nearest.js'
import { UsageError } from './io.js'

/**
 * The error for a name that does not exist: it says which one is nearest, where one is near, and where they are all to be seen.
 * @param where a sentence that lists them, or says what does
 */
export function unknown(kind: string, name: string, known: readonly string[], where: string): UsageError {
  const near = nearest(name, known)
  return new UsageError(`unknown ${kind} “${name}”. ${near ? `Did you mean “${near}”? ` : ''}${where}`)
}
