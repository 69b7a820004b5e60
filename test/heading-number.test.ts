import { expect, test } from 'vitest'
import { numberingAt } from '../src/drafting/heading-number.js'
import { buildReport } from '../src/report/build.js'
import { loadSchema } from '../src/schema/load.js'
import { applyEdits } from '../src/text/edit.js'

/** The number of a new heading at the end of a report, or before one of its headings. */
const numberedIn = (headings: readonly string[], before?: string): string => numbering(headings, before).number

function numbering(headings: readonly string[], before?: string): { number: string; after: readonly string[] } {
  const text = `# Summary Report: “Grid Day”\n\n${headings.map((title) => `## ${title}\n\nWords.\n`).join('\n')}`
  const at = before === undefined ? text.length : text.indexOf(`## ${before}`)
  const { number, edits } = numberingAt(at, buildReport({ path: 'a.md', text }, loadSchema('event-report')))
  const titles = applyEdits(text, edits).matchAll(/^## (.*)$/gm)
  return { number, after: [...titles].map(([, title = '']) => title) }
}

test.each([
  [['1. Objectives', '2. Speakers'], '3. '],
  [['**1\\. Objectives**', '**2\\. Speakers**'], '3. '],
  [['1) Objectives', '2) Speakers'], '3) '],
  [['I. Objectives', 'II. Speakers', 'III. Highlights'], 'IV. '],
  [['(a) Objectives', '(b) Speakers'], '(c) '],
  [['1/ Objectives', '2/ Speakers'], '3/ '],
  [['I - Objectives', 'II - Speakers'], 'III - '],
  [['4.1 Objectives', '4.2 Speakers'], '4.3 '],
  [['Part 1: Objectives', 'Part 2: Speakers'], 'Part 3: '],
  [['PHẦN I: Mục tiêu', 'PHẦN II: Diễn giả'], 'PHẦN III: '],
  [['1. Objectives', '2. Speakers', '3. The grid of Sa Pa'], '4. '],
])('after %j, the next number is “%s”', (headings, number) => {
  expect(numberedIn(headings)).toBe(number)
})

test.each([
  ['nothing is numbered', ['Objectives', 'Speakers']],
  ['one section is', ['1. Objectives', 'Speakers']],
  ['the talks are', ['Objectives', 'Speakers', '1. Maps', '2. Grids']],
  ['the last ones are not', ['1. Objectives', '2. Speakers', 'Highlights']],
  ['they are not numbered alike', ['1. Objectives', 'II. Speakers']],
  ['the letters are at their end', ['g) Objectives', 'h) Speakers']],
])('there is no number if %s', (_, headings) => {
  expect(numberedIn(headings)).toBe('')
})

test.each([
  [['1. Objectives', '2. Speakers', '3. Highlights'], 2, '3. ', ['1. Objectives', '2. Speakers', '4. Highlights']],
  [['1. Objectives', '2. Speakers'], 0, '1. ', ['2. Objectives', '3. Speakers']],
  [['Phần I: Mục tiêu', 'Phần II: Diễn giả'], 1, 'Phần II: ', ['Phần I: Mục tiêu', 'Phần III: Diễn giả']],
  [['**1\\. Objectives**', '**2\\. Speakers**'], 1, '2. ', ['**1\\. Objectives**', '**3\\. Speakers**']],
  [['4.1 Objectives', '4.2 Speakers'], 1, '4.2 ', ['4.1 Objectives', '4.3 Speakers']],
  [['1. Objectives', '2. Speakers', '4. Takeaways'], 1, '2. ', ['1. Objectives', '3. Speakers', '4. Takeaways']],
  [['1. Objectives', '2. Speakers', 'The grid'], 1, '2. ', ['1. Objectives', '3. Speakers', 'The grid']],
])('inserted in %j before heading %i, the number is “%s”, and later headings are renumbered', (headings, at, number, after) => {
  expect(numbering(headings, headings[at])).toEqual({ number, after })
  const decomposed = headings.map((title) => title.normalize('NFD'))
  const letters = after.map((title) => title.normalize('NFD'))
  expect(numbering(decomposed, decomposed[at])).toEqual({ number, after: letters })
})

test('sub-headings with the number are renumbered, too', () => {
  const under = (number: number): string => `### ${number}.1 Maps\n\n### ${number}.2. Grids\n\n**${number}.3 Poles**`
  const report = (numbers: readonly number[]): string =>
    numbers.map((number) => `## ${number}. Part\n\n${under(number)}\n\n### 2026.1 plans\n`).join('\n')
  const text = `## Objectives\n\n## 1. Speakers\n\n## 2. Highlights\n\n${report([3, 4])}`
  const at = text.indexOf('## 2.')
  const { edits } = numberingAt(at, buildReport({ path: 'a.md', text }, loadSchema('event-report')))
  expect(applyEdits(text, edits)).toBe(`${text.slice(0, at)}## 3. Highlights\n\n${report([4, 5])}`)
})

test('sub-headings that only look numbered are not renumbered', () => {
  const text = '## 1. Objectives\n\n## 2. Speakers\n\n### 2.5 million users\n'
  const { edits } = numberingAt(text.indexOf('## 2.'), buildReport({ path: 'a.md', text }, loadSchema('event-report')))
  expect(applyEdits(text, edits)).toBe(text.replace('2. Speakers', '3. Speakers'))
})

test.each([
  ['the order is not that of the numbers', ['1. Objectives', '2. Speakers', '1. Highlights'], '1. Highlights'],
  ['they count from a later one', ['3. Objectives', '4. Speakers'], '3. Objectives'],
  ['one that would count on is linked to', ['1. Objectives', '2. [Speakers](#2-speakers)'], '2. [Speakers'],
  ['its number is in a tag', ['1. Objectives', '<b>2.</b> Speakers'], '<b>2.'],
])('there is no number between them if %s', (_, headings, before) => {
  expect(numbering(headings, before)).toEqual({ number: '', after: headings })
})

test('a missing number is used', () => {
  expect(numberedIn(['1. Objectives', '2. Speakers', '4. Highlights'], '4. Highlights')).toBe('3. ')
})
