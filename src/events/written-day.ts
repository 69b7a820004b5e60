import { dayOfIso, isoDay, MONTHS, type Weekday, weekdayOf } from '../report/dates/calendar.js'
import { findDates } from '../report/dates/dates.js'
import type { TextEdit } from '../text/edit.js'
import { rangeAt, type Spot } from '../text/spot.js'

/** A day where it stands in a text. */
export interface WrittenDay {
  readonly at: Spot
  /** ISO */
  readonly start: string
  /** As it stands there; null where a second day goes with it, so that it cannot be changed alone. */
  readonly written: string | null
  /** The weekday beside it, whether that is right or not. */
  readonly weekday: Weekday | null
}

/**
 * Puts another day in the place of one, written in its manner; the weekday beside it stays.
 * @param day ISO
 * @returns null where the manner cannot be kept, and where the weekday is not that of the day
 */
export function rewritten({ at, start, written, weekday }: WrittenDay, day: string): TextEdit | null {
  if (written === null || (weekday !== null && weekdayOf(dayOfIso(day)) !== weekday)) return null
  const text = dayAs(written, start, day)
  return text === null ? null : { range: rangeAt(at), text }
}

/**
 * A day written in the manner of another one: "November 15, 2025" gives "November 17, 2025".
 * @param written one day, without a weekday
 * @param start what it says, ISO: of "11/15/2025" that tells the order
 * @param day ISO
 * @returns null where the manner is not one that can be kept
 */
export function dayAs(written: string, start: string, day: string): string | null {
  const [year = '', month = '', date = ''] = day.split('-')
  const two = (number: string, like: string): string => (like.length === 2 ? number : String(Number(number)))
  // Beside a month's name, "23" does not tell that 4 is written as "04".
  const unpadded = (number: string, like: string): string => (like.startsWith('0') ? number : String(Number(number)))
  const name = (like: string): string => {
    const full = MONTHS[Number(month) - 1] as string
    const letters = like.replace('.', '')
    // "May" tells nothing of the others.
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
