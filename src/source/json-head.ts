import type { Range } from '../text/range.js'

/** Where a head may open, and a first key: a text in braces is none. */
const OPENING = /^\uFEFF?(?:[ \t]{0,80}(?:\r\n|\n|\r)){0,50}\{(?=\s{0,80}")/

/**
 * Finds a head in JSON, which Hugo reads.
 * @param longest how many characters it may have
 * @returns its span, braces included; of one that is not closed, the opening brace
 */
export function jsonHead(text: string, longest: number): Range | null {
  const opening = OPENING.exec(text)
  if (!opening) return null
  const start = opening[0].length - 1
  return [start, endOfObject(text.slice(0, start + longest), start) ?? start + 1]
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
