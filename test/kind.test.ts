import { describe, expect, test } from 'vitest'
import { inspect } from '../src/index.js'
import { goodReport } from './good-report.js'

const EVENTS = 'content/4-EventParticipated'
const kindOf = (path: string, text: string): string => inspect({ path, text }).kind

/** The headings of the schema's first sections, five of them required, under a title that is not a report's. */
const withSections = (count: number): string =>
  `# Notes\n\n${['Objectives', 'Speakers', 'Takeaways', 'Highlights', 'Applying to Work']
    .slice(0, count)
    .map((title) => `## ${title}\n\nText.\n`)
    .join('\n')}`

describe('a page is an event report because of', () => {
  test.each([
    ['its folder', `${EVENTS}/4.2-Kick-off/_index.md`, 'Text.'],
    ['its number in the menu', `${EVENTS}/kick-off.md`, '---\ntitle: A\npre: " <b> 4.2. </b> "\n---\n\nText.'],
    ['its number in the title', `${EVENTS}/kick-off.md`, '---\ntitle: Event 2\n---\n\nText.'],
    ['the title of reports', `${EVENTS}/kick-off.md`, '# Summary Report: Grid Day\n\nText.'],
    ['two of its sections', `${EVENTS}/kick-off.md`, withSections(2)],
    ['the title of reports, wherever it lies', 'content/1-Worklog/1.2-Week2/_index.md', goodReport],
    ['four of its sections, wherever it lies', 'content/1-Worklog/1.2-Week2/_index.md', withSections(4)],
  ])('%s', (_, path, text) => {
    expect(kindOf(path, text)).toBe('event')
  })
})

describe('a page is not an event report', () => {
  test.each([
    ['by one section', `${EVENTS}/kick-off.md`, withSections(1)],
    [
      'by fields that stand for sections',
      `${EVENTS}/kick-off.md`,
      '**Objectives:** a\n\n**Speakers:** b\n\n**Takeaways:** c',
    ],
    [
      'by two sections among many others',
      `${EVENTS}/figures.md`,
      withSections(2) + Array.from({ length: 7 }, (_, index) => `\n## Table ${index}\n\nText.\n`).join(''),
    ],
    ['by two sections in another chapter', 'content/1-Worklog/_index.md', withSections(2)],
    [
      'by a number in another chapter',
      'content/1-Worklog/1.2-Week2/_index.md',
      '---\npre: "<b>1.2.</b>"\n---\n\nText.',
    ],
  ])('%s', (_, path, text) => {
    expect(kindOf(path, text)).toBe('other')
  })
})

describe('a page is an index page because of', () => {
  test.each([
    ['the number of its chapter in the menu', `${EVENTS}/_index.md`, '---\npre: " <b> 4. </b> "\n---\n\nText.'],
    ['links to the pages below it', `${EVENTS}/_index.md`, `${withSections(3)}\n[Event 1](4.1-Event1/)\n`],
    ['such links, where it is the first of its site', 'content/_index.md', '[Event 1](4.1-Event1/)'],
  ])('%s', (_, path, text) => {
    expect(kindOf(path, text)).toBe('index')
  })

  test('an event report with such a link is not an index page', () => {
    expect(kindOf(`${EVENTS}/4.2-Event2/_index.md`, 'As in [Event 1](4.1-Event1/).')).toBe('event')
  })
})
