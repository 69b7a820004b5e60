import { anchorOf, linkedAnchors } from '../markdown/anchors.js'
import type { Report } from '../report/report.js'
import { numberingOf } from '../report/sections/heading-title.js'
import { type HeadingLine, headingLines, isHeading } from '../report/sections/headings.js'
import type { Section } from '../report/sections/section.js'
import type { TextEdit } from '../text/edit.js'
import type { Range } from '../text/range.js'

/** The number of a heading, and how it is written. */
interface Numbered {
  readonly value: number
  readonly series: Series
  /** The text around it, which is the same for headings of one series. */
  readonly before: string
  readonly after: string
}

type Series = readonly string[]

const DIGITS = Array.from({ length: 99 }, (_, index) => `${index + 1}`)
const ROMAN = 'I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX'.split(' ')
const LETTERS = 'A B C D E F G H'.split(' ')
const lower = (series: Series): Series => series.map((number) => number.toLowerCase())
const SERIES: readonly Series[] = [DIGITS, ROMAN, LETTERS, lower(ROMAN), lower(LETTERS)]

/** The fewest numbered headings that count as a series. */
const MIN_NUMBERED = 2

/** The number of a new heading, and the edits that renumber others. */
export interface Numbering {
  /** With the text around it: "3. ", "Part 3: "; empty for none. */
  readonly number: string
  /** They renumber the headings after it, and rewrite the number before it unchanged. */
  readonly edits: readonly TextEdit[]
}

const NONE: Numbering = { number: '', edits: [] }

/**
 * The number for a new heading on the section level, if the report numbers its sections consecutively: the one after the number of
 * the heading before it. The headings after it are renumbered.
 * @param at the offset of the new heading
 */
export function numberingAt(at: number, report: Report): Numbering {
  const headings = headingsOf(report)
  const previous = headings.findLast(({ start }) => start < at)
  const model = (previous ?? headings[0])?.number
  if (!model) return NONE
  const alike = alikeIn(headings, model)
  const known = new Set(report.sections.flatMap(({ id, heading }) => (id === null ? [] : heading[0])))
  if (alike.filter(({ start }) => known.has(start)).length < MIN_NUMBERED || !isRising(alike)) return NONE
  // A series that does not start at 1 counts something else.
  if (!previous && model.value > 2) return NONE
  const value = previous ? model.value + 1 : 1
  const written = model.series[value - 1]
  if (written === undefined) return NONE
  const edits: TextEdit[] = []
  let last = value
  for (const heading of alike.filter(({ start }) => start >= at)) {
    if (heading.number.value > last) break
    const edit = renumbered(heading, ++last, report)
    if (!edit) return NONE
    edits.push(...edit)
  }
  // This makes the fix collide with any other that changes the number before it.
  const counted = previous && placeOfNumber(previous.line, model, report)
  if (counted) edits.push({ range: counted, text: report.text.slice(...counted) })
  return { number: model.before + written + model.after, edits }
}

/**
 * The edits that renumber consecutively numbered headings after a section has moved; none if they, or the section, have no numbers.
 * @param at the offset that the section moves to
 * @returns null if that would break a link to one of them, or if a number cannot be located in its heading
 */
export function renumberingFor({ heading }: Section, at: number, report: Report): readonly TextEdit[] | null {
  const headings = headingsOf(report)
  const own = headings.find(({ start }) => start === heading[0])
  if (!own?.number) return []
  const alike = alikeIn(headings, own.number)
  if (!isRising(alike)) return []
  const others = alike.filter(({ start }) => start !== own.start)
  const moved = alike.filter(({ start }) => start === own.start)
  const order = [...others.filter(({ start }) => start < at), ...moved, ...others.filter(({ start }) => start >= at)]
  const edits = order.map((each, index) => {
    const value = alike[index]?.number.value ?? each.number.value
    return value === each.number.value ? [] : renumbered(each, value, report)
  })
  return edits.includes(null) ? null : edits.flatMap((each) => each ?? [])
}

/** A heading on the section level. */
interface LevelHeading {
  readonly line: HeadingLine
  readonly start: number
  readonly number: Numbered | null
}

type NumberedHeading = LevelHeading & { readonly number: Numbered }

function headingsOf({ tree, text, baseLevel }: Report): LevelHeading[] {
  return headingLines(tree, text)
    .filter((line) => isHeading(line) && line.level === baseLevel)
    .map((line) => ({ line, start: line.range[0], number: numberOf(line.title) }))
}

function alikeIn(headings: readonly LevelHeading[], model: Numbered): NumberedHeading[] {
  return headings.filter(
    (heading): heading is NumberedHeading =>
      heading.number?.series === model.series &&
      heading.number.before === model.before &&
      heading.number.after === model.after,
  )
}

/** Whether each number is greater than the one before it. */
function isRising(headings: readonly NumberedHeading[]): boolean {
  return headings.every(({ number }, index) => number.value > (headings[index - 1]?.number.value ?? 0))
}

const writtenIn = ({ value, series }: Numbered): string => series[value - 1] ?? ''

function numberOf(title: string): Numbered | null {
  const [, before = '', written = '', after = ''] =
    /^(.{0,30}?)([a-z]{1,5}|\d{1,2})([^a-z\d]{0,20})$/i.exec(numberingOf(title.normalize('NFC'))) ?? []
  const series = SERIES.find((one) => one.includes(written))
  return series ? { value: series.indexOf(written) + 1, series, before, after } : null
}

/** The edits that renumber a heading, and those under it with its number ("3.1" under "3."); null as above. */
function renumbered({ line, number }: NumberedHeading, value: number, report: Report): readonly TextEdit[] | null {
  const text = number.series[value - 1]
  const under = numberedUnder(line, writtenIn(number), report)
  const linked = linkedAnchors(report.tree)
  if (text === undefined || [line, ...under].some(({ title }) => linked.has(anchorOf(title)))) return null
  const places = [
    placeOfNumber(line, number, report),
    ...under.map((other) => placeOfWord(writtenIn(number), 0, other, report)),
  ]
  return places.includes(null) ? null : places.flatMap((range) => (range ? [{ range, text }] : []))
}

/** The headings under a heading, and bold lines that look like headings, that start with its number, if they count from 1. */
function numberedUnder(line: HeadingLine, written: string, { tree, text }: Report): HeadingLine[] {
  const later = headingLines(tree, text).filter(({ range }) => range[0] > line.range[0])
  const end = later.findIndex((other) => isHeading(other) && other.level <= line.level)
  const under = later
    .slice(0, end < 0 ? later.length : end)
    .filter(({ title }) => title.startsWith(`${written}.`) && /^\d/.test(title.slice(written.length + 1)))
  return /^1(?!\d)/.test(under[0]?.title.slice(written.length + 1) ?? '') ? under : []
}

function placeOfNumber(line: HeadingLine, number: Numbered, report: Report): Range | null {
  return placeOfWord(writtenIn(number), wordsIn(number.before).length, line, report)
}

/** The range of a word in a title; null if markup makes it differ from the text. @param before the number of words before it */
function placeOfWord(word: string, before: number, { titleRange }: HeadingLine, { text }: Report): Range | null {
  const found = wordsIn(text.slice(...titleRange))[before]
  if (found?.[0] !== word) return null
  const start = titleRange[0] + found.index
  return [start, start + word.length]
}

function wordsIn(text: string): RegExpExecArray[] {
  return [...text.matchAll(/[\p{L}\p{M}]{1,60}|\d{1,9}/gu)]
}
