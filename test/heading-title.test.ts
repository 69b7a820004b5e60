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

test('any titles', () => {
  const title = fc.string({ unit: fc.constantFrom('a', 'É', ' và ', ' ', '\n', '(', ')', '1.', '&', '🎯', '*', 'ạ') })
  fc.assert(
    fc.property(fc.array(title), (titles) => {
      expect(plainTitles(titles)).toEqual(each(titles))
    }),
    { seed: 1, numRuns: 1000 },
  )
})
