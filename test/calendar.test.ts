import { describe, expect, test } from 'vitest'
import { type Day, dayOfIso, exists, isIsoDay, isoDay, monthNamed, weekdayOf } from '../src/report/dates/calendar.js'

const day = (year: number | null, month: number, day: number): Day => ({ year, month, day })

test.each([
  ['January', 1],
  ['sept', 9],
  ['DEC', 12],
  ['', 0],
  ['Ma', 0],
  ['Monday', 0],
])('the month “%s” has the number %i', (name, number) => {
  expect(monthNamed(name)).toBe(number)
})

describe('days of every year', () => {
  test.each([
    [day(2025, 11, 7), '2025-11-07', 'friday'],
    [day(2000, 2, 29), '2000-02-29', 'tuesday'],
    [day(1, 1, 1), '0001-01-01', 'monday'],
    [day(96, 2, 29), '0096-02-29', 'wednesday'],
    [day(999, 12, 31), '0999-12-31', 'tuesday'],
  ])('%o', (date, iso, weekday) => {
    expect(isoDay(date)).toBe(iso)
    expect(weekdayOf(date)).toBe(weekday)
    expect(dayOfIso(iso)).toEqual(date)
  })

  test.each([
    day(2025, 2, 29),
    day(1900, 2, 29),
    day(2025, 4, 31),
    day(2025, 13, 1),
    day(2025, 1, 0),
  ])('%o does not exist', (date) => {
    expect(exists(date)).toBe(false)
    expect(isoDay(date)).toBeNull()
    expect(weekdayOf(date)).toBeNull()
  })

  test('29 February exists in the year 0, but not in 1900', () => {
    expect(exists(day(0, 2, 29))).toBe(true)
    expect(exists(day(null, 2, 29))).toBe(true)
    expect(isoDay(day(null, 2, 29))).toBeNull()
  })
})

test.each([
  '2025-2-1',
  '2025-02-29',
  ' 2025-02-01',
  '2025-02-01T10:00',
  '02-01',
  'soon',
  '',
])('%j is not an ISO day', (text) => {
  expect(isIsoDay(text)).toBe(false)
})

test('an ISO day is recognised', () => {
  expect(isIsoDay('2024-02-29')).toBe(true)
})
