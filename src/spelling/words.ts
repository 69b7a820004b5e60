import { MASK } from '../text/mask.js'
import type { Range } from '../text/range.js'

/** A run of letters in prose. */
export interface Word {
  readonly text: string
  readonly range: Range
  /** The text between the previous word of the range and this one; null for the first word. */
  readonly gap: string | null
  /** Whether it is part of something that is not checked: a file name, an address, a key, a number, a longer word. */
  readonly glued: boolean
}

type Span = readonly [first: string, last: string]

// Latin letters and their marks. Classes of all the world's letters (\p{L}) take the engine milliseconds to prepare.
const LETTERS: readonly Span[] = [
  ['A', 'Z'],
  ['a', 'z'],
  ['À', 'Ö'],
  ['Ø', 'ö'],
  ['ø', 'ɏ'],
  ['Ḁ', 'ỿ'],
  ['\u0300', '\u036f'],
]
/** The characters of a word: also digits, `_` and the mask of shortcodes. */
const WORD_SIGNS: readonly Span[] = [...LETTERS, ['0', '9'], ['_', '_'], [MASK, MASK]]

/** For each code unit whether it is part of a word: 1 or 0. */
export const IN_WORD = new Uint8Array(0x10000)
for (const [first, last] of WORD_SIGNS) IN_WORD.fill(1, first.charCodeAt(0), last.charCodeAt(0) + 1)

const classOf = (spans: readonly Span[]): string => spans.map(([first, last]) => `${first}-${last}`).join('')
const LETTER = classOf(LETTERS)
const WORD = new RegExp(`[${classOf(WORD_SIGNS)}]+`, 'g')
const CONTRACTED = new RegExp(`^['’](?!s(?![${LETTER}\\d]))[${LETTER}\\d]`)
/** Signs of technical names rather than prose: paths, keys, variables, addresses, numbers; and invisible signs, which break words in two. */
const TECHNICAL = new RegExp(
  `[_@=\\\\$#<>{}~^|%&;\\d${MASK}\\xad\\u200b\\u2060]|[${LETTER}][.:(][${LETTER}]|/[^/]{0,80}/|-[^-]{0,80}-[^-]{0,80}-`,
)
const PART_OF_A_WORD = new RegExp(`[${LETTER}\\d${MASK}]`)
/** In characters: a longer run without blanks is not prose. */
const LONGEST_CHUNK = 200

/** The texts of the words in a range of prose, in order. */
export function wordTexts(text: string, [start, end]: Range): readonly string[] {
  return text.slice(start, end).match(WORD) ?? []
}

/** The word, or the part of it from `start` on, that ends at the offset `end`; empty without one. */
export function wordEndingAt(text: string, start: number, end: number): string {
  let from = end
  while (from > start && IN_WORD[text.charCodeAt(from - 1)] === 1) from--
  return text.slice(from, end)
}

/** The word, or the part of it up to `end`, that begins at the offset `start`; empty without one. */
export function wordBeginningAt(text: string, start: number, end: number): string {
  let to = start
  while (to < end && IN_WORD[text.charCodeAt(to)] === 1) to++
  return text.slice(start, to)
}

/** The words in a range of prose, in order. */
export function wordsOf(text: string, [start, end]: Range): Word[] {
  const span = text.slice(start, end)
  const isPlain = !TECHNICAL.test(span)
  const words: Word[] = []
  let last = -1
  let chunkEnd = 0
  let technical = false
  for (const { index, 0: word } of span.matchAll(WORD)) {
    const after = index + word.length
    if (!isPlain && index >= chunkEnd) {
      const chunk = chunkAt(span, index)
      chunkEnd = chunk[1]
      technical = chunk[1] - chunk[0] > LONGEST_CHUNK || TECHNICAL.test(span.slice(...chunk))
    }
    words.push({
      text: word,
      range: [start + index, start + after],
      gap: last < 0 ? null : span.slice(last, index),
      glued:
        technical ||
        isContracted(span, after) ||
        (index === 0 && goesOn(text, start, -1)) ||
        (after === span.length && goesOn(text, end, 1)),
    })
    last = after
  }
  return words
}

/** The range around an offset up to the nearest blanks. */
function chunkAt(span: string, offset: number): Range {
  let start = offset
  let end = offset
  while (start > 0 && !/\s/.test(span[start - 1] as string)) start--
  while (end < span.length && !/\s/.test(span[end] as string)) end++
  return [start, end]
}

/** Whether a word is the start of a contraction: `don’t` and `we’re` are not checked, `Amazon` in `Amazon’s` is. */
function isContracted(span: string, after: number): boolean {
  const mark = span[after]
  return (mark === "'" || mark === '’') && CONTRACTED.test(span.slice(after, after + 3))
}

/** Whether a word continues beyond marks of emphasis: `**D**evOps` is one word. @param step 1 to look after `at`, -1 before it */
function goesOn(text: string, at: number, step: 1 | -1): boolean {
  let next = step === 1 ? at : at - 1
  while ('*_~`'.includes(text[next] ?? ' ')) next += step
  return PART_OF_A_WORD.test(text[next] ?? ' ')
}
