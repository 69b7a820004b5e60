import { cut } from '../../text/cut.js'
import { indexLines } from '../../text/lines.js'
import { CONTEXT_LINES, type Text } from './page-data.js'
import type { Texts } from './texts.js'

/** A line of a finding is cut after this many UTF-16 units. */
export const MAX_LINE_LENGTH = 1500
/** The same for a line that is only shown as context. */
const MAX_CONTEXT_LENGTH = 160

/** Collects the lines of one report that the page shows. */
export interface Excerpts {
  /** Adds some lines, with the lines around them. Lines are 1-based, both ends included. */
  show(first: number, last: number): void
  /** Adds some lines without the lines around them. */
  showWhole(first: number, last: number): void
  /** The collected lines in order, as runs of consecutive lines. */
  runs(texts: Texts): [first: number, ...texts: Text[]][]
}

/** @param text of the report; null if it is not available: then there are no lines */
export function excerptsOf(text: string | null): Excerpts {
  const lines = indexLines(text ?? '')
  const wanted = new Map<number, 'whole' | 'aside'>()
  const add = (line: number, how: 'whole' | 'aside'): void => {
    if (text === null || line < 1 || line > lines.count) return
    if (how === 'whole' || !wanted.has(line)) wanted.set(line, how)
  }
  const showWhole = (first: number, last: number): void => {
    for (let line = first; line <= last; line++) add(line, 'whole')
  }
  return {
    showWhole,
    show(first, last) {
      showWhole(first, last)
      for (let line = first - CONTEXT_LINES; line < first; line++) add(line, 'aside')
      for (let line = last + 1; line <= last + CONTEXT_LINES; line++) add(line, 'aside')
    },
    runs(texts) {
      const runs: [number, ...Text[]][] = []
      let next = 0
      for (const [line, how] of [...wanted].sort(([a], [b]) => a - b)) {
        const shown = cut(
          (text as string).slice(...lines.range(line)),
          how === 'whole' ? MAX_LINE_LENGTH : MAX_CONTEXT_LENGTH,
        )
        const run = runs.at(-1)
        if (run && line === next) run.push(texts.numberOf(shown))
        else runs.push([line, texts.numberOf(shown)])
        next = line + 1
      }
      return runs
    },
  }
}
