import { readSource, SourceError } from '../../source/read.js'

/**
 * Reads the text of a report; errors name the file as the user does.
 * @throws SourceError for a file that cannot be read, or is empty
 */
export function readReport(path: string, absolute: string): string {
  const text = textAt(absolute, path)
  if (text.trim() === '') throw new SourceError('the file is empty, expected a report', path, 1)
  return text
}

function textAt(absolute: string, path: string): string {
  try {
    return readSource(absolute).text
  } catch (error) {
    throw error instanceof SourceError ? new SourceError(error.message, path, error.line) : error
  }
}
