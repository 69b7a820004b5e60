import type { Located, Range } from '../text/range.js'
import { type Day, exists, WEEKDAYS, type Weekday, weekdayOf } from './calendar.js'

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

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?'
const DAY = '\\d{1,2}(?:st|nd|rd|th)?'
const YEAR = '(?:19|20)\\d{2}'
const TO = '\\s*(?:[-–—~]|to|and|&|đến|tới|và|,)\\s*'
/** No digit, letter, or sign of a path, version or decimal may touch a date. */
const OPEN = '(?<![\\p{L}\\d]|\\d[./:-]|[/_#+])'
const CLOSE = '(?!\\d|[./-]\\d|\\p{L}|_)'

/** Groups: d1 and d2 (a span), month, year; in the order in which the languages write them. */
const FORMS = [
  `${OPEN}(?<y>${YEAR})(?<s>[-/.])(?<m>\\d{1,2})\\k<s>(?<d1>\\d{1,2})(?:T\\d{2}:\\d{2}[\\d:.Z+-]*)?${CLOSE}`,
  `${OPEN}(?:(?<d0>\\d{1,2})${TO})?(?<d1>\\d{1,2})\\s?(?<s>[-/.])\\s?(?<m>\\d{1,2})\\s?\\k<s>\\s?(?<y>${YEAR})${CLOSE}`,
  `${OPEN}(?:(?<d0>\\d{1,2})${TO}(?:ngày\\s+)?)?(?<d1>\\d{1,2})\\s+tháng\\s+(?<m>\\d{1,2})(?:\\s*[,/-]?\\s*(?:năm\\s+)?(?<y>${YEAR}))?${CLOSE}`,
  `${OPEN}(?<d0>${DAY})(?:${TO}(?<d1>${DAY}))?\\s+(?:of\\s+)?(?<mon>${MONTH})(?:\\s*,?\\s+(?<y>${YEAR}))?${CLOSE}`,
  `${OPEN}(?<mon>${MONTH})\\s+(?<d0>${DAY})(?:${TO}(?<d1>${DAY}))?(?:\\s*,?\\s+(?:of\\s+)?(?<y>${YEAR})|,(?<y2>${YEAR}))?${CLOSE}`,
].map((source) => new RegExp(source, 'giu'))

const WEEKDAY_NAMES: readonly (readonly [string, Weekday])[] = [
  ['sun(?:day)?|chủ\\s+nhật|cn', 'sunday'],
  ['mon(?:day)?|thứ\\s+(?:hai|2)|t2', 'monday'],
  ['tue(?:s(?:day)?)?|thứ\\s+(?:ba|3)|t3', 'tuesday'],
  ['wed(?:nesday)?|thứ\\s+(?:tư|4)|t4', 'wednesday'],
  ['thu(?:r(?:s(?:day)?)?)?|thứ\\s+(?:năm|5)|t5', 'thursday'],
  ['fri(?:day)?|thứ\\s+(?:sáu|6)|t6', 'friday'],
  ['sat(?:urday)?|thứ\\s+(?:bảy|bẩy|7)|t7', 'saturday'],
]
const ANY_WEEKDAY = WEEKDAY_NAMES.map(([names]) => names).join('|')
const WEEKDAY_BEFORE = new RegExp(
  `(?<!\\p{L})(${ANY_WEEKDAY})(?!\\p{L})\\.?[\\s,(–-]{0,4}(?:(?:the|on|ngày)\\s+)?[\\s*_]{0,4}$`,
  'iu',
)
const WEEKDAY_AFTER = new RegExp(`^[\\s,*_]{0,4}[(–-]?\\s?(${ANY_WEEKDAY})(?!\\p{L})`, 'iu')

/**
 * Finds the dates in a text, English and Vietnamese, with or without a year. Numeric dates are read day first, as both
 * languages are written here; a month above 12 or the weekday beside the date decides otherwise.
 * @param text any text; composed or decomposed letters
 * @returns in the order of the text, none overlapping another; ranges are offsets into `text`
 */
export function findDates(text: string): DateMention[] {
  const { composed, offsetAt } = compose(text)
  const found = FORMS.flatMap((form) => [...composed.matchAll(form)].map((match) => mentionOf(match, composed)))
    .filter((mention) => mention !== null)
    .sort((a, b) => a.range[0] - b.range[0] || b.range[1] - a.range[1])
  const apart = found.filter(
    (mention, index) => !found.slice(Math.max(0, index - 3), index).some(({ range }) => range[1] > mention.range[0]),
  )
  const moved = ([start, end]: Range): Range => [offsetAt(start), offsetAt(end)]
  return joinSpans(apart, composed).map((mention) => ({
    ...mention,
    range: moved(mention.range),
    weekday: mention.weekday && { value: mention.weekday.value, range: moved(mention.weekday.range) },
  }))
}

