import fc from 'fast-check'
import { expect, test } from 'vitest'
import { plainTitle, plainTitles } from '../src/report/sections/heading-title.js'

/* Reading many titles at once gives the same as reading each by itself. */
const each = (titles: readonly string[]): string[] => titles.map((title) => plainTitle(title).main)

test.each([
  [[]],
  [['']],
  [['Key Takeaways', 'mục tiêu và kết quả', 'Phần 2: Nội dung', 'who & when', 'Speakers (Diễn giả)']],
  [['a title that goes\nover two lines', 'speakers']],
  [['a\nb', 'mục tiêu và kết quả']],
])('%j', (titles) => {
  expect(plainTitles(titles)).toEqual(each(titles))
})

test.each([
  '1/ Mục tiêu',
  'II/ Mục tiêu',
  'IV - Mục tiêu',
  '3 – Mục tiêu',
  '[2] Mục tiêu',
  'Phần 2: Mục tiêu',
])('has no number: %s', (title) => {
  expect(plainTitle(title).main).toBe('mục tiêu')
})

test.each([
  'x-ray basics',
  'i/o basics',
  '24/7 basics',
  'v1 – basics',
])('has a word in place of a number: %s', (title) => {
  expect(plainTitle(title).main).toBe(title)
})

test('any titles', () => {
  const title = fc.string({ unit: fc.constantFrom('a', 'É', ' và ', ' ', '\n', '(', ')', '1.', '&', '🎯', '*', 'ạ') })
  fc.assert(
    fc.property(fc.array(title), (titles) => {
      expect(plainTitles(titles)).toEqual(each(titles))
    }),
    { seed: 1, numRuns: 1000 },
  )
})
