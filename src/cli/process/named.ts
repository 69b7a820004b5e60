import { shortened } from '../../source/path.js'
import { SourceError } from '../../source/read.js'
import { UsageError } from './io.js'

/**
 * Does something with a file that the user named, or is to find by its name.
 * @param name what errors call it: an option with its value, or the file
 * @throws UsageError that names it, where the file cannot be read or written
 */
export function named<T>(name: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof SourceError)) throw error
    throw new UsageError(`${name}${error.line === undefined ? '' : `:${error.line}`}: ${error.message}`)
  }
}

/**
 * Does something with files that nobody named.
 * @throws SourceError that calls them as they are called from a folder
 */
export function called<T>(cwd: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof SourceError)) throw error
    throw new SourceError(error.message, shortened(error.path, cwd), error.line)
  }
}
