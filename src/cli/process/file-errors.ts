import { shortened } from '../../source/path.js'
import { SourceError } from '../../source/read.js'
import { UsageError } from './io.js'

/**
 * Works on a file that the user named, or that is found by its name.
 * @param name how errors refer to it: an option with its value, or the file
 * @throws UsageError that mentions the name, if the file cannot be read or written
 */
export function withFileName<T>(name: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof SourceError)) throw error
    throw new UsageError(`${name}${error.line === undefined ? '' : `:${error.line}`}: ${error.message}`)
  }
}

/**
 * Works on files that the user did not name.
 * @throws SourceError with a path relative to `cwd` where that is shorter
 */
export function withShortPaths<T>(cwd: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof SourceError)) throw error
    throw new SourceError(error.message, shortened(error.path, cwd), error.line)
  }
}
