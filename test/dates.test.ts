import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Day } from '../src/report/dates/calendar.js'
import type { DateMention } from '../src/report/dates/date-mention.js'
import { findDates } from '../src/report/dates/dates.js'

const two = (number: number): string => String(number).padStart(2, '0')
const written = ({ year, month, day }: Day): string => `${year ?? '?'}-${two(month)}-${two(day)}`
/** `2025-11-15..2025-11-16 saturday` */
const shown = ({ start, end, weekday, ambiguous, valid }: DateMention): string =>
  [written(start) + (end ? `..${written(end)}` : ''), weekday?.value, ambiguous && 'ambiguous', !valid && 'invalid']
    .filter(Boolean)
    .join(' ')
const all = (text: string): string[] => findDates(text).map(shown)

/** Texts, with the dates in them. */
const FOUND: readonly (readonly [string, ...string[]])[] = [
  // One day
  ['2025-11-17', '2025-11-17'],
  ['2025-11-17T08:30:00+07:00', '2025-11-17'],
  ['2025/11/17', '2025-11-17'],
  ['17/11/2025', '2025-11-17'],
  ['ngày 17-11-2025', '2025-11-17'],
  ['17.11.2025', '2025-11-17'],
  ['17-Nov-2025', '2025-11-17'],
  ['17/Nov/2025', '2025-11-17'],
  ['November 17, 2025', '2025-11-17'],
  ['Nov. 17th,2025', '2025-11-17'],
  ['the 17th of November, 2025', '2025-11-17'],
  ['Sept 18 2025', '2025-09-18'],
  ['18 tháng 9, 2025', '2025-09-18'],
  ['ngày 17 tháng 11 năm 2025', '2025-11-17'],
  ['ngày 17, tháng 11, năm 2025', '2025-11-17'],
  ['ngày 17 tháng 11/2025', '2025-11-17'],
  ['ngày 17/11 năm 2025', '2025-11-17'],
  ['ngày 17/tháng 11/năm 2025', '2025-11-17'],
  ['17 thg 11, 2025', '2025-11-17'],
  ['17 tháng Mười Một, 2025', '2025-11-17'],
  ['ngày 17 tháng mười năm 2025', '2025-10-17'],
  ['15-16 tháng Giêng 2025', '2025-01-15..2025-01-16'],
  ['17 tháng năm năm 2025', '2025-05-17'],
  ['10 tháng tư vấn, năm 2025'],
  ['the 17th of November of 2025', '2025-11-17'],
  ['Buổi 2 - tháng 6 năm 2026'],
  ['tỷ lệ 17/11 năm ngoái'],
  ['November 17th', '?-11-17'],
  ['ngày 17 tháng 11', '?-11-17'],
  // Several days
  ['15-16/11/2025', '2025-11-15..2025-11-16'],
  ['15/11 - 16/11/2025', '2025-11-15..2025-11-16'],
  ['15/11/2025-16/11/2025', '2025-11-15..2025-11-16'],
  ['từ 18/09/2025 đến ngày 19/09/2025', '2025-09-18..2025-09-19'],
  ['18 đến 19 tháng 9, 2025', '2025-09-18..2025-09-19'],
  ['từ ngày 18 đến ngày 19 tháng 9 năm 2025', '2025-09-18..2025-09-19'],
  ['May 9 – 10, 2026', '2026-05-09..2026-05-10'],
  ['9 and 10 May 2026', '2026-05-09..2026-05-10'],
  ['September 30 – October 2, 2025', '2025-09-30..2025-10-02'],
  ['September 30 – 2 October 2025', '2025-09-30..2025-10-02'],
  ['September 2nd to 10th of October, 2025', '2025-09-02..2025-10-10'],
  ['Saturday, Nov 15 2025 – Sunday, Nov 16 2025', '2025-11-15..2025-11-16 saturday'],
  ['Saturday–Sunday, 15–16/11/2025', '2025-11-15..2025-11-16'],
  // A weekday beside the day
  ['Friday, November 29, 2025', '2025-11-29 friday'],
  ['Mon, 17 Nov 2025', '2025-11-17 monday'],
  ['Thứ Hai, ngày 17/11/2025', '2025-11-17 monday'],
  ['Thứ 5, 18/09/2025', '2025-09-18 thursday'],
  ['Thứ 7 - 15/11/2025', '2025-11-15 saturday'],
  ['T7, 15/11/2025', '2025-11-15 saturday'],
  ['Chủ Nhật 16/11/2025', '2025-11-16 sunday'],
  ['**Thứ Bảy**, **ngày 15/11/2025**', '2025-11-15 saturday'],
  ['ngày **15/11/2025** (Thứ Bảy)', '2025-11-15 saturday'],
  ['15/11/2025, Monday 17/11/2025', '2025-11-15', '2025-11-17 monday'],
  ['15/11/2025 (Sat), 8:30', '2025-11-15 saturday'],
  ['15/11/2025, Sat morning', '2025-11-15 saturday'],
  ['15/11/2025, Thứ 7 Hội trường A', '2025-11-15 saturday'],
  // A place that begins like one
  ['15/11/2025, Thu Duc City', '2025-11-15'],
  ['November 15, 2025 – Sun Wah Tower', '2025-11-15'],
  ['15/11/2025, T3 Đại sảnh', '2025-11-15'],
  ['Hall T2, 29/11/2025', '2025-11-29'],
  ['Tòa nhà T7 - 17/11/2025', '2025-11-17'],
  ['9:00 T7, 15/11/2025', '2025-11-15 saturday'],
  ['9h sáng T7 (15/11/2025)', '2025-11-15 saturday'],
  ['Hall 2, T7 15/11/2025', '2025-11-15 saturday'],
  ['Hall B, CN 16/11/2025', '2025-11-16 sunday'],
  ['08/09/2025, Thu Đức', '2025-09-08 ambiguous'],
  // Day first or month first
  ['11/17/2025', '2025-11-17'],
  ['08/09/2025', '2025-09-08 ambiguous'],
  ['09/09/2025', '2025-09-09'],
  ['Monday, 08/09/2025', '2025-09-08 monday'],
  ['Saturday, 08/09/2025', '2025-08-09 saturday'],
  ['Tuesday, 08/09/2025', '2025-09-08 tuesday ambiguous'],
  ['Saturday, 09/05/2026', '2026-05-09 saturday ambiguous'],
  ['ngày 15, 16, 17/11/2025', '2025-11-15..2025-11-17'],
  ['on the 14th, 15th, 16th and 17th of November 2025', '2025-11-14..2025-11-17'],
  ['16, 15 và 17 tháng 11 năm 2025', '2025-11-15..2025-11-17'],
  ['2025, 15 và 17 tháng 11', '?-11-15..?-11-17'],
  ['Hall 3, 15 and 16 November 2025', '2025-11-15..2025-11-16'],
  ['8:30 - 11, 15 và 16/11/2025', '2025-11-15..2025-11-16'],
  ['11/17/2025 – 11/18/2025', '2025-11-17..2025-11-18'],
  ['11/28 – 12/2/2025', '2025-11-28..2025-12-02'],
  ['From 9/5/2025 to 9/16/2025', '2025-09-05..2025-09-16'],
  ['31/11 – 01/12/2025', '2025-11-31..2025-12-01 invalid'],
  // Over New Year
  ['12/30/2025 – 1/2/2026', '2025-12-30..2026-01-02'],
  ['30 December – 2 January 2026', '2025-12-30..2026-01-02'],
  ['December 30 – January 2, 2026', '2025-12-30..2026-01-02'],
  ['December 30 – 2 January 2026', '2025-12-30..2026-01-02'],
  ['20 November-2 December 2025', '2025-11-20..2025-12-02'],
  ['20th of November 2025-2nd of December 2025', '2025-11-20..2025-12-02'],
  ['November 20-December 2, 2025', '2025-11-20..2025-12-02'],
  ['Nov. 20, 2025-2 Dec. 2025', '2025-11-20..2025-12-02'],
  ['ngày 20 tháng 11-ngày 2 tháng 12 năm 2025', '2025-11-20..2025-12-02'],
  ['20 tháng 11 năm 2025-2 tháng 12 năm 2025', '2025-11-20..2025-12-02'],
  ['20 November-2.5 hours later'],
  ['cohort-2 December 2025', '2025-12-02'],
  ['30/12 – 02/01/2026', '2025-12-30..2026-01-02'],
  ['15 March – 2 January 2026', '?-03-15', '2026-01-02'],
  // No such day
  ['31/04/2025', '2025-04-31 invalid'],
  ['February 30, 2025', '2025-02-30 invalid'],
  ['29/02/2024', '2024-02-29'],
  ['2025-13-01', '2025-13-01 invalid'],
  // What counts or times something is no first day of a span
  ['Event 2 - 17/11/2025', '2025-11-17'],
  ['Lần 3, 17/11/2025', '2025-11-17'],
  ['Session 3 January 17, 2026', '2026-01-17'],
  ['1 - ngày 6 tháng 6 năm 2026', '2026-06-06'],
  ['8h30 - 12h00, 17/11/2025', '2025-11-17'],
  ['08:30 – 12:00, 15/11/2025', '2025-11-15'],
  ['8 giờ 30 - 15/11/2025', '2025-11-15'],
]

