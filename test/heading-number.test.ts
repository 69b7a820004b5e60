import { expect, test } from 'vitest'
import { numberingAt } from '../src/drafting/heading-number.js'
import { buildReport } from '../src/report/build.js'
import { loadSchema } from '../src/schema/load.js'

/** The number that a heading takes at the end of a report, or before a heading of it. */
function numberedIn(headings: readonly string[], before?: string): string {
  const text = `# Summary Report: “Grid Day”\n\n${headings.map((title) => `## ${title}\n\nWords.\n`).join('\n')}`
  const at = before === undefined ? text.length : text.indexOf(`## ${before}`)
  return numberingAt(at, buildReport({ path: 'a.md', text }, loadSchema('event-report')))
}

test.each([
  [['1. Objectives', '2. Speakers'], '3. '],
  [['**1\\. Objectives**', '**2\\. Speakers**'], '3. '],
  [['1) Objectives', '2) Speakers'], '3) '],
  [['I. Objectives', 'II. Speakers', 'III. Highlights'], 'IV. '],
  [['(a) Objectives', '(b) Speakers'], '(c) '],
  [['4.1 Objectives', '4.2 Speakers'], '4.3 '],
  [['Part 1: Objectives', 'Part 2: Speakers'], 'Part 3: '],
  [['PHẦN I: Mục tiêu', 'PHẦN II: Diễn giả'], 'PHẦN III: '],
  [['1. Objectives', '2. Speakers', '3. The grid of Sa Pa'], '4. '],
])('behind %j comes “%s”', (headings, number) => {
  expect(numberedIn(headings)).toBe(number)
})

test.each([
  ['nothing is numbered', ['Objectives', 'Speakers']],
  ['one section is', ['1. Objectives', 'Speakers']],
  ['the talks are', ['Objectives', 'Speakers', '1. Maps', '2. Grids']],
  ['the last ones are not', ['1. Objectives', '2. Speakers', 'Highlights']],
  ['they are not numbered alike', ['1. Objectives', 'II. Speakers']],
  ['the letters are at their end', ['g) Objectives', 'h) Speakers']],
])('there is none where %s', (_, headings) => {
  expect(numberedIn(headings)).toBe('')
})

test('a number that a later heading has, or one below it, is none', () => {
  expect(numberedIn(['1. Objectives', '2. Speakers', '3. Highlights'], '3. Highlights')).toBe('')
  expect(numberedIn(['1. Objectives', '2. Speakers', '1. Highlights'], '1. Highlights')).toBe('')
  expect(numberedIn(['1. Objectives', '2. Speakers'], '1. Objectives')).toBe('')
})

test('a number that is left out is taken', () => {
  expect(numberedIn(['1. Objectives', '2. Speakers', '4. Highlights'], '4. Highlights')).toBe('3. ')
})
