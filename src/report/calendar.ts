export const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const

export type Weekday = (typeof WEEKDAYS)[number]

/** A day as written; the year may be left out. Months count from 1. */
export interface Day {
  readonly year: number | null
  readonly month: number
  readonly day: number
}

/** Whether the calendar has such a day; without a year, in some year. */
export function exists({ year, month, day }: Day): boolean {
  const date = new Date(Date.UTC(year ?? 2024, month - 1, day))
  return month >= 1 && month <= 12 && day >= 1 && date.getUTCMonth() === month - 1
}

/** The weekday of a day; null without a year, or where there is no such day. */
export function weekdayOf(date: Day): Weekday | null {
  if (date.year === null || !exists(date)) return null
  return WEEKDAYS[new Date(Date.UTC(date.year, date.month - 1, date.day)).getUTCDay()] ?? null
}

/** `2025-11-07`; null without a year, or where there is no such day. */
export function isoDay(date: Day): string | null {
  if (date.year === null || !exists(date)) return null
  const two = (number: number): string => String(number).padStart(2, '0')
  return `${date.year}-${two(date.month)}-${two(date.day)}`
}
