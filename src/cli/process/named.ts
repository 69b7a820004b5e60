import { SourceError } from '../../source/read.js'
import { UsageError } from './io.js'

/**
 * Does what an option asks for with a file.
 * @param option as it was given, with the name of the file
 * @throws UsageError that says so, where the file cannot be read or written
 */
export function named<T>(option: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof SourceError)) throw error
    throw new UsageError(`${option}${error.line === undefined ? '' : `:${error.line}`}: ${error.message}`)
  }
}
