import type { Range } from '../../text/range.js'
import {
  type Day,
  exists,
  monthNamed,
  VIETNAMESE_MONTH_WORDS,
  vietnameseMonthNamed,
  type Weekday,
  weekdayOf,
} from './calendar.js'
import { beginning, type DateMention, isBefore, mentionAt } from './date-mention.js'
import { BLANK, DASH, DAY, GAP, GAPS, MONTH, TO, WORD_TO, YEAR } from './date-parts.js'
import type { DateText } from './date-text.js'
import { weekdayBeside } from './weekdays.js'

/** After a day: the day belongs to this month, whatever month precedes it. */
const OF_MONTH = `${GAPS}(?:of${GAPS})?${MONTH}(?![A-Za-zÀ-ỿ])`
/** The first day of a span, if the date is one; but not the number of a list item before a dash: "1 - ngày 6 tháng 6". */
const firstDay = (day: string): string =>
  `(?<lead>(?<d0>${day})(?:${GAP}(?:${DASH}|,)${GAP}|${GAP}${WORD_TO}${GAP}(?:ngày${GAPS})?))?`
/** What surrounds a date: no digit, letter, or character of a path, version, time or file name may touch it. */
const OPEN = '(?<![a-zÀ-ỿ\\d]|\\d[./:-]|[/_#+=]|[a-zÀ-ỿ]-(?=\\d{1,4}-))'
const CLOSE = '(?!\\d|[./:-]\\d|[a-zÀ-ỿ]|_|\\.(?:png|jpe?g|webp|gif|pdf|md|docx?|pptx?|mp4|html?)(?![a-zÀ-ỿ]))'

/** A way of writing a date. */
export interface Form {
  /** A cheap test that every such date passes. Few texts do, and for the others the expression need not be compiled. */
  readonly hint: RegExp
  readonly expression: RegExp
  /** Reads a match; null if it is not a date after all. */
  readonly read: Reader
}

type Reader = (found: Found, text: DateText) => DateMention | null

/** A match of an expression: its range, and its groups in lower case. */
interface Found {
  readonly range: Range
  readonly groups: Readonly<Record<string, string | undefined>>
}