const NOT_FOUND = [
  '17/11/25',
  'October, 2025',
  'tháng 11 năm 2025',
  '30-60-90 ngày',
  'Series #1 2025',
  '08:30 – 12:00',
  '8h30 - 12h00',
  'version 2.15.11.2025',
  'v1.11.2025',
  '0912.11.2025',
  '10/100/2025',
  '24/7, 12/2025',
  'You may 5 times ask',
  '/images/2025/11/17/hall.jpg',
  'https://example.org/blog/2025-11-17-notes',
  '2026-05-09_hall.jpg',
  '15-11-2025.png',
  'hall-15-11-2025.png',
]

describe('findDates', () => {
  test.each(FOUND)('%s', (text, ...expected) => {
    expect(all(text)).toEqual(expected)
  })

  test.each(NOT_FOUND)('finds no date: %s', (text) => {
    expect(all(text)).toEqual([])
  })

  test.each([
    ['17/11/25', '2025-11-17'],
    ['9:00, 08.09.25', '2025-09-08 ambiguous'],
    ['Monday 08/09/25', '2025-09-08 monday'],
    ['11/17/25', '2025-11-17'],
    ['17/11/98'],
    ['17-11-25'],
    ['17/11/2025', '2025-11-17'],
  ])('finds attributes of a date: %s', (text, ...expected) => {
    expect(findDates(text, true).map(shown)).toEqual(expected)
  })

  test.each(FOUND)('finds the same in decomposed letters: %s', (text, ...expected) => {
    expect(all(text.normalize('NFD'))).toEqual(expected)
  })

  test.each([
    (text: string) => text,
    (text: string) => text.normalize('NFD'),
  ])('gives ranges in the text as written', (form) => {
    const text = form('Buổi họp: Thứ Bảy, ngày 15 tháng 11 năm 2025 ở Huế')
    const [mention] = findDates(text)
    expect(text.slice(...(mention?.range ?? [0, 0]))).toBe(form('15 tháng 11 năm 2025'))
    expect(text.slice(...(mention?.weekday?.range ?? [0, 0]))).toBe(form('Thứ Bảy'))
  })

  test('finds every day in every format', () => {
    const months = 'January February March April May June July August September October November December'.split(' ')
    const anyDay = fc.date({ min: new Date('2000-01-01'), max: new Date('2049-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(anyDay, fc.string(), (date, before) => {
        const iso = date.toISOString().slice(0, 10)
        const [year, month, day] = iso.split('-').map(Number) as [number, number, number]
        const ways = [iso, `${months[month - 1]} ${day}, ${year}`, `${day} tháng ${month} năm ${year}`]
        for (const way of ways) {
          const text = `${before}\n\n${way}`
          const last = findDates(text).at(-1)
          expect(last && written(last.start)).toBe(iso)
          expect(text.slice(...(last?.range ?? [0, 0]))).toBe(way)
        }
      }),
    )
  })

  test('finds mentions in order, never overlapping', () => {
    const pieces = fc.constantFrom(
      '15',
      '/',
      '-',
      '11',
      '2025',
      ' ',
      ', ',
      'May',
      'tháng',
      'ngày',
      'đến',
      'Thứ 5',
      'to',
      '́',
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), (words) => {
        const text = words.join('')
        let at = 0
        for (const { range } of findDates(text)) {
          expect(range[0]).toBeGreaterThanOrEqual(at)
          expect(range[1]).toBeGreaterThan(range[0])
          at = range[1]
        }
        expect(at).toBeLessThanOrEqual(text.length)
      }),
      { numRuns: 500 },
    )
  })

  test.each([
    '1 ',
    '15/11/2025 - ',
    '1 - ',
    'May 5 to ',
    ' ',
    '15/',
    'Thứ ',
  ])('reads long runs of %j to their end', (piece) => {
    const text = piece.repeat(200_000 / piece.length)
    let end = 0
    for (const { range } of findDates(text)) {
      expect(range[0]).toBeGreaterThanOrEqual(end)
      end = range[1]
    }
    expect(end).toBeLessThanOrEqual(text.length)
  })
})
