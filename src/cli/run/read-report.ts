import { extname } from 'node:path'
import { readSource, SourceError } from '../../source/read.js'

/** What names end with, of files that are neither Markdown nor plain text. “Event 4.2” has no ending. */
const OTHER = /^\.(?!(?:md|markdown|mdown|mkdn?|mdwn|mdx|qmd|rmd|txt|text)$)\p{L}/iu

/**
 * The text of a report; errors name the file as the user does.
 * @throws SourceError for a file that cannot be read, holds nothing, or is something else by its name: what stands in a
 *   configuration or a page of HTML is no report that lacks its sections
 */
export function readReport(path: string, absolute: string): string {
  if (OTHER.test(extname(path)))
    throw new SourceError('this is no Markdown by its name, expected .md, .markdown or .txt', path)
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
