import type { Located, Range } from '../../text/range.js'
import { type Day, exists, type Weekday, weekdayOf } from './calendar.js'
import type { DateText } from './date-text.js'
import { weekdayBeside } from './weekdays.js'

/** A date that a text mentions. */
export interface DateMention {
  /** Offsets of the day or days, without the weekday beside them. */
  readonly range: Range
  readonly start: Day
  /** The last day of a span ("15–16/11/2025"), else null. */
  readonly end: Day | null
  readonly weekday: Located<Weekday> | null
  /** Whether both readings of a date like 08/09/2025 are possible; it is then read with the day first. */
  readonly ambiguous: boolean
  /** Whether the calendar has such a day: false for 31/04/2025. */
  readonly valid: boolean
}

/** Makes a mention of a date at a range of a text, and adds the weekday beside it. @param end the last day of a span */
export function mentionAt(
  text: DateText,
  range: Range,
  start: Day,
  ambiguous: boolean,
  end: Day | null = null,
): DateMention {
  const weekday = weekdayBeside(text, range)
  return {
    range,
    start,
    end,
    // In "Saturday–Sunday, 15–16/11/2025", the weekday right before the 15th is not its own.
    weekday: end === null || weekday?.value === weekdayOf(start) ? weekday : null,
    ambiguous,
    valid: exists(start) && (end === null || exists(end)),
  }
}

/** The first day of a span that gives its year only once, at the end. From December to January, it is in the year before. */
export function beginning(first: Day, last: Day): Day {
  if (first.year !== null || last.year === null) return first
  return { ...first, year: first.month === 12 && last.month === 1 ? last.year - 1 : last.year }
}

/** Whether a day is before another one. Both of them have a year, or neither has. */
export function isBefore(a: Day, b: Day): boolean {
  const count = ({ year, month, day }: Day): number => ((year ?? 0) * 12 + month) * 31 + day
  return count(a) < count(b)
}
