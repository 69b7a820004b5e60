import { cut } from '../../text/cut.js'
import { indexLines } from '../../text/lines.js'
import { AROUND, type Text } from './page-data.js'
import type { Texts } from './texts.js'

/** A longer line is cut. */
export const LONGEST = 1500
/** A line that is only beside a place is cut sooner than one that is pointed at. */
const LONGEST_ASIDE = 160

/** Gathers the lines of one report that are to be shown. */
export interface Excerpts {
  /** A place, with the lines around it. Lines are 1-based, both ends included. */
  show(first: number, last: number): void
  /** Lines whole, without those around them. */
  showWhole(first: number, last: number): void
  /** In order, as runs that follow one another without a gap. */
  runs(texts: Texts): [first: number, ...texts: Text[]][]
}

/** @param text of the report; null where it is not at hand: then nothing is shown */
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
      for (let line = first - AROUND; line < first; line++) add(line, 'aside')
      for (let line = last + 1; line <= last + AROUND; line++) add(line, 'aside')
    },
    runs(texts) {
      const runs: [number, ...Text[]][] = []
      let next = 0
      for (const [line, how] of [...wanted].sort(([a], [b]) => a - b)) {
        const shown = cut((text as string).slice(...lines.range(line)), how === 'whole' ? LONGEST : LONGEST_ASIDE)
        const run = runs.at(-1)
        if (run && line === next) run.push(texts.numberOf(shown))
        else runs.push([line, texts.numberOf(shown)])
        next = line + 1
      }
      return runs
    },
  }
}
