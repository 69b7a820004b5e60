import { matchesAt } from '../text/sticky.js'

/** A heading, which ends anything before it except code and raw HTML. */
const HEADING = /#{1,6}(?:[ \t\r\n]|$)/y
const HASH = '#'.charCodeAt(0)
/** White space, line ends, a list item (which may continue a list), and a byte order mark. */
const GOES_ON = /[ \t\r\n\ufeff]|[-+*](?:[ \t\r\n]|$)|\d{1,9}[.)]/y
const MAY_GO_ON = new Set(Array.from(' \t\r\n\ufeff-+*0123456789', (character) => character.charCodeAt(0)))

/**
 * Whether all paragraphs, lists and quotations end before a line, because it has a heading at its margin or, after a blank line,
 * anything that is not a list item. Code blocks and raw HTML may continue.
 * @param start the offset of the line, within the text
 */
export function startsAnew(text: string, start: number, isAfterBlank: boolean): boolean {
  const code = text.charCodeAt(start)
  if (code === HASH && matchesAt(HEADING, text, start)) return true
  return isAfterBlank && !(MAY_GO_ON.has(code) && matchesAt(GOES_ON, text, start))
}
