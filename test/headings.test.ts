import { expect, test } from 'vitest'
import { headingLines } from '../src/report/headings.js'
import { maskForMarkdown } from '../src/report/mask.js'
import { parse } from '../src/report/parse.js'

const linesOf = (text: string) =>
  headingLines(parse(maskForMarkdown(text, null)), text).map(({ form, title, titleRange, level }) => ({
    form,
    title,
    level,
    written: text.slice(...titleRange),
  }))

test.each([
  ['## {{< icon "star" >}} Event Objectives', 'heading', 2, '{{< icon "star" >}} Event Objectives'],
  ['<h3>{{< icon "star" >}} Event Objectives</h3>', 'html', 3, '{{< icon "star" >}} Event Objectives'],
  ['**{{< icon "star" >}} Event Objectives**', 'bold', 1, '{{< icon "star" >}} Event Objectives'],
  ['**Event Objectives {{< icon "star" >}}:** to learn', 'inline', 1, 'Event Objectives {{< icon "star" >}}:'],
])('a title is without its shortcodes: %s', (text, form, level, written) => {
  expect(linesOf(text)).toEqual([{ form, title: 'Event Objectives', level, written }])
})
