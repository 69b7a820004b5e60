import type { Range } from '../../text/range.js'
import { openingBrace } from './opening.js'

/**
 * Finds front matter in JSON, which Hugo supports.
 * @param longest how many characters it may have
 * @returns its range with the braces; if it is not closed, the range of the opening brace
 */
export function jsonFrontMatter(text: string, longest: number): Range | null {
  const start = openingBrace(text)
  return start === null ? null : [start, endOfObject(text.slice(0, start + longest), start) ?? start + 1]
}

function endOfObject(text: string, start: number): number | null {
  let depth = 0
  let isText = false
  for (let at = start; at < text.length; at++) {
    const sign = text[at]
    if (sign === '"') isText = !isText
    else if (isText && sign === '\\') at++
    else if (!isText && sign === '{') depth++
    else if (!isText && sign === '}' && --depth === 0) return at + 1
  }
  return null
}
