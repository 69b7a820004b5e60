const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const

export type Weekday = (typeof WEEKDAYS)[number]

export const MONTHS = 'January February March April May June July August September October November December'.split(' ')

const SHORT_MONTHS = MONTHS.map((name) => name.slice(0, 3).toLowerCase())

/** The number of a month by its English name or the beginning of it, three letters at least; 0 for any other word. */
export function monthNamed(name: string): number {
  return SHORT_MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1
}

/** The last words of the Vietnamese names of months, January first; two of them have another name. */
const VIETNAMESE_MONTHS = [
  ['một', 'giêng'],
  ['hai'],
  ['ba'],
  ['tư'],
  ['năm'],
  ['sáu'],
  ['bảy'],
  ['tám'],
  ['chín'],
  ['mười'],
  ['mười một'],
  ['mười hai', 'chạp'],
]

/** All of these words, the longest first. */
export const VIETNAMESE_MONTH_WORDS = VIETNAMESE_MONTHS.flat().sort((a, b) => b.length - a.length)

/** The number of a month by the words after “tháng”, in lower case; 0 for any other words. */
export function vietnameseMonthNamed(words: string): number {
  return VIETNAMESE_MONTHS.findIndex((names) => names.includes(words)) + 1
}

/** A day as written; the year may be left out. Months count from 1. */
export interface Day {
  readonly year: number | null
  readonly month: number
  readonly day: number
}

const LEAP_YEAR = 2024

/** Whether the calendar has such a day; without a year, in some year. */
export function exists({ year, month, day }: Day): boolean {
  return month >= 1 && month <= 12 && day >= 1 && instantOf(year ?? LEAP_YEAR, month, day).getUTCMonth() === month - 1
}

/** The weekday of a day; null without a year, or where there is no such day. */
export function weekdayOf(date: Day): Weekday | null {
  if (date.year === null || !exists(date)) return null
  return WEEKDAYS[instantOf(date.year, date.month, date.day).getUTCDay()] ?? null
}

/** `2025-11-07`; null without a year, or where there is no such day. */
export function isoDay(date: Day): string | null {
  if (date.year === null || !exists(date)) return null
  const padded = (number: number, length: number): string => String(number).padStart(length, '0')
  return [padded(date.year, 4), padded(date.month, 2), padded(date.day, 2)].join('-')
}

/** Whether a text is a day of the calendar, as `isoDay` writes it. */
export function isIsoDay(text: string): boolean {
  return isoDay(dayOfIso(text)) === text
}

/** The day that `isoDay` wrote. */
export function dayOfIso(iso: string): Day {
  const [year = 0, month = 0, day = 0] = iso.split('-').map(Number)
  return { year, month, day }
}

/** `Date.UTC` takes the years 0 to 99 for 1900 to 1999. */
function instantOf(year: number, month: number, day: number): Date {
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  return date
}
