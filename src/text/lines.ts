import type { Range } from './range.js'

/** A place as people read it: line and column are 1-based, and the column counts UTF-16 units. */
export interface Place {
  readonly line: number
  readonly column: number
}

/** Where the lines of a text begin and end. LF, CRLF and a lone CR end a line; a file may mix them. */
export interface Lines {
  /** The number of lines; the text `a\n` has two, the second of which is empty. */
  readonly count: number
  /** The place of an offset. An offset past the end counts as the end. */
  place(offset: number): Place
  /** The span of a 1-based line without its line end. */
  range(line: number): Range
  /** The offset after the line end of a 1-based line: where the next line starts, or the end of the text. */
  after(line: number): number
}

/** Indexes the lines of a text in a single pass; every look-up is then a binary search. */
export function indexLines(text: string): Lines {
  const starts = [0]
  const eol = /\r\n|\n|\r/g
  while (eol.test(text)) starts.push(eol.lastIndex)
  const startOf = (line: number): number => starts[line - 1] ?? text.length

  return {
    count: starts.length,
    place(offset) {
      const at = Math.max(0, Math.min(offset, text.length))
      let low = 0
      let high = starts.length - 1
      while (low < high) {
        const middle = (low + high + 1) >> 1
        if (startOf(middle + 1) <= at) low = middle
        else high = middle - 1
      }
      return { line: low + 1, column: at - startOf(low + 1) + 1 }
    },
    range(line) {
      let end = startOf(line + 1)
      if (line < starts.length) end -= text.startsWith('\r\n', end - 2) ? 2 : 1
      return [startOf(line), end]
    },
    after: (line) => startOf(line + 1),
  }
}

/** The line end that most lines of a text use; LF if it has none. */
export function lineEnd(text: string): '\n' | '\r\n' {
  const crlf = text.split('\r\n').length - 1
  const lf = text.split('\n').length - 1
  return crlf * 2 > lf ? '\r\n' : '\n'
}
