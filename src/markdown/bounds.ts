import { SourceError } from '../source/read.js'
import { matchesAt, skip } from '../text/sticky.js'
import { startsAnew } from './margin.js'

/** How a text exceeds a limit, and the 1-based line on which that begins. */
export interface Excess {
  readonly line: number
  readonly message: string
}

/**
 * Limits on what makes Markdown parsers take quadratic time, or overflow their stack. The number after each colon is the most
 * that any of 1,341 real reports has.
 */
export const BOUNDS = {
  /** Markers of quotations, lists and footnotes before the first word of a line: 2. */
  nesting: 20,
  /** Columns before the first word of a line: 97. */
  indentation: 500,
  /** Vertical bars in one line, as between the cells of a table: 7. */
  bars: 200,
  /** Characters of one paragraph that may open or close emphasis, code, links or tags: 101. */
  marks: 500,
  /** Characters of one paragraph: 10,310. */
  characters: 50_000,
  /** Lines of one paragraph: 117. */
  lines: 1000,
  /** Lines of one list or quotation that are quoted, or begin with three or more markers: 11. */
  quoted: 200,
  /** Lines of one list, with everything that may belong to it: 129. */
  listed: 10_000,
  /** Definitions of links and footnotes in the whole text: none. */
  definitions: 1000,
} as const

const WORDS: Readonly<Record<keyof typeof BOUNDS, readonly [what: string, advice: string]>> = {
  nesting: ['quotations and lists inside one another', 'remove the marks that are not needed'],
  indentation: ['columns of blanks before the first word', 'remove them'],
  bars: ['bars (|) in one line', 'make the table narrower'],
  marks: ['marks (* _ ~ ` [ ] < &) in one paragraph', 'split it with blank lines'],
  characters: ['characters in one paragraph', 'split it with blank lines, and keep pictures in files of their own'],
  lines: ['lines without a blank line between them', 'separate them with blank lines'],
  quoted: ['quoted or nested lines in one list or quotation', 'separate them with a heading'],
  listed: ['lines of lists, code and blanks in a row', 'separate them with a heading'],
  definitions: ['definitions of links or footnotes (]:)', 'write the addresses where they are used'],
}

/**
 * Checks a text against the limits, in a single pass. Below all of them, parsing takes linear time.
 *
 * Paragraphs, lists and quotations are counted from where the previous one certainly ends: a paragraph at a blank line, or at a
 * heading or list item at the margin; a list or quotation at a heading, or at any other line at the margin after a blank one.
 * Code counts like any other text.
 * @param text masked for Markdown
 * @returns the first excess; null if there is none
 */
export function boundsExceeded(text: string): Excess | null {
  let paragraph = { line: 1, start: 0, lines: 0, characters: 0 }
  let list = { line: 1, listed: 0, quoted: 0 }
  let isAfterBlank = true
  let number = 0
  const marksOfParagraph = (end: number): Excess | null => {
    if (paragraph.characters <= BOUNDS.marks) return null
    const marks = count(MARK, text, paragraph.start, end)
    return marks > BOUNDS.marks ? excess('marks', marks, paragraph.line) : null
  }

  for (let start = 0; start < text.length; ) {
    number++
    const { lead, nesting, columns, isQuoted } = leadAt(text, start)
    const end = endOfLine(text, lead)
    const isBlank = lead === end && nesting === 0
    const endsList = startsAnew(text, start, isAfterBlank)
    if (isBlank || endsList || (nesting > 0 && matchesAt(ITEM, text, start))) {
      const found = marksOfParagraph(start)
      if (found) return found
      paragraph = { line: number, start, lines: 0, characters: 0 }
    }
    if (endsList) list = { line: number, listed: 0, quoted: 0 }
    paragraph.lines++
    paragraph.characters += end - start
    list.listed++
    if (isQuoted || nesting > 2) list.quoted++
    if (nesting > BOUNDS.nesting) return excess('nesting', nesting, number)
    if (columns > BOUNDS.indentation) return excess('indentation', columns, number)
    if (paragraph.characters > BOUNDS.characters) return excess('characters', paragraph.characters, paragraph.line)
    if (paragraph.lines > BOUNDS.lines) return excess('lines', paragraph.lines, paragraph.line)
    if (list.quoted > BOUNDS.quoted) return excess('quoted', list.quoted, list.line)
    if (list.listed > BOUNDS.listed) return excess('listed', list.listed, list.line)
    if (end - start > BOUNDS.bars) {
      const bars = count(BAR, text, start, end)
      if (bars > BOUNDS.bars) return excess('bars', bars, number)
    }
    isAfterBlank = isBlank
    start = text.startsWith('\r\n', end) ? end + 2 : end + 1
  }
  const found = marksOfParagraph(text.length)
  if (found) return found
  const definitions = text.split(']:').length - 1
  return definitions > BOUNDS.definitions ? excess('definitions', definitions, number) : null
}

/** @throws SourceError naming the line, if the text exceeds one of the limits */
export function assertBounds(text: string, path: string): void {
  const found = boundsExceeded(text)
  if (found) throw new SourceError(found.message, path, found.line)
}

function excess(bound: keyof typeof BOUNDS, number: number, line: number): Excess {
  const [what, advice] = WORDS[bound]
  return { line, message: `${inGroups(number)} ${what}, expected at most ${inGroups(BOUNDS[bound])}: ${advice}` }
}

/** 12345 → "12,345". */
function inGroups(number: number): string {
  return number.toLocaleString('en')
}

/** A list item at the margin with a word in it; without a word, it may be the underline of a heading. */
const ITEM = / {0,3}[-+*][ \t]{1,80}[^ \t\r\n]/y

/** What precedes the first word of a line. */
interface Lead {
  /** The offset of the first word, after white space and markers of containers. */
  readonly lead: number
  readonly nesting: number
  readonly columns: number
  readonly isQuoted: boolean
}

const MARKER = /[-+*](?=[ \t\r\n]|$)|\d{1,9}[.)](?=[ \t\r\n]|$)|\[\^[^\]\s]{1,999}\]:/y

function leadAt(text: string, start: number): Lead {
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
      const length = markerAt(text, lead, code)
      if (length === 0) break
      nesting++
      columns += length
      lead += length - 1
    }
  }
  return { lead, nesting, columns, isQuoted }
}

/** The length of the marker of a list item or footnote; 0 if there is none. */
function markerAt(text: string, at: number, code: number): number {
  return OPENS_MARKER.has(code) ? skip(MARKER, text, at) - at : 0
}

const TAB = 0x09
const BLANK = 0x20
const QUOTE = 0x3e
const OPENS_MARKER = new Set(Array.from('-+*[0123456789', (character) => character.charCodeAt(0)))

const MARK = /[*_~`[\]<&]/g
const BAR = /\|/g
const EOL = /[\r\n]/g

function count(pattern: RegExp, text: string, start: number, end: number): number {
  return text.slice(start, end).match(pattern)?.length ?? 0
}

/** The offset of the line end that follows, or the end of the text. */
function endOfLine(text: string, from: number): number {
  EOL.lastIndex = from
  return EOL.test(text) ? EOL.lastIndex - 1 : text.length
}
