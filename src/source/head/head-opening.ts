import type { Range } from '../../text/range.js'

/** The line that a head in YAML or TOML opens with. */
export interface HeadOpening {
  readonly fence: '---' | '+++'
  /** A word after the fence (`---js`). */
  readonly language: string | null
  /** From the fence to the end of its line. */
  readonly range: Range
}

/** Hugo allows a byte order mark and blank lines above a head. */
const ABOVE = /^\uFEFF?(?:[ \t]{0,80}(?:\r\n|\n|\r)){0,50}/
const FENCE = /(---|\+\+\+)[ \t]*(?:([A-Za-z][\w+.-]*)[ \t]*)?(?=\r|\n|$)/y
/** Before a first key: a text in braces is no head. */
const BRACE = /\{(?=\s{0,80}")/y

/** @returns null where the text opens with no fence of its own line */
export function headOpening(text: string): HeadOpening | null {
  const start = behindBlanks(text)
  FENCE.lastIndex = start
  const [line = '', fence, language = null] = FENCE.exec(text) ?? []
  return fence === '---' || fence === '+++' ? { fence, language, range: [start, start + line.length] } : null
}

/** The offset of the brace that a head in JSON opens with; null where the text opens with none. */
export function openingBrace(text: string): number | null {
  const start = behindBlanks(text)
  BRACE.lastIndex = start
  return BRACE.test(text) ? start : null
}

function behindBlanks(text: string): number {
  return ABOVE.exec(text)?.[0].length ?? 0
}
