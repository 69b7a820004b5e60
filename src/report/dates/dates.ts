import { isCapital } from '../../text/capitals.js'
import { compose } from '../../text/compose.js'
import { lowerCase } from '../../text/lower-case.js'
import type { Located, Range } from '../../text/range.js'
import { type Day, exists, monthNamed, type Weekday, weekdayOf } from './calendar.js'

/** A date that stands in a text. */
export interface DateMention {
  /** The day or the days, without the weekday beside them. */
  readonly range: Range
  readonly start: Day
  /** The last day of a span ("15–16/11/2025"), else null. */
  readonly end: Day | null
  readonly weekday: Located<Weekday> | null
  /** Both readings of 08/09/2025 are possible and nothing beside it says which; it is read day first. */
  readonly ambiguous: boolean
  /** False for 31/04/2025. */
  readonly valid: boolean
}

const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?'
const DAY = '\\d{1,2}(?:st|nd|rd|th)?'
const YEAR = '(?:19|20)\\d{2}'
/** A date stands on one line. */
const BLANK = '[^\\S\\r\\n]'
const GAP = `${BLANK}{0,5}`
const GAPS = `${BLANK}{1,5}`
const DASH = '[-–—~]'
const WORD_TO = '(?:to|and|&|đến|tới|và)'
const TO = `${GAP}(?:${DASH}|${WORD_TO})${GAP}`
/** Behind a day: it is one of that month, whatever month stands before it. */
const OF_MONTH = `${GAPS}(?:of${GAPS})?${MONTH}(?![A-Za-zÀ-ỿ])`
/**
 * "20 November-2 December 2025": between two days that name their months, a hyphen is a dash, and no sign that a date may not
 * touch.
 */
const JOINING_HYPHEN = new RegExp(
  `-(?=(?:ngày${GAPS})?${DAY}${GAPS}(?:(?:of${GAPS})?${MONTH}|tháng${GAPS}\\d)|${MONTH}${GAPS}\\d)(?<=(?:${MONTH}|${MONTH}${GAPS}${DAY}|tháng${GAPS}\\d{1,2}|${BLANK}${YEAR})-)`,
  'g',
)
/** Wherever it is one there is such a place, and hardly any text has one: that expression takes the engine a millisecond to get ready. */
const MAY_JOIN = /-(?:\d{1,2}(?:st|nd|rd|th)?[^\S\r\n]|ngày|[a-z]{3,9}\.?[^\S\r\n]{1,5}\d)/
/** The first day of a span, if there is one. A list number and a dash are none: "1 - ngày 6 tháng 6". */
const FIRST = (day: string): string =>
  `(?<lead>(?<d0>${day})(?:${GAP}(?:${DASH}|,)${GAP}|${GAP}${WORD_TO}${GAP}(?:ngày${GAPS})?))?`
/** No digit, letter, or sign of a path, version, time or file name may touch a date. */
const OPEN = '(?<![a-zÀ-ỿ\\d]|\\d[./:-]|[/_#+=]|[a-zÀ-ỿ]-(?=\\d{1,4}-))'
const CLOSE = '(?!\\d|[./:-]\\d|[a-zÀ-ỿ]|_|\\.(?:png|jpe?g|webp|gif|pdf|md|docx?|pptx?|mp4|html?)(?![a-zÀ-ỿ]))'

/** A way of writing a date. */
interface Form {
  /** What no such date is without. A look for it is many times faster, and the expression is never made ready for nothing. */
  readonly hint: RegExp
  readonly expression: RegExp
  /** Gives null where it is no date after all. */
  readonly read: Reader
}

type Reader = (found: Found, text: Text) => DateMention | null

/** A text in composed letters: as written, and as dates are looked for in it, in small ones. Offsets are the same in both. */
interface Text {
  readonly written: string
  readonly lower: string
}

/** Where an expression matches, and its groups in small letters. */
interface Found {
  readonly range: Range
  readonly groups: Readonly<Record<string, string | undefined>>
}

