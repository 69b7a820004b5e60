import type { Range } from '../text/range.js'

/** The opening of a box, `{{% notice warning %}}`, and white space up to the line in it. */
const OPENING = /\{\{[%<]\s*notice\b[^\n]{0,200}?[%>]\}\}[ \t]*\r?\n\s*$/
/** The rest of a line in a box, at most 20 further lines, and the end of the box. */
const CLOSING = /^[^\S\n]*(?:\r?\n[^\n]*){0,20}?\{\{[%<]\s*\/notice\s*[%>]\}\}/

/** In characters: the text before and after a line that is searched for the opening and the end of a box. */
const MAX_OPENING = 400
const MAX_BOX = 4000

/**
 * The range of the box `{{% notice %}}` of which a line is the first one; null if there is no box, or if a line in it is no leftover.
 * @param line its range in the text
 */
export function noticeBoxAround(
  [start, end]: Range,
  text: string,
  isLeftover: (line: string) => boolean,
): Range | null {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1
  const opening = OPENING.exec(text.slice(Math.max(0, lineStart - MAX_OPENING), lineStart))?.[0]
  const closing = CLOSING.exec(text.slice(end, end + MAX_BOX))?.[0]
  if (opening === undefined || closing === undefined) return null
  const inside = text.slice(start, end + closing.lastIndexOf('{{'))
  if (!inside.split(/\r?\n/).every((line) => line.trim() === '' || isLeftover(line))) return null
  return [lineStart - opening.length, end + closing.length]
}
