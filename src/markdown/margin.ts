/** A heading ends whatever it comes after, but for code and raw HTML. */
const HEADING = /#{1,6}(?:[ \t\r\n]|$)/y
const HASH = '#'.charCodeAt(0)
/** Blanks, line ends, an item, which may go on with a list, and a byte order mark. */
const GOES_ON = /[ \t\r\n\ufeff]|[-+*](?:[ \t\r\n]|$)|\d{1,9}[.)]/y
const MAY_GO_ON = new Set(Array.from(' \t\r\n\ufeff-+*0123456789', (character) => character.charCodeAt(0)))

/**
 * Whether all paragraphs, lists and quotations end before a line, by what stands at its margin: a heading, or after a blank
 * line anything that is no item. Code blocks and raw HTML may go on.
 * @param start the offset of the line, within the text
 */
export function startsAnew(text: string, start: number, isAfterBlank: boolean): boolean {
  const code = text.charCodeAt(start)
  if (code === HASH && opens(HEADING, text, start)) return true
  return isAfterBlank && !(MAY_GO_ON.has(code) && opens(GOES_ON, text, start))
}

/** Whether a sticky expression matches at an offset. */
export function opens(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at
  return pattern.test(text)
}
