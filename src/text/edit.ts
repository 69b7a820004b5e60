import type { Range } from './range.js'

/** Replaces the text of `range` by `text`; an empty range inserts. */
export interface TextEdit {
  readonly range: Range
  readonly text: string
}

/** Edits sorted by their place. */
export function inOrder(edits: readonly TextEdit[]): TextEdit[] {
  return edits.toSorted((a, b) => a.range[0] - b.range[0] || a.range[1] - b.range[1])
}

/**
 * Applies edits that were all made against the same text.
 * @throws RangeError when two of them overlap, or one reaches outside the text.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = ''
  let at = 0
  for (const { range, text: replacement } of inOrder(edits)) {
    const [start, end] = range
    if (start < at || end < start || end > text.length)
      throw new RangeError(`edit ${start}–${end} overlaps another or lies outside the text`)
    result += text.slice(at, start) + replacement
    at = end
  }
  return result + text.slice(at)
}
