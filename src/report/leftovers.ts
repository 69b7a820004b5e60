import type { ProseLine } from '../markdown/prose.js'
import { unmarked } from '../markdown/unmarked.js'
import { schemaPattern } from '../schema/pattern.js'
import type { Leftover, Schema } from '../schema/schema.js'
import { compose } from '../text/compose.js'
import type { Lines } from '../text/lines.js'
import { memoizeByObject } from '../text/memoize.js'
import { type Range, trimmed } from '../text/range.js'
import type { Image } from './images.js'
import { noticeBoxAround } from './notice-box.js'
import { mayBeTemplate } from './template-words.js'

/** Text of the template that the author should have removed or replaced. */
export interface LeftoverText {
  readonly kind: Leftover['kind']
  readonly range: Range
  /** The offset of the match, which may be further along the line. */
  readonly at: number
  /** The range of whole lines to delete, line ends included; null if there is other text on them. */
  readonly block: Range | null
}

/** A page to search. The text is the file as read, and all offsets refer to it. */
interface Page {
  readonly prose: readonly ProseLine[]
  readonly text: string
  readonly lines: Lines
  readonly images: readonly Image[]
}

/**
 * Finds text that the template left behind by the schema's patterns: at most one match for each line, or for a whole notice box.
 * @param mayHold see `mayHoldTemplate`
 * @returns in the order of the text
 */
export function readLeftovers(page: Page, schema: Schema, mayHold: boolean): LeftoverText[] {
  const found: LeftoverText[] = []
  for (const line of page.prose) {
    const last = found.at(-1)
    // The lines of a notice box are one leftover.
    const leftover = last && line.start < last.range[1] ? null : leftoverIn(line, page, schema, mayHold)
    if (leftover) found.push(leftover)
  }
  const pictures = mayHold ? samplePictures(page, schema) : []
  return [...found, ...pictures].sort((a, b) => a.range[0] - b.range[0])
}

/** A line that ends in a colon introduces what follows it. */
const LEADS_IN = /:[\s*_]*$/

function leftoverIn(line: ProseLine, { text, lines }: Page, schema: Schema, mayHold: boolean): LeftoverText | null {
  const { container, start, text: visible } = line
  const match = mayHold ? matchIn(visible, schema) : null
  if (!match && !holdsField(line, text, schema)) return null
  const range = trimmed([start, start + visible.length], text)
  if (!match) return { kind: 'field', range, at: range[0], block: null }

  const { kind, at, leads } = match
  const isLeftover = (other: string): boolean => matchIn(other, schema) !== null
  const box = kind === 'notice' ? noticeBoxAround(range, text, isLeftover) : null
  if (box) return { kind, range: box, at: box[0], block: wholeLines(box, text, lines) }
  // After other words, a note is part of the author's sentence; before a list, the list continues it.
  const isWhole = container === 'paragraph' && kind !== 'field' && leads && !LEADS_IN.test(visible)
  return {
    kind,
    range,
    at: Math.max(range[0], start + offsetAsWritten(visible, at)),
    block: isWhole ? wholeLines(range, text, lines) : null,
  }
}

function samplePictures({ images, text, lines }: Page, schema: Schema): LeftoverText[] {
  return images
    .filter(({ alt, url }) => matchIn(alt, schema) ?? matchIn(url, schema))
    .map(({ range }) => ({
      kind: 'sample',
      range,
      at: range[0],
      block: standsAlone(range, text, lines) ? wholeLines(range, text, lines) : null,
    }))
}

interface Match {
  readonly kind: Leftover['kind']
  /** The offset in the line without marks of emphasis. */
  readonly at: number
  /** Whether nothing precedes it on the line. A notice may be anywhere in it. */
  readonly leads: boolean
}

/** The first pattern that a line matches; null if there is none. */
function matchIn(line: string, schema: Schema): Match | null {
  const words = unmarked(line)
  if (!mayBeTemplate(words, schema)) return null
  for (const { kind, expression } of patternsOf(schema.leftovers)) {
    const at = expression.search(words)
    if (at >= 0) return { kind, at, leads: kind === 'notice' || words.slice(0, at).trim() === '' }
  }
  return null
}

/** The patterns of a schema, prepared once. */
const patternsOf = memoizeByObject((leftovers: readonly Leftover[]) =>
  leftovers.map(({ kind, pattern, within }) => ({
    kind,
    expression: schemaPattern(within === undefined ? pattern : `${OPENING}[^.]{0,${within}}(?:${pattern})`),
  })),
)

/** The start of a line up to its first letter, for patterns with `within`. */
const OPENING = '^[^A-Za-zÀ-ỹ]{0,10}'

/** The offset in a line as written, by an offset in the same line without marks of emphasis. */
function offsetAsWritten(written: string, at: number): number {
  const { text, offsetAt } = compose(written)
  const unmarkedSigns = [...text.matchAll(/[^*_`\\]/g)]
  return offsetAt(unmarkedSigns[at]?.index ?? text.length)
}

/**
 * Whether a line holds a field to fill in as it is written, tags included: `<YYYY-MM-DD>` looks like a tag, so Hugo does not show it,
 * and the visible line has spaces in its place. Code is left out.
 */
function holdsField({ start, text: visible }: ProseLine, text: string, { leftovers }: Schema): boolean {
  const written = text.slice(start, start + visible.length)
  if (!written.includes('<')) return false
  const line = written.replace(/(`{1,3})[^`]{0,400}\1/g, (code, _, index: number) =>
    visible.slice(index, index + code.length),
  )
  if (!line.includes('<')) return false
  const composed = line.normalize('NFC')
  return patternsOf(leftovers).some(({ kind, expression }) => kind === 'field' && expression.test(composed))
}

function standsAlone([start, end]: Range, text: string, lines: Lines): boolean {
  const [from] = lines.range(lines.place(start).line)
  const [, to] = lines.range(lines.place(end).line)
  return text.slice(from, start).trim() === '' && text.slice(end, to).trim() === ''
}

/** The lines of a range with their line ends. If a blank line precedes them, or nothing, the blank lines after them are included. */
function wholeLines([start, end]: Range, text: string, lines: Lines): Range {
  const isBlank = (line: number): boolean => text.slice(...lines.range(line)).trim() === ''
  const first = lines.place(start).line
  let last = lines.place(end).line
  if (first === 1 || isBlank(first - 1)) while (last < lines.count && isBlank(last + 1)) last++
  return [lines.range(first)[0], lines.after(last)]
}
