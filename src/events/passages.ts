import type { ProseLine } from '../markdown/prose.js'
import type { Report } from '../report/report.js'
import { overlaps, type Range } from '../text/range.js'
import { type PackedMarks, packed } from './marks.js'

/** Words in a shingle. Fewer could be a common turn of phrase. */
const SHINGLE = 8
/** Shingles in a window, of which the smallest is chosen: any copy of SHINGLE + WINDOW - 1 = 23 words shares at least one. */
const WINDOW = 16
/** The most marks of a report; for a long text, the window is widened accordingly. */
const MAX_MARKS = 240

/**
 * The fingerprints of a report's running text, by which copied passages are found. They are chosen by winnowing (Schleimer,
 * Wilkerson, Aiken: "Winnowing", 2003): the smallest hash in every window of shingles is chosen. Headings, code, and sections that
 * the schema declares as `quoted` are left out.
 */
export function passagesOf({ prose, lines, slots }: Report): PackedMarks {
  // Most of a merged section belongs to the section that its title names first.
  const quoted = slots
    .filter(({ spec }) => spec.quoted)
    .flatMap(({ spec, sections }) => sections.filter(({ id }) => id === spec.id).map(({ body }) => body))
  const words = buffer
  words.count = 0
  for (const line of withoutAgenda(prose)) {
    const range: Range = [line.start, line.start + line.text.length]
    if (!quoted.some((section) => overlaps(section, range))) readWords(line, words)
  }
  const shingles = shinglesOf(words)
  const window = Math.max(WINDOW, Math.ceil((2 * shingles.length) / MAX_MARKS) - 1)
  const chosen = winnow(shingles, window).slice(0, MAX_MARKS)
  return packed(
    chosen.map((at) => ({ hash: shingles[at] as number, line: lines.place(words.starts[at] as number).line })),
  )
}

/** The words of a text. The arrays are larger than `count`: the rest of them is unused. */
interface Words {
  count: number
  hashes: Int32Array
  /** The offsets that they start at. */
  starts: Int32Array
}

/** Reused for every report: new arrays for each made up a seventh of the garbage of a run. */
const buffer: Words = { count: 0, hashes: new Int32Array(4096), starts: new Int32Array(4096) }

function put(words: Words, hash: number, start: number): void {
  if (words.count === words.hashes.length) {
    words.hashes = twice(words.hashes)
    words.starts = twice(words.starts)
  }
  words.hashes[words.count] = hash
  words.starts[words.count++] = start
}

function twice(full: Int32Array): Int32Array {
  const larger = new Int32Array(2 * full.length)
  larger.set(full)
  return larger
}

/** A time of day, with which a part of an agenda begins: "8:30 – 9:00 | Welcome". */
const TIME = /(?<!\d)(?:[01]?\d|2[0-3])[:h][0-5]\d(?!\d)/
const HEADING_MARKS = /^#+/
/** The level of an agenda that does not start with a heading: any heading ends it. */
const BELOW_HEADINGS = 7
/** How far from the start of its line the time of an entry may be. */
const MAX_TIME_COLUMN = 40

/** The lines of running text, without the parts of an agenda, which are the programme's text. */
function* withoutAgenda(prose: readonly ProseLine[]): Generator<ProseLine> {
  let agenda: number | null = null
  for (const line of prose) {
    if (line.container === 'heading') {
      const depth = HEADING_MARKS.exec(line.text)?.[0].length ?? 1
      if (TIME.test(line.text)) agenda = Math.min(depth, agenda ?? depth)
      else if (agenda !== null && depth <= agenda) agenda = null
    } else if (/^[*_\s]{0,6}\d/.test(line.text) && TIME.test(line.text.slice(0, MAX_TIME_COLUMN)))
      agenda ??= BELOW_HEADINGS
    else if (agenda === null) yield line
  }
}

const ADDRESS = /https?:\/\/\S{1,500}|&[a-z]{2,8};/gi

/** A text with spaces in place of URLs and entities. Hardly any line has one, so a cheap test comes first. */
function withoutAddresses(text: string): string {
  if (!text.includes('://') && !text.includes('&')) return text
  return text.replace(ADDRESS, (address) => ' '.repeat(address.length))
}

/** Adds the words of a line, without URLs, as FNV-1a hashes with their offsets. */
function readWords({ text, start }: ProseLine, words: Words): void {
  const visible = withoutAddresses(text).toLowerCase()
  let hash = 0
  let begun = -1
  for (let at = 0; at <= visible.length; at++) {
    const code = at < visible.length ? visible.charCodeAt(at) : 32
    if (isWordCode(code)) {
      if (begun < 0) {
        begun = at
        hash = FNV_OFFSET
      }
      hash = Math.imul(hash ^ code, FNV_PRIME)
    } else if (begun >= 0) {
      put(words, hash, start + begun)
      begun = -1
    }
  }
}

/** The constants of the 32-bit FNV-1a hash. */
const FNV_OFFSET = 0x811c9dc5
const FNV_PRIME = 0x01000193

/** Digits, Latin letters, and everything beyond Latin punctuation, which includes Vietnamese letters and diacritics. */
function isWordCode(code: number): boolean {
  if (code < 0x80) return (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39)
  return code >= 0xc0 && code !== 0xd7 && code !== 0xf7 && (code < 0x2000 || code > 0x2bff) && code < 0xd800
}

/** The hashes of all shingles. They overwrite the hashes of their first words, so that no new array is needed. */
function shinglesOf({ hashes, count }: Words): Int32Array {
  const shingles = hashes.subarray(0, Math.max(0, count - SHINGLE + 1))
  for (let at = 0; at < shingles.length; at++) {
    let hash = 17
    for (let next = at; next < at + SHINGLE; next++)
      hash = Math.imul(hash ^ (hashes[next] as number), 0x9e3779b1) ^ (hash >>> 15)
    shingles[at] = (hash ^ (hash >>> 13)) & 0x3fffffff
  }
  return shingles
}

/** The indexes of the chosen hashes: the last of the smallest ones in every window, each once. */
function winnow(hashes: Int32Array, window: number): number[] {
  const chosen: number[] = []
  let least = -1
  for (let end = Math.min(window, hashes.length) - 1; end >= 0 && end < hashes.length; end++) {
    const first = Math.max(0, end - window + 1)
    if (least < first) {
      least = first
      for (let at = first + 1; at <= end; at++) if ((hashes[at] as number) <= (hashes[least] as number)) least = at
      chosen.push(least)
    } else if ((hashes[end] as number) <= (hashes[least] as number)) {
      least = end
      chosen.push(least)
    }
  }
  return chosen
}
