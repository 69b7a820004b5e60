import { nearest } from '../text/nearest.js'
import { UsageError } from './io.js'

/** The error for a name that does not exist: it says the nearest that does, or all of them where they are few. */
export function unknown(kind: string, name: string, known: readonly string[], where: string): UsageError {
  const near = nearest(name, known)
  return new UsageError(`unknown ${kind} “${name}”. ${near ? `Did you mean “${near}”? ` : ''}${where}`)
}