const YEAR_FIRST = /\d{4}[-/.]\d/
const YEAR_LAST = /[-/.]\s?\d{4}/
const NUMBERS_TWICE = /\d[-/.]\d{1,4}\D{1,25}\d{1,2}[-/.]\d/
/** Before the month is the last character of the day ("1", "1st", "2nd", "4th") or of "of". */
const DAY_THEN_MONTH = /[\ddfht][\s/-](?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/
const MONTH_THEN_DAY = /(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?\s{1,5}\d/

function form(hint: RegExp, read: Reader, source: string): Form {
  return { hint, read, expression: new RegExp(source, 'g') }
}

/**
 * The ways of writing a date. Groups: the days d0 and d1, the month m (a number) or mon (a name), the year y. If the day comes
 * first, d0 is the optional first day of a span, and `lead` is that day with what joins it to d1. If the month comes first, d0
 * is the day itself, and d1 the optional last day of a span.
 */
export const FORMS: readonly Form[] = [
  form(
    YEAR_FIRST,
    readYearFirst,
    `${OPEN}(?<y>${YEAR})(?<s>[-/.])(?<m>\\d{1,2})\\k<s>(?<d1>\\d{1,2})(?:t\\d{2}:\\d{2}[\\d:.z+-]{0,20})?${CLOSE}`,
  ),
  form(
    NUMBERS_TWICE,
    readTwice,
    `${OPEN}(?<d0>\\d{1,2})(?<s>[-/.])(?<m0>\\d{1,2})(?:\\k<s>(?<y0>${YEAR}))?${TO}(?:ngày${GAPS})?(?<d1>\\d{1,2})\\k<s>(?<m>\\d{1,2})\\k<s>(?<y>${YEAR})${CLOSE}`,
  ),
  form(
    YEAR_LAST,
    readNumbers,
    `${OPEN}${firstDay('\\d{1,2}')}(?<d1>\\d{1,2})${BLANK}?(?<s>[-/.])${BLANK}?(?<m>\\d{1,2})${BLANK}?\\k<s>${BLANK}?(?<y>${YEAR})${CLOSE}`,
  ),
  form(
    /\d[/-]\d{1,2},?\s{1,5}năm/,
    readNumbers,
    `${OPEN}(?<d1>\\d{1,2})[/-](?<m>\\d{1,2}),?${GAPS}năm${GAPS}(?<y>${YEAR})${CLOSE}`,
  ),
  form(
    /tháng|thg/,
    readNumberedMonth,
    `${OPEN}${firstDay('\\d{1,2}')}(?<d1>\\d{1,2})(?:,?${GAPS}|[/-])(?:tháng|thg\\.?)${GAPS}(?<m>\\d{1,2})(?:${GAP}[,/-]?${GAP}(?:năm${GAPS})?(?<y>${YEAR}))?${CLOSE}`,
  ),
  form(
    /\d,?\s{1,5}tháng\s{1,5}[^\s\d]/,
    readVietnameseMonth,
    `${OPEN}${firstDay('\\d{1,2}')}(?<d1>\\d{1,2}),?${GAPS}tháng${GAPS}(?<mon>${VIETNAMESE_MONTH_WORDS.join('|').replaceAll(' ', GAPS)})${GAP}[,-]?${GAPS}(?:năm${GAPS})?(?<y>${YEAR})${CLOSE}`,
  ),
  form(
    DAY_THEN_MONTH,
    readNamedMonth,
    `${OPEN}${firstDay(DAY)}(?<d1>${DAY})(?:[-/]|${GAPS}(?:of${GAPS})?)(?<mon>${MONTH})(?:(?:[-/]|${GAP},?${GAPS}(?:of${GAPS})?)(?<y>${YEAR}))?${CLOSE}`,
  ),
  form(
    MONTH_THEN_DAY,
    readMonthFirst,
    `${OPEN}(?<mon>${MONTH})${GAPS}(?<d0>${DAY})(?:${TO}(?<d1>${DAY})(?!${OF_MONTH}))?(?:${GAP},?${GAPS}(?:of${GAPS})?(?<y>${YEAR})|,(?<y2>${YEAR}))?${CLOSE}`,
  ),
]

/** "17/11/25", which could also be a version or a fraction: used only where a date is expected. */
export const SHORT_YEAR = form(
  /[/.]\d{1,2}[/.]\d{2}/,
  readShortYear,
  `${OPEN}(?<d1>\\d{1,2})(?<s>[/.])(?<m>\\d{1,2})\\k<s>(?<y>[2-3]\\d)${CLOSE}`,
)

/** The words that may precede the first day of a span; after others, a number counts something: "Event 2 - 17/11/2025". */
const BEFORE_SPAN =
  /^(?:ngày|từ|vào|on|from|between|the|dates?|days|và|and|[a-zÀ-ỿ]{3,6}day|(?:chủ )?nhật|hai|ba|tư|năm|sáu|bảy)$/

export function foundAt({ 0: { length }, index, groups = {} }: RegExpExecArray): Found {
  return { range: [index, index + length], groups }
}

type Month = Omit<Day, 'day'>

const LAST_MONTH = 12

function yearOf(digits: string | undefined): number | null {
  return digits === undefined ? null : Number(digits)
}

function monthOf(year: string | undefined, month: string | undefined): Month {
  return { year: yearOf(year), month: Number(month) }
}

/** The month and year; null for a word that is not a month: without a year, a month needs a capital ("you may 5 times ask"). */
function namedMonth({ range, groups: { mon = '', y2, y = y2 } }: Found, { written }: DateText): Month | null {
  const isSmall = written.slice(...range).includes(mon)
  return y === undefined && isSmall ? null : { year: yearOf(y), month: monthNamed(mon) }
}

function dayOf(month: Month, day: string | undefined): Day {
  return { ...month, day: Number.parseInt(day ?? '', 10) }
}

/** "2025-11-17" */
function readYearFirst({ range, groups: { y, m, d1 } }: Found, text: DateText): DateMention {
  return mentionAt(text, range, dayOf(monthOf(y, m), d1), false)
}

/** "15/11 – 16/11/2025"; "11/15 – 12/2/2025" if one of the two can only be read with the month first. */
function readTwice({ range, groups: { d0, m0, y0, d1, m, y } }: Found, text: DateText): DateMention | null {
  const inOrder = Math.max(Number(m0), Number(m)) > LAST_MONTH ? swapped : (day: Day): Day => day
  const end = inOrder(dayOf(monthOf(y, m), d1))
  const start = beginning(inOrder(dayOf(monthOf(y0, m0), d0)), end)
  if (!isBefore(start, end)) return null
  const ambiguous = [start, end].every(({ day, month }) => day <= LAST_MONTH && month <= LAST_MONTH && day !== month)
  return mentionAt(text, range, start, ambiguous, end)
}

/** "17/11/2025", "15–16/11/2025" */
function readNumbers(found: Found, text: DateText): DateMention {
  const { y, m, d1 } = found.groups
  const month = monthOf(y, m)
  const span = spanOf(found, month, text)
  if (span) return span
  const range = withoutLead(found)
  const { day, ambiguous } = orderOf(dayOf(month, d1), weekdayBeside(text, range)?.value ?? null)
  return mentionAt(text, range, day, ambiguous)
}

/** "17/11/25" */
function readShortYear({ range, groups: { y = '', m, d1 } }: Found, text: DateText): DateMention {
  const { day, ambiguous } = orderOf(dayOf(monthOf(`20${y}`, m), d1), weekdayBeside(text, range)?.value ?? null)
  return mentionAt(text, range, day, ambiguous)
}

/** "17 tháng 11 năm 2025", "15 đến 16 tháng 11" */
function readNumberedMonth(found: Found, text: DateText): DateMention {
  return readDays(found, monthOf(found.groups.y, found.groups.m), text)
}

/** "17 tháng Mười Một năm 2025" */
function readVietnameseMonth(found: Found, text: DateText): DateMention {
  const { y, mon = '' } = found.groups
  return readDays(found, { year: yearOf(y), month: vietnameseMonthNamed(mon.replace(/\s+/g, ' ')) }, text)
}

/** "17 November 2025", "15 and 16 November" */
function readNamedMonth(found: Found, text: DateText): DateMention | null {
  const month = namedMonth(found, text)
  return month && readDays(found, month, text)
}

/** "November 17, 2025", "November 15–16"; "May 10 and 9" is the first of the two. */
function readMonthFirst(found: Found, text: DateText): DateMention | null {
  const month = namedMonth(found, text)
  if (!month) return null
  const { range, groups } = found
  const [first, last] = [dayOf(month, groups.d0), dayOf(month, groups.d1)]
  return mentionAt(text, range, first, false, first.day < last.day ? last : null)
}

function readDays(found: Found, month: Month, text: DateText): DateMention {
  return spanOf(found, month, text) ?? mentionAt(text, withoutLead(found), dayOf(month, found.groups.d1), false)
}

/** The span from d0 to d1; null if there is only one day, or if d0 is not one. */
function spanOf({ range: [start, end], groups: { d0, d1 } }: Found, month: Month, text: DateText): DateMention | null {
  const [first, last] = [dayOf(month, d0), dayOf(month, d1)]
  if (d0 === undefined || first.day >= last.day) return null
  const mayOpenAt = (at: number): boolean =>
    mayOpenSpan(text.lower.slice(Math.max(0, at - MAX_BEFORE_SPAN), at), text.lower.slice(at, end))
  const { day, at } = listedBefore(text.lower, start, first.day)
  if (mayOpenAt(at)) return mentionAt(text, [at, end], { ...month, day }, false, last)
  return mayOpenAt(start) ? mentionAt(text, [start, end], first, false, last) : null
}

/** The first of several listed days, and its offset: "15, 16 and 17 May" begins on the 15th. */
function listedBefore(lower: string, start: number, first: number): { readonly day: number; readonly at: number } {
  let [day, at] = [first, start]
  for (;;) {
    const [written = '', earlier] = LISTED.exec(lower.slice(Math.max(0, at - MAX_LISTED), at)) ?? []
    if (earlier === undefined || Number(earlier) >= day) return { day, at }
    day = Number(earlier)
    at -= written.length
  }
}

/** A day and the comma after it. */
const LISTED = /(?<![\d./:-])(\d{1,2})(?:st|nd|rd|th)?\s{0,3},\s{0,3}$/
/** In characters: at least as many as the expression above looks at. */
const MAX_LISTED = 16

/** The range of d1 alone, if d0 is not a day. */
function withoutLead({ range: [start, end], groups: { lead = '' } }: Found): Range {
  return [start + lead.length, end]
}

/** In characters: as many before a span as the expressions of `mayOpenSpan` look at. */
const MAX_BEFORE_SPAN = 24

/** Whether a number may be the first day of a span. @param written the span, from that number on */
function mayOpenSpan(before: string, written: string): boolean {
  const word = /([a-zÀ-ỿ]{1,20})[\s*_:]{0,4}$/.exec(before)
  const isCount = word !== null && !/:[\s*_]{0,4}$/.test(before) && !BEFORE_SPAN.test(word[1] ?? '')
  const isWeekdayNumber = /(?<![a-zÀ-ỿ])thứ\s{1,5}$/.test(before)
  const isTime = /^\d{1,2}\s{0,5},/.test(written) && /[-–—]\s{0,3}$/.test(before)
  return !isCount && !isWeekdayNumber && !isTime
}

/** Reads the day first, unless only the other order is a date, or only that falls on the weekday beside it. */
function orderOf(date: Day, weekday: Weekday | null): { day: Day; ambiguous: boolean } {
  const other = swapped(date)
  if (date.month > LAST_MONTH) return { day: exists(other) ? other : date, ambiguous: false }
  if (date.day > LAST_MONTH || date.day === date.month) return { day: date, ambiguous: false }
  if (weekday !== null && weekdayOf(date) === weekday) return { day: date, ambiguous: weekdayOf(other) === weekday }
  if (weekday !== null && weekdayOf(other) === weekday) return { day: other, ambiguous: false }
  return { day: date, ambiguous: true }
}

/** The day and the month the other way round. */
function swapped({ year, month, day }: Day): Day {
  return { year, month: day, day: month }
}
