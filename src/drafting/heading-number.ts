import type { Report } from '../report/report.js'
import { numberingOf } from '../report/sections/heading-title.js'
import { headingLines, isHeading } from '../report/sections/headings.js'

/** A number as one heading has it, and how it is written there. */
interface Numbered {
  readonly value: number
  readonly series: Series
  /** What stands around it: headings that are numbered alike have the same. */
  readonly before: string
  readonly after: string
}

type Series = readonly string[]

const DIGITS = Array.from({ length: 99 }, (_, index) => `${index + 1}`)
const ROMAN = 'I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX'.split(' ')
const LETTERS = 'A B C D E F G H'.split(' ')
const lower = (series: Series): Series => series.map((number) => number.toLowerCase())
const SERIES: readonly Series[] = [DIGITS, ROMAN, LETTERS, lower(ROMAN), lower(LETTERS)]

/** Fewer numbers do not make a habit. */
const ENOUGH = 2

/**
 * The number that a new heading on the section level takes, with what stands around it, where the report numbers its own
 * sections: the one after that of the heading before it. Empty where a later heading has it already, since no heading of the
 * author's is numbered anew.
 * @param at where the heading goes
 */
export function numberingAt(at: number, { tree, text, sections, baseLevel }: Report): string {
  const headings = headingLines(tree, text)
    .filter((line) => isHeading(line) && line.level === baseLevel)
    .map(({ title, range: [start] }) => ({ start, number: numberOf(title) }))
  const previous = headings.findLast(({ start }) => start < at)?.number
  if (!previous) return ''
  const isAlike = (number: Numbered | null): number is Numbered =>
    number?.series === previous.series && number.before === previous.before && number.after === previous.after
  const known = new Set(sections.flatMap(({ id, heading }) => (id === null ? [] : heading[0])))
  const own = headings.filter(({ start, number }) => known.has(start) && isAlike(number))
  const next = previous.value + 1
  const isTaken = headings.some(({ start, number }) => start >= at && isAlike(number) && number.value <= next)
  const written = previous.series[next - 1]
  if (own.length < ENOUGH || isTaken || written === undefined) return ''
  return previous.before + written + previous.after
}

function numberOf(title: string): Numbered | null {
  const [, before = '', written = '', after = ''] =
    /^(.{0,30}?)([a-z]{1,5}|\d{1,2})([^a-z\d]{0,20})$/i.exec(numberingOf(title)) ?? []
  const series = SERIES.find((one) => one.includes(written))
  return series ? { value: series.indexOf(written) + 1, series, before, after } : null
}