const YEAR_FIRST = /\d{4}[-/.]\d/
const YEAR_LAST = /[-/.]\s?\d{4}/
const NUMBERS_TWICE = /\d[-/.]\d{1,4}\D{1,25}\d{1,2}[-/.]\d/
/** Before the month the day's last sign, be it of "1st", "2nd" or "4th", or "of". */
const DAY_THEN_MONTH = /[\ddfht][\s/-](?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/
const MONTH_THEN_DAY = /(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?\s{1,5}\d/

function form(hint: RegExp, read: Reader, source: string): Form {
  return { hint, read, expression: new RegExp(source, 'g') }
}

/**
 * The ways of writing a date. Groups: days d0 and d1, month m or mon, year y. Where the day comes first, d0 is the first of a
 * span, and `lead` that day with what joins it to the second; where the month does, d0 is the day that must be there.
 */
const FORMS: readonly Form[] = [
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
    `${OPEN}${FIRST('\\d{1,2}')}(?<d1>\\d{1,2})${BLANK}?(?<s>[-/.])${BLANK}?(?<m>\\d{1,2})${BLANK}?\\k<s>${BLANK}?(?<y>${YEAR})${CLOSE}`,
  ),
  form(
    /tháng/,
    readNumberedMonth,
    `${OPEN}${FIRST('\\d{1,2}')}(?<d1>\\d{1,2}),?${GAPS}tháng${GAPS}(?<m>\\d{1,2})(?:${GAP}[,/-]?${GAP}(?:năm${GAPS})?(?<y>${YEAR}))?${CLOSE}`,
  ),
  form(
    DAY_THEN_MONTH,
    readNamedMonth,
    `${OPEN}${FIRST(DAY)}(?<d1>${DAY})(?:[-/]|${GAPS}(?:of${GAPS})?)(?<mon>${MONTH})(?:(?:[-/]|${GAP},?${GAPS})(?<y>${YEAR}))?${CLOSE}`,
  ),
  form(
    MONTH_THEN_DAY,
    readMonthFirst,
    `${OPEN}(?<mon>${MONTH})${GAPS}(?<d0>${DAY})(?:${TO}(?<d1>${DAY})(?!${OF_MONTH}))?(?:${GAP},?${GAPS}(?:of${GAPS})?(?<y>${YEAR})|,(?<y2>${YEAR}))?${CLOSE}`,
  ),
]

/** "17/11/25": such a number is a version or a share as well, so it is a date only where one is expected. */
const SHORT_YEAR = form(
  /[/.]\d{1,2}[/.]\d{2}/,
  readShortYear,
  `${OPEN}(?<d1>\\d{1,2})(?<s>[/.])(?<m>\\d{1,2})\\k<s>(?<y>[2-3]\\d)${CLOSE}`,
)

const WEEKDAY_NAMES: readonly (readonly [string, Weekday])[] = [
  ['sun(?:day)?|chủ\\s{1,5}nhật|cn', 'sunday'],
  ['mon(?:day)?|thứ\\s{1,5}(?:hai|2)|t2', 'monday'],
  ['tue(?:s(?:day)?)?|thứ\\s{1,5}(?:ba|3)|t3', 'tuesday'],
  ['wed(?:nesday)?|thứ\\s{1,5}(?:tư|4)|t4', 'wednesday'],
  ['thu(?:r(?:s(?:day)?)?)?|thứ\\s{1,5}(?:năm|5)|t5', 'thursday'],
  ['fri(?:day)?|thứ\\s{1,5}(?:sáu|6)|t6', 'friday'],
  ['sat(?:urday)?|thứ\\s{1,5}(?:bảy|bẩy|7)|t7', 'saturday'],
]
/** Any way of writing a weekday: the source of a regular expression for small letters. */
export const ANY_WEEKDAY = WEEKDAY_NAMES.map(([names]) => names).join('|')
const WEEKDAY_BEFORE = new RegExp(
  `(?<![a-zÀ-ỿ])(${ANY_WEEKDAY})(?![a-zÀ-ỿ])\\.?[\\s,(*_–-]{0,6}(?:(?:the|on|(?:sáng |chiều |tối )?ngày)\\s{1,5})?[\\s*_]{0,4}$`,
)
/** "Saturday 15/11/2025, Monday 17/11/2025": a weekday before the next date is that date's. */
const WEEKDAY_AFTER = new RegExp(
  `^[\\s,*_]{0,4}[(–-]?\\s?(${ANY_WEEKDAY})(?![a-zÀ-ỿ])(?!,?\\s{0,3}(?:ngày\\s)?\\d{1,2}[/-])`,
)

/** What may stand before the first day of a span; after any other word a number counts something: "Event 2 - 17/11/2025". */
const BEFORE_SPAN =
  /^(?:ngày|từ|vào|on|from|between|the|dates?|days|và|and|[a-zÀ-ỿ]{3,6}day|(?:chủ )?nhật|hai|ba|tư|năm|sáu|bảy)$/

/**
 * Finds the dates in a text, English and Vietnamese, with or without a year. Numeric dates are read day first, as both
 * languages are written here; a month above 12 or the weekday beside the date decides otherwise.
 * @param text any text; composed or decomposed letters
 * @param isDate whether the text is what is said of a date: in there years may have two digits
 * @returns in the order of the text, none overlapping another; ranges are offsets into `text`
 */
export function findDates(text: string, isDate = false): DateMention[] {
  if (!/\d/.test(text)) return []
  const { text: composed, offsetAt } = compose(text)
  const small = lowerCase(composed)
  const lower = MAY_JOIN.test(small) ? small.replace(JOINING_HYPHEN, '–') : small
  const found = [...FORMS, ...(isDate ? [SHORT_YEAR] : [])]
    .filter(({ hint }) => hint.test(lower))
    .flatMap(({ expression, read }) =>
      [...lower.matchAll(expression)].map((match) => read(foundAt(match), { written: composed, lower })),
    )
    .filter((mention) => mention !== null)
    .sort((a, b) => a.range[0] - b.range[0] || b.range[1] - a.range[1])
  const apart: DateMention[] = []
  for (const mention of found) {
    const last = apart.at(-1)
    if (!last || mention.range[0] >= last.range[1]) apart.push(mention)
    // "Session 3 January 17, 2026" is no 3 January.
    else if (last.start.year === null && mention.start.year !== null) apart[apart.length - 1] = mention
  }
  const moved = ([start, end]: Range): Range => [offsetAt(start), offsetAt(end)]
  return joinSpans(apart, lower).map((mention) => ({
    ...mention,
    range: moved(mention.range),
    weekday: mention.weekday && { value: mention.weekday.value, range: moved(mention.weekday.range) },
  }))
}

function foundAt({ 0: { length }, index, groups = {} }: RegExpExecArray): Found {
  return { range: [index, index + length], groups }
}

type Month = Omit<Day, 'day'>

function yearOf(digits: string | undefined): number | null {
  return digits === undefined ? null : Number(digits)
}

function monthOf(year: string | undefined, month: string | undefined): Month {
  return { year: yearOf(year), month: Number(month) }
}

/** "You may 5 times ask": without a year a month is written with a capital, else it is none. */
function namedMonth({ range, groups: { mon = '', y2, y = y2 } }: Found, { written }: Text): Month | null {
  const isSmall = written.slice(...range).includes(mon)
  return y === undefined && isSmall ? null : { year: yearOf(y), month: monthNamed(mon) }
}

function dayOf(month: Month, day: string | undefined): Day {
  return { ...month, day: Number.parseInt(day ?? '', 10) }
}

/** "2025-11-17" */
function readYearFirst({ range, groups: { y, m, d1 } }: Found, text: Text): DateMention {
  return mentionAt(text, range, dayOf(monthOf(y, m), d1), false)
}

/** "15/11 – 16/11/2025"; "11/15 – 12/2/2025" where one of them can be read month first only. */
function readTwice({ range, groups: { d0, m0, y0, d1, m, y } }: Found, text: Text): DateMention | null {
  const inOrder = Math.max(Number(m0), Number(m)) > 12 ? swapped : (day: Day): Day => day
  const end = inOrder(dayOf(monthOf(y, m), d1))
  const start = beginning(inOrder(dayOf(monthOf(y0, m0), d0)), end)
  if (!isBefore(start, end)) return null
  const ambiguous = [start, end].every(({ day, month }) => day <= 12 && month <= 12 && day !== month)
  return mentionAt(text, range, start, ambiguous, end)
}

/** "17/11/2025", "15–16/11/2025" */
function readNumbers(found: Found, text: Text): DateMention {
  const { y, m, d1 } = found.groups
  const month = monthOf(y, m)
  const span = spanOf(found, month, text)
  if (span) return span
  const range = withoutLead(found)
  const { day, ambiguous } = orderOf(dayOf(month, d1), weekdayBeside(text, range)?.value ?? null)
  return mentionAt(text, range, day, ambiguous)
}

/** "17/11/25" */
function readShortYear({ range, groups: { y = '', m, d1 } }: Found, text: Text): DateMention {
  const { day, ambiguous } = orderOf(dayOf(monthOf(`20${y}`, m), d1), weekdayBeside(text, range)?.value ?? null)
  return mentionAt(text, range, day, ambiguous)
}

/** "17 tháng 11 năm 2025", "15 đến 16 tháng 11" */
function readNumberedMonth(found: Found, text: Text): DateMention {
  return readDays(found, monthOf(found.groups.y, found.groups.m), text)
}

/** "17 November 2025", "15 and 16 November" */
function readNamedMonth(found: Found, text: Text): DateMention | null {
  const month = namedMonth(found, text)
  return month && readDays(found, month, text)
}

/** "November 17, 2025", "November 15–16"; "May 10 and 9" is the first of the two. */
function readMonthFirst(found: Found, text: Text): DateMention | null {
  const month = namedMonth(found, text)
  if (!month) return null
  const { range, groups } = found
  const [first, last] = [dayOf(month, groups.d0), dayOf(month, groups.d1)]
  return mentionAt(text, range, first, false, first.day < last.day ? last : null)
}

function readDays(found: Found, month: Month, text: Text): DateMention {
  return spanOf(found, month, text) ?? mentionAt(text, withoutLead(found), dayOf(month, found.groups.d1), false)
}

/** The days d0 to d1 of a month; null where there is one day only, or what stands before it is none. */
function spanOf({ range: [start, end], groups: { d0, d1 } }: Found, month: Month, text: Text): DateMention | null {
  const [first, last] = [dayOf(month, d0), dayOf(month, d1)]
  if (d0 === undefined || first.day >= last.day) return null
  const mayOpenAt = (at: number): boolean =>
    mayOpenSpan(text.lower.slice(Math.max(0, at - 24), at), text.lower.slice(at, end))
  const { day, at } = listedBefore(text.lower, start, first.day)
  if (mayOpenAt(at)) return mentionAt(text, [at, end], { ...month, day }, false, last)
  return mayOpenAt(start) ? mentionAt(text, [start, end], first, false, last) : null
}

/** The first of the days that are listed up to one, and where it stands: "15, 16 and 17 May" begins on the 15th. */
function listedBefore(lower: string, start: number, first: number): { readonly day: number; readonly at: number } {
  let [day, at] = [first, start]
  for (;;) {
    const [written = '', earlier] = LISTED.exec(lower.slice(Math.max(0, at - 16), at)) ?? []
    if (earlier === undefined || Number(earlier) >= day) return { day, at }
    day = Number(earlier)
    at -= written.length
  }
}

const LISTED = /(?<![\d./:-])(\d{1,2})(?:st|nd|rd|th)?\s{0,3},\s{0,3}$/

/** The second of two days, where the first is none. */
function withoutLead({ range: [start, end], groups: { lead = '' } }: Found): Range {
  return [start + lead.length, end]
}

/** Whether a number may be the first day of a span, by what stands before it and what joins it to the second. */
function mayOpenSpan(before: string, written: string): boolean {
  const word = /([a-zÀ-ỿ]{1,20})[\s*_:]{0,4}$/.exec(before)
  const isCount = word !== null && !/:[\s*_]{0,4}$/.test(before) && !BEFORE_SPAN.test(word[1] ?? '')
  const isWeekdayNumber = /(?<![a-zÀ-ỿ])thứ\s{1,5}$/.test(before)
  const isTime = /^\d{1,2}\s{0,5},/.test(written) && /[-–—]\s{0,3}$/.test(before)
  return !isCount && !isWeekdayNumber && !isTime
}

function mentionAt(text: Text, range: Range, start: Day, ambiguous: boolean, end: Day | null = null): DateMention {
  const weekday = weekdayBeside(text, range)
  return {
    range,
    start,
    end,
    // "Saturday–Sunday, 15–16/11/2025" says nothing wrong of the 15th.
    weekday: end === null || weekday?.value === weekdayOf(start) ? weekday : null,
    ambiguous,
    valid: exists(start) && (end === null || exists(end)),
  }
}

/** The first of two days, where the second one's year is meant for both: of "30 December – 2 January 2026" that is the year before. */
function beginning(first: Day, last: Day): Day {
  if (first.year !== null || last.year === null) return first
  return { ...first, year: first.month === 12 && last.month === 1 ? last.year - 1 : last.year }
}

function isBefore(a: Day, b: Day): boolean {
  const count = ({ year, month, day }: Day): number => ((year ?? 0) * 12 + month) * 31 + day
  return count(a) < count(b)
}

/** Day first, unless only the other order is a date, or only that one falls on the weekday beside it. */
function orderOf(date: Day, weekday: Weekday | null): { day: Day; ambiguous: boolean } {
  const other = swapped(date)
  if (date.month > 12) return { day: exists(other) ? other : date, ambiguous: false }
  if (date.day > 12 || date.day === date.month) return { day: date, ambiguous: false }
  if (weekday !== null && weekdayOf(date) === weekday) return { day: date, ambiguous: weekdayOf(other) === weekday }
  if (weekday !== null && weekdayOf(other) === weekday) return { day: other, ambiguous: false }
  return { day: date, ambiguous: true }
}

/** The day and the month the other way round. */
function swapped({ year, month, day }: Day): Day {
  return { year, month: day, day: month }
}

function weekdayBeside({ written, lower }: Text, [start, end]: Range): Located<Weekday> | null {
  const before = lower.slice(Math.max(0, start - 40), start)
  const match = WEEKDAY_BEFORE.exec(before)
  if (match?.[1] && !endsName(match[1], before.slice(0, match.index)))
    return located(match[1], start - before.length + match.index)
  const after = WEEKDAY_AFTER.exec(lower.slice(end, end + 40))
  if (!after?.[1] || beginsName(after[1], written.slice(end + after[0].length, end + 40))) return null
  return located(after[1], end + after[0].length - after[1].length)
}

/** "Thu Duc City", "Sun Wah Tower", "T3 Hall": a short name of a weekday may begin that of a place. */
function beginsName(weekday: string, rest: string): boolean {
  return /^[a-z]{1,5}\d?$/.test(weekday) && /^\s{1,3}\S/.test(rest) && isCapital(rest.trimStart())
}

/** "Hall T2, 29/11/2025": two signs behind a word are a weekday only where that word tells when something is. */
function endsName(weekday: string, lead: string): boolean {
  const [, word] = /(?<![a-zÀ-ỿ\d])([a-zÀ-ỿ]{1,20})\s{1,3}$/.exec(lead) ?? []
  return weekday.length === 2 && word !== undefined && !TELLS_WHEN.test(word)
}

const TELLS_WHEN = /^(?:sáng|trưa|chiều|tối|đêm|ngày|vào|từ|đến|và|giờ|hôm|on|from|to|and)$/

/** A group for each weekday. */
const WHICH_WEEKDAY = new RegExp(`^(?:${WEEKDAY_NAMES.map(([names]) => `(${names})`).join('|')})$`)

function located(name: string, at: number): Located<Weekday> | null {
  const [, ...groups] = WHICH_WEEKDAY.exec(name) ?? []
  const value = WEEKDAY_NAMES[groups.findIndex((group) => group !== undefined)]?.[1]
  return value ? { value, range: [at, at + name.length] } : null
}

const BETWEEN_DAYS = new RegExp(`^${TO}(?:(?:${ANY_WEEKDAY})[\\s,]{1,4})?(?:ngày\\s{1,5})?$`)

/** "30 September – 2 October 2025": the first takes its year from the second. */
function joinSpans(mentions: readonly DateMention[], lower: string): DateMention[] {
  const joined: DateMention[] = []
  for (const mention of mentions) {
    const last = joined.at(-1)
    const start = last && beginning(last.start, mention.start)
    if (
      last &&
      start &&
      !last.end &&
      !mention.end &&
      mention.start.year !== null &&
      mention.range[0] - last.range[1] < 40 &&
      BETWEEN_DAYS.test(lower.slice(last.range[1], mention.range[0])) &&
      isBefore(start, mention.start)
    ) {
      const valid = exists(start) && mention.valid
      const ambiguous = last.ambiguous && mention.ambiguous
      const range: Range = [last.range[0], mention.range[1]]
      joined[joined.length - 1] = { ...last, range, start, end: mention.start, ambiguous, valid }
    } else joined.push(mention)
  }
  return joined
}
