import { dayOfIso, isoDay, MONTHS, type Weekday, weekdayOf } from '../report/dates/calendar.js'
import { findDates } from '../report/dates/dates.js'
import type { TextEdit } from '../text/edit.js'
import { rangeAt, type Spot } from '../text/spot.js'

/** A day as it is written in a text. */
export interface WrittenDay {
  readonly at: Spot
  /** ISO */
  readonly start: string
  /** The text of the date; null for a span of days, of which one cannot be changed alone. */
  readonly written: string | null
  /** The weekday beside it, whether right or wrong. */
  readonly weekday: Weekday | null
}

/**
 * The edit that replaces a day by another one in the same format, and leaves the weekday beside it.
 * @param day ISO
 * @returns null if the format is not supported, or if the weekday does not match the new day
 */
export function rewritten({ at, start, written, weekday }: WrittenDay, day: string): TextEdit | null {
  if (written === null || (weekday !== null && weekdayOf(dayOfIso(day)) !== weekday)) return null
  const text = dayAs(written, start, day)
  return text === null ? null : { range: rangeAt(at), text }
}

/**
 * Writes a day in the format of another one: like "November 15, 2025", "November 17, 2025".
 * @param written a single day, without a weekday
 * @param start the same day in ISO, which tells whether "11/10/2025" has the day or the month first
 * @param day the new day, ISO
 * @returns null if the format is not supported
 */
export function dayAs(written: string, start: string, day: string): string | null {
  const [year = '', month = '', date = ''] = day.split('-')
  const two = (number: string, like: string): string => (like.length === 2 ? number : String(Number(number)))
  // Beside the name of a month, "23" does not tell whether 4 would be written as "04".
  const unpadded = (number: string, like: string): string => (like.startsWith('0') ? number : String(Number(number)))
  const name = (like: string): string => {
    const full = MONTHS[Number(month) - 1] as string
    const letters = like.replace('.', '')
    // "May" does not tell whether other months would be abbreviated.
    if (MONTHS.includes(letters) || full === 'May') return full
    return full.slice(0, letters.length === 4 && full.startsWith('Sept') ? 4 : 3) + (like.endsWith('.') ? '.' : '')
  }
  const result = written
    .replace(/^(\d{4})([-/.])\d{2}\2\d{2}$/, (_, _y, mark) => [year, month, date].join(mark))
    .replace(/^(\d{1,2})([-/.])(\d{1,2})\2\d{4}$/, (_, first, mark, second) => {
      const isDayFirst = Number(second) === dayOfIso(start).month
      return [two(isDayFirst ? date : month, first), two(isDayFirst ? month : date, second), year].join(mark)
    })
    .replace(
      /^(\d{1,2})(\s+tháng\s+)(\d{1,2})(\D{1,8})\d{4}$/iu,
      (_, d, of, m, gap) => `${two(date, d)}${of}${two(month, m)}${gap}${year}`,
    )
    .replace(
      /^([A-Z][a-z]{2,8}\.?)(\s+)(\d{1,2})(,?\s*)\d{4}$/,
      (_, m, gap, d, comma) => `${name(m)}${gap}${unpadded(date, d)}${comma}${year}`,
    )
    .replace(
      /^(\d{1,2})(\s+)([A-Z][a-z]{2,8}\.?)(,?\s+)\d{4}$/,
      (_, d, gap, m, comma) => `${unpadded(date, d)}${gap}${name(m)}${comma}${year}`,
    )
  const [read, ...others] = findDates(result)
  return read && others.length === 0 && result !== written && isoDay(read.start) === day ? result : null
}
