import { describe, expect, test } from 'vitest'
import { dayAs } from '../../src/events/written-day.js'

describe('a day written in the manner of another', () => {
  test.each([
    ['2025-11-05', '2025-12-17'],
    ['5/11/2025', '17/12/2025'],
    ['05-11-2025', '17-12-2025'],
    ['November 5, 2025', 'December 17, 2025'],
    ['Nov 5, 2025', 'Dec 17, 2025'],
    ['Nov. 5, 2025', 'Dec. 17, 2025'],
    ['5 November 2025', '17 December 2025'],
    ['5 tháng 11, 2025', '17 tháng 12, 2025'],
    ['05 tháng 11 năm 2025', '17 tháng 12 năm 2025'],
  ])('%s', (written, expected) => {
    expect(dayAs(written, '2025-12-17')).toBe(expected)
  })

  test('keeps a single figure only where there was one', () => {
    expect(dayAs('15/11/2025', '2025-09-07')).toBe('07/09/2025')
    expect(dayAs('5/9/2025', '2025-11-07')).toBe('7/11/2025')
    expect(dayAs('Nov 15, 2025', '2025-09-07')).toBe('Sep 07, 2025')
  })

  test.each([
    'the 5th of November, 2025',
    '5-6/11/2025',
    'Wednesday, 5 November',
    '2025-11-05',
  ])('is not made where it would not be read, or nothing would change: %s', (written) => {
    expect(dayAs(written, '2025-11-05')).toBeNull()
  })
})