function mentionOf(match: RegExpMatchArray, text: string): DateMention | null {
  const { y, y2, m, mon, d0, d1 } = match.groups ?? {}
  const start = match.index ?? 0
  const range: Range = [start, start + match[0].trimEnd().length]
  const year = y ?? y2
  const numbers = [d0, d1].filter((day) => day !== undefined).map((day) => Number.parseInt(day, 10))
  const [first, last = first] = numbers
  if (first === undefined || last === undefined) return null
  const month = mon === undefined ? Number(m) : MONTHS.indexOf(mon.slice(0, 3).toLowerCase()) + 1
  const dayFirst: Day = { year: year === undefined ? null : Number(year), month, day: first }
  const weekday = weekdayBeside(text, range)
  const isNumericPair = mon === undefined && /^\d{1,2}\s?[-/.]/.test(match[0]) && numbers.length === 1
  const date = isNumericPair ? orderOf(dayFirst, weekday?.value ?? null) : { day: dayFirst, ambiguous: false }
  const end = first === last ? null : { ...date.day, day: last }
  if (end && end.day < date.day.day) return null
  return {
    range,
    start: date.day,
    end,
    weekday,
    ambiguous: date.ambiguous,
    valid: exists(date.day) && (end === null || exists(end)),
  }
}

/** Day first, unless only the other order is a date, or only that one falls on the weekday beside it. */
function orderOf(date: Day, weekday: Weekday | null): { day: Day; ambiguous: boolean } {
  const swapped: Day = { year: date.year, month: date.day, day: date.month }
  if (date.month > 12) return { day: exists(swapped) ? swapped : date, ambiguous: false }
  if (date.day > 12 || date.day === date.month) return { day: date, ambiguous: false }
  if (weekday !== null && weekdayOf(date) === weekday) return { day: date, ambiguous: false }
  if (weekday !== null && weekdayOf(swapped) === weekday) return { day: swapped, ambiguous: false }
  return { day: date, ambiguous: true }
}

function weekdayBeside(text: string, [start, end]: Range): Located<Weekday> | null {
  const before = text.slice(Math.max(0, start - 40), start)
  const match = WEEKDAY_BEFORE.exec(before)
  if (match?.[1]) return located(match[1], start - before.length + match.index)
  const after = WEEKDAY_AFTER.exec(text.slice(end, end + 24))
  if (after?.[1]) return located(after[1], end + after[0].length - after[1].length)
  return null
}

function located(name: string, at: number): Located<Weekday> | null {
  const weekday = WEEKDAY_NAMES.find(([names]) => new RegExp(`^(?:${names})$`, 'iu').test(name))?.[1]
  return weekday && WEEKDAYS.includes(weekday) ? { value: weekday, range: [at, at + name.length] } : null
}

/** "30 September – 2 October 2025": the first takes its year from the second. */
function joinSpans(mentions: readonly DateMention[], text: string): DateMention[] {
  const joined: DateMention[] = []
  for (const mention of mentions) {
    const last = joined.at(-1)
    const between = last ? text.slice(last.range[1], mention.range[0]) : ''
    if (
      last &&
      !last.end &&
      mention.start.year !== null &&
      new RegExp(`^${TO}(?:ngày\\s+)?$`, 'iu').test(between) &&
      !between.includes(',')
    ) {
      const start = { ...last.start, year: last.start.year ?? mention.start.year }
      joined[joined.length - 1] = {
        ...last,
        range: [last.range[0], mention.range[1]],
        start,
        end: mention.end ?? mention.start,
        valid: exists(start) && mention.valid,
      }
    } else joined.push(mention)
  }
  return joined
}

/** Composes decomposed letters (`o` + horn) and remembers where each of the result came from. */
function compose(text: string): { composed: string; offsetAt(offset: number): number } {
  if (!/\p{M}/u.test(text)) return { composed: text, offsetAt: (offset) => offset }
  let composed = ''
  const origins: number[] = []
  for (const { index, 0: cluster } of text.matchAll(/\P{M}\p{M}*|\p{M}+/gu)) {
    const letters = cluster.normalize('NFC')
    for (let unit = 0; unit < letters.length; unit++) origins.push(index)
    composed += letters
  }
  return { composed, offsetAt: (offset) => origins[offset] ?? text.length }
}
