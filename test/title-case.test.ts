import { expect, test } from 'vitest'
import { titlesFor } from '../src/drafting/title-case.js'
import { parse } from '../src/markdown/parse.js'
import { bindReport } from '../src/report/bind.js'
import { loadSchema } from '../src/schema/load.js'

const schema = loadSchema('event-report')

/** The title of the section that is missing in a report with these titles. */
function titleBeside(id: string, ...titles: string[]): string {
  const text = `# Report\n\n${titles.map((title) => `## ${title}\n\ntext\n`).join('\n')}`
  const spec = schema.sections.find((section) => section.id === id)
  return spec ? titlesFor(bindReport({ path: '_index.md', text }, { schema, parse }))(spec) : ''
}

test.each([
  [['Event Objectives', 'Key Highlights'], 'Applying to Work'],
  [['Event objectives', 'Key highlights'], 'Applying to work'],
  [['EVENT OBJECTIVES', '2. KEY HIGHLIGHTS'], 'APPLYING TO WORK'],
  [['Objectives', 'Highlights'], 'Applying to Work'],
  [['OBJECTIVES', 'HIGHLIGHTS'], 'APPLYING TO WORK'],
  [['Event objectives', 'Key Highlights'], 'Applying to Work'],
  [['Event objectives', 'Key highlights', 'Event Information'], 'Applying to work'],
  [['Objectives of the Event', 'Highlights of the Event'], 'Applying to Work'],
])('beside %j, the title is “%s”', (titles, title) => {
  expect(titleBeside('applying-to-work', ...titles)).toBe(title)
})

test('beside titles in Vietnamese', () => {
  expect(titleBeside('takeaways', 'Mục tiêu sự kiện', 'Nội dung nổi bật của sự kiện')).toBe('Những gì học được')
  expect(titleBeside('takeaways', 'MỤC TIÊU SỰ KIỆN', 'NỘI DUNG NỔI BẬT')).toBe('NHỮNG GÌ HỌC ĐƯỢC')
})
