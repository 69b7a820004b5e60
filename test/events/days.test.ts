import { describe, expect, test } from 'vitest'
import { languageInName, pageOf, siteOfPage } from '../../src/events/page.js'
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

describe('what a path says', () => {
  test.each([
    ['content/4-Events/4.1-Event1/_index.md', false, 'content'],
    ['an/content/4-Events/4.1-Event1/_index.vi.md', false, 'an/content'],
    ['an/content/4-Events/_index.md', true, 'an/content'],
    ['an/4-Events/4.1-Event1/_index.md', false, 'an'],
    ['an/4-Events/_index.md', true, 'an'],
    ['4.1-Event1/_index.md', false, '..'],
    ['_index.md', false, '../..'],
    ['reports/mai.md', false, 'reports/mai'],
    ['reports/mai.vi.md', false, 'reports/mai'],
    ['mai.txt', false, 'mai'],
  ])('the site of %s', (path, isIndex, site) => {
    expect(siteOfPage(path, isIndex)).toBe(site)
  })

  test('the language, and the page that translations share', () => {
    expect(['_index.md', '_index.vi.md', 'a.pt-BR.md', 'a.v2.md'].map(languageInName)).toEqual([
      null,
      'vi',
      'pt-br',
      null,
    ])
    expect(pageOf('a/_index.vi.md')).toBe(pageOf('a/_index.md'))
  })
})
