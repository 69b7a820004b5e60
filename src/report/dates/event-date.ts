import type { Language } from '../../schema/schema.js'
import { type Located, type Range, shifted } from '../../text/range.js'
import { dayOfIso, isoDay, type Weekday, weekdayOf } from './calendar.js'
import type { DateMention } from './date-mention.js'

/** The day or days of the event according to the body. */
export interface EventDate {
  /** ISO day. */
  readonly start: string
  /** ISO day: the last day of an event of several days, else null. */
  readonly end: string | null
  readonly weekday: Located<Weekday> | null
  /** Offsets in the file, without the weekday. */
  readonly range: Range
  /** Whether day and month may be swapped. */
  readonly ambiguous: boolean
}

/** The first day (ISO) if it is certain, that is if it has no second reading and the weekday beside it agrees; else null. */
export function certainDay(date: EventDate | null): string | null {
  return date && !date.ambiguous && !hasWrongWeekday(date) ? date.start : null
}

/** Whether the weekday beside the date does not match it. */
export function hasWrongWeekday({ start, weekday }: EventDate): boolean {
  return weekday !== null && weekdayOf(dayOfIso(start)) !== weekday.value
}

/** The first day with day and month swapped, as an ISO day; null if the date is not ambiguous. */
export function otherReading({ start, ambiguous }: EventDate): string | null {
  const [year, month, day] = start.split('-')
  return ambiguous ? `${year}-${day}-${month}` : null
}

/**
 * Whether a day agrees with the date in a text: it lies between `start` and `end`, or is the other reading. All days are ISO.
 * @param text `end` is null for a single day, `other` for a date with only one reading
 */
export function isGivenBy(day: string, text: { start: string; end: string | null; other: string | null }): boolean {
  return day === text.other || (day >= text.start && day <= (text.end ?? text.start))
}

/**
 * Whether day and month of a date may be swapped in a text of that language. In Vietnamese the day comes first: so it does in all
 * of the 98 unambiguous dates on real pages.
 */
export function isAmbiguousIn(language: Language, date: { readonly ambiguous: boolean }): boolean {
  return date.ambiguous && language !== 'vi'
}

/**
 * The date of a mention; null if it has no year or is not in the calendar.
 * @param offset of the text that the mention's ranges refer to
 */
export function eventDateOf(
  { start, end, weekday, range, ambiguous, valid }: DateMention,
  offset: number,
): EventDate | null {
  const day = valid ? isoDay(start) : null
  if (day === null) return null
  return {
    start: day,
    end: end && isoDay({ ...end, year: end.year ?? start.year }),
    weekday: weekday && { value: weekday.value, range: shifted(weekday.range, offset) },
    range: shifted(range, offset),
    ambiguous,
  }
}
