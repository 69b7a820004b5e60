import type { Range } from '../../text/range.js'

/** The opening line of front matter in YAML or TOML. */
export interface FrontMatterOpening {
  readonly fence: '---' | '+++'
  /** A word after the fence (`---js`). */
  readonly language: string | null
  /** From the fence to the end of its line. */
  readonly range: Range
}

/** Hugo allows a byte order mark and blank lines before front matter. */
const ABOVE = /^\uFEFF?(?:[ \t]{0,80}(?:\r\n|\n|\r)){0,50}/
const FENCE = /(---|\+\+\+)[ \t]*(?:([A-Za-z][\w+.-]*)[ \t]*)?(?=\r|\n|$)/y
/** A brace before a first key: other text in braces is not front matter. */
const BRACE = /\{(?=\s{0,80}")/y

/** @returns null if the text does not begin with a fence on its own line */
export function frontMatterOpening(text: string): FrontMatterOpening | null {
  const start = behindBlanks(text)
  FENCE.lastIndex = start
  const [line = '', fence, language = null] = FENCE.exec(text) ?? []
  return fence === '---' || fence === '+++' ? { fence, language, range: [start, start + line.length] } : null
}

/** The offset of the opening brace of front matter in JSON; null if the text does not begin with one. */
export function openingBrace(text: string): number | null {
  const start = behindBlanks(text)
  BRACE.lastIndex = start
  return BRACE.test(text) ? start : null
}

function behindBlanks(text: string): number {
  return ABOVE.exec(text)?.[0].length ?? 0
}
