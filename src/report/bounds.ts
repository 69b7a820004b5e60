import { SourceError } from '../source/read.js'
import { opens, startsAnew } from './margin.js'

/** What a text has too much of, and the line that it begins on, 1-based. */
export interface Excess {
  readonly line: number
  readonly message: string
}

/**
 * The most that a text may hold of what makes parsers of Markdown take the square of its size in time, or overflow their
 * stack. After each, the most that any of 1,341 real reports holds.
 */
export const BOUNDS = {
  /** Marks of quotations, lists and footnotes before the first word of a line: 2. */
  nesting: 50,
  /** Columns before the first word of a line: 97. */
  indentation: 500,
  /** Bars in one line, as between the cells of a table: 7. */
  bars: 200,
  /** Signs in one paragraph that may open or close something: 101. */
  marks: 1000,
  /** Characters of one paragraph: 10,310. */
  characters: 100_000,
  /** Lines of one paragraph: 117. */
  lines: 1000,
  /** Quoted lines in one list or quotation: 11. */
  quoted: 200,
  /** Lines of one list: 129. */
  listed: 10_000,
  /** Definitions of links and footnotes in the whole text: none. */
  definitions: 1000,
} as const

const WORDS: Readonly<Record<keyof typeof BOUNDS, readonly [what: string, advice: string]>> = {
  nesting: ['quotations and lists inside one another', 'take the marks out that nobody needs'],
  indentation: ['columns of blanks before the first word', 'take them out'],
  bars: ['bars (|) in one line', 'make the table narrower'],
  marks: ['marks (* _ ~ ` [ ] < &) in one paragraph', 'part it by blank lines'],
  characters: ['characters in one paragraph', 'part it by blank lines'],
  lines: ['lines without a blank line between them', 'part them by blank lines'],
  quoted: ['quoted lines in one list or quotation', 'part them by a heading'],
  listed: ['lines in one list', 'part it by a heading'],
  definitions: ['definitions of links or footnotes (]:)', 'write the addresses where they are used'],
}

/**
 * Takes one look at a text for what a parser is to be kept from. No report comes near any of the bounds; below all of them,
 * parsing takes time in proportion to the size.
 *
 * What ends for certain is counted on its own: a paragraph ends at a blank line, a heading and an item at the margin, a list
 * or quotation at a heading, and at any other line at the margin that follows a blank one. Code counts like all else.
 * @param text masked for Markdown
 */
export function boundsExceeded(text: string): Excess | null {
  let paragraph = { line: 1, lines: 0, characters: 0, marks: 0 }
  let list = { line: 1, listed: 0, quoted: 0 }
  let definitions = 0
  let isAfterBlank = true
  let number = 0
  const ofParagraph = (): Excess | null =>
    excess('marks', paragraph.marks, paragraph.line) ??
    excess('characters', paragraph.characters, paragraph.line) ??
    excess('lines', paragraph.lines, paragraph.line)
  const ofList = (): Excess | null =>
    excess('quoted', list.quoted, list.line) ?? excess('listed', list.listed, list.line)

  for (let start = 0; start < text.length; ) {
    number++
    const { end, lead, nesting, columns, isQuoted, marks, bars, definers } = lineAt(text, start)
    const isBlank = lead === end && nesting === 0
    const endsList = startsAnew(text, start, isAfterBlank)
    const endsParagraph = isBlank || endsList || opens(ITEM, text, start)
    const found =
      excess('nesting', nesting, number) ??
      excess('indentation', columns, number) ??
      excess('bars', bars, number) ??
      (endsParagraph ? ofParagraph() : null) ??
      (endsList ? ofList() : null)
    if (found) return found

    if (endsParagraph) paragraph = { line: number, lines: 0, characters: 0, marks: 0 }
    if (endsList) list = { line: number, listed: 0, quoted: 0 }
    paragraph.lines++
    paragraph.characters += end - start
    paragraph.marks += marks
    list.listed++
    if (isQuoted) list.quoted++
    definitions += definers
    isAfterBlank = isBlank
    start = text.startsWith('\r\n', end) ? end + 2 : end + 1
  }
  return ofParagraph() ?? ofList() ?? excess('definitions', definitions, number)
}

/** @throws SourceError naming the line, where a text is over one of the bounds */
export function assertBounds(text: string, path: string): void {
  const found = boundsExceeded(text)
  if (found) throw new SourceError(found.message, path, found.line)
}

function excess(bound: keyof typeof BOUNDS, count: number, line: number): Excess | null {
  if (count <= BOUNDS[bound]) return null
  const [what, advice] = WORDS[bound]
  return { line, message: `${counted(count)} ${what}, expected at most ${counted(BOUNDS[bound])}: ${advice}` }
}

/** 12345 → "12,345". */
function counted(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',')
}

/** An item at the margin with a word in it; without one it may be the underline of a heading. */
const ITEM = / {0,3}[-+*][ \t]{1,80}[^ \t\r\n]/y

interface Line {
  /** Without the line end. */
  readonly end: number
  /** Where its first word begins, behind blanks and marks of containers. */
  readonly lead: number
  readonly nesting: number
  readonly columns: number
  readonly isQuoted: boolean
  readonly marks: number
  readonly bars: number
  readonly definers: number
}

const MARKER = /[-+*](?=[ \t\r\n]|$)|\d{1,9}[.)](?=[ \t\r\n]|$)|\[\^[^\]\s]{1,999}\]:/y

/** Every character of every report comes by here, so they are told by their codes. */
function lineAt(text: string, start: number): Line {
  let lead = start
  let nesting = 0
  let columns = 0
  let isQuoted = false
  for (; lead < text.length; lead++) {
    const code = text.charCodeAt(lead)
    if (code === BLANK) columns++
    else if (code === TAB) columns += 4 - (columns % 4)
    else if (code === QUOTE) {
      nesting++
      columns++
      isQuoted = true
    } else {
      const length = markerAt(text, lead)
      if (length === 0) break
      nesting++
      columns += length
      lead += length - 1
    }
  }
  let end = lead
  let marks = 0
  let bars = 0
  let definers = 0
  for (; end < text.length; end++) {
    const code = text.charCodeAt(end)
    if (code === LF || code === CR) break
    if (code === BAR) bars++
    else if (code === COLON && text.charCodeAt(end - 1) === CLOSING) definers++
    else if (code < IS_MARK.length) marks += IS_MARK[code] as number
  }
  return { end, lead, nesting, columns, isQuoted, marks, bars, definers }
}

/** The length of an item's or a footnote's mark; 0 where there is none. */
function markerAt(text: string, at: number): number {
  if (!OPENS_MARKER[text.charCodeAt(at)]) return 0
  MARKER.lastIndex = at
  return MARKER.test(text) ? MARKER.lastIndex - at : 0
}

const TAB = 0x09
const LF = 0x0a
const CR = 0x0d
const BLANK = 0x20
const COLON = 0x3a
const QUOTE = 0x3e
const CLOSING = 0x5d
const BAR = 0x7c
const IS_MARK = table('*_~`[]<&')
const OPENS_MARKER = table('-+*[0123456789')

/** 1 at the codes of the signs, which are ASCII. */
function table(signs: string): Uint8Array {
  const codes = new Uint8Array(128)
  for (const sign of signs) codes[sign.charCodeAt(0)] = 1
  return codes
}
