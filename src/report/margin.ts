/** A heading ends whatever it comes after, but for code and raw HTML. */
const HEADING = /#{1,6}(?:[ \t\r\n]|$)/y
/** Neither a blank, nor what may be the mark of an item, which may go on with a list, nor a byte order mark. */
const BLOCK = /[^ \t\r\n\d*+\-\ufeff]/y

/**
 * Whether all paragraphs, lists and quotations end before a line, by what stands at its margin: a heading, or after a blank
 * line anything that is no item. Code blocks and raw HTML may go on.
 * @param start the offset of the line
 */
export function startsAnew(text: string, start: number, isAfterBlank: boolean): boolean {
  return opens(HEADING, text, start) || (isAfterBlank && opens(BLOCK, text, start))
}

/** Whether a sticky expression matches at an offset. */
export function opens(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at
  return pattern.test(text)
}
