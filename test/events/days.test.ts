import { describe, expect, test } from 'vitest'
import { statedDay } from '../../src/events/stated-day.js'
import { dayAs, rewritten } from '../../src/events/written-day.js'
import { lintTogether } from '../../src/lint/together.js'
import { eventDateConflict } from '../../src/rules/event-date-conflict.js'
import { digest, type PageContent, written } from './pages.js'

describe('a day in the format of another', () => {
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
    expect(dayAs(written, '2025-11-05', '2025-12-17')).toBe(expected)
  })

  test('keeps the month first if it is read that way', () => {
    expect(dayAs('11/15/2025', '2025-11-15', '2025-12-17')).toBe('12/17/2025')
    expect(dayAs('9/25/2025', '2025-09-25', '2025-09-09')).toBe('9/09/2025')
    expect(dayAs('11/15/2025', '2025-11-15', '2025-12-07')).toBeNull()
    // By the weekday beside it.
    expect(dayAs('08/09/2025', '2025-08-09', '2025-08-16')).toBe('08/16/2025')
  })

  test('writes two digits where the model does', () => {
    expect(dayAs('15/11/2025', '2025-11-15', '2025-09-07')).toBe('07/09/2025')
    expect(dayAs('5/9/2025', '2025-09-05', '2025-11-07')).toBe('7/11/2025')
    expect(dayAs('Nov 15, 2025', '2025-11-15', '2025-09-07')).toBe('Sep 7, 2025')
    expect(dayAs('15 November 2025', '2025-11-15', '2025-09-07')).toBe('7 September 2025')
    expect(dayAs('Nov 05, 2025', '2025-11-05', '2025-09-07')).toBe('Sep 07, 2025')
    expect(dayAs('June 20, 2025', '2025-06-20', '2025-03-14')).toBe('March 14, 2025')
    expect(dayAs('Jun. 20, 2025', '2025-06-20', '2025-05-14')).toBe('May 14, 2025')
    expect(dayAs('15 tháng 11 năm 2025', '2025-11-15', '2025-09-07')).toBe('07 tháng 09 năm 2025')
  })

  test.each([
    'the 5th of November, 2025',
    '5-6/11/2025',
    'Wednesday, 5 November',
    '2025-11-05',
  ])('is not written if it would be misread, or nothing would change: %s', (written) => {
    expect(dayAs(written, '2025-11-05', '2025-11-05')).toBeNull()
  })
})

test('the weekday beside a day stays, and a day with another weekday is not written', () => {
  const at = [3, 1, 3, 13, 40, 52] as const
  const given = { at, start: '2025-12-18', written: '18/12/2025', weekday: 'thursday' } as const
  expect(rewritten(given, '2025-09-18')).toEqual({ range: [40, 52], text: '18/09/2025' })
  expect(rewritten(given, '2025-09-19')).toBeNull()
  expect(rewritten({ ...given, weekday: null }, '2025-09-19')?.text).toBe('19/09/2025')
  expect(rewritten({ ...given, written: null }, '2025-09-18')).toBeNull()
})

describe('the day that a page gives', () => {
  const given = (content: PageContent) => {
    const day = statedDay(digest('a.md', written({ name: 'Mesh Night', ...content })))
    return day && [day.start, day.other, day.doubtful]
  }

  test.each<[string, PageContent, unknown]>([
    ['in its text', { bodyDate: '9 May 2026', date: '2026-05-10' }, ['2026-05-09', null, false]],
    ['with two readings', { bodyDate: '09/05/2026' }, ['2026-05-09', '2026-09-05', true]],
    ['in its front matter', { date: '2026-05-10' }, ['2026-05-10', null, false]],
    ['as Hugo cannot read it', { date: '25/05/2026' }, null],
    ['as the template has it', { date: 'YYYY-MM-DD' }, null],
    ['nowhere', {}, null],
  ])('%s', (_, content, expected) => {
    expect(given(content)).toEqual(expected)
  })

  test('is not compared if Hugo cannot read it', () => {
    const others = ['b', 'c', 'd'].map((site) =>
      digest(`${site}/content/4-Events/4.1-Event1/_index.md`, written({ name: 'Mesh Night', bodyDate: '9 May 2026' })),
    )
    const found = (date: string) => {
      const own = digest('a/content/4-Events/4.1-Event1/_index.md', written({ name: 'Mesh Night', date }))
      return lintTogether([own, ...others], { rules: [eventDateConflict] }).map(({ path }) => path[0])
    }
    expect(found('2026-05-25')).toEqual(['a'])
    expect(found('25/05/2026')).toEqual([])
  })
})
