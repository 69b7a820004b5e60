import { expect, test } from 'vitest'
import { maskForMarkdown } from '../src/markdown/mask.js'
import { parse } from '../src/markdown/parse.js'
import { headingLines } from '../src/report/sections/headings.js'

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
])('titles are given without shortcodes: %s', (text, form, level, written) => {
  expect(linesOf(text)).toEqual([{ form, title: 'Event Objectives', level, written }])
})

test.each([
  ['## Event Objectives {#aims}', 'Event Objectives'],
  ['## **Event Objectives** { .wide #aims }', '**Event Objectives**'],
  ['Event Objectives {#aims}\n---', 'Event Objectives'],
  ['## Event Objectives {#aims} ##', 'Event Objectives'],
])('titles are given without attributes: %s', (text, written) => {
  expect(linesOf(text)).toEqual([{ form: 'heading', title: 'Event Objectives', level: 2, written }])
})

test.each([
  '## Objectives {Event}',
  '## Objectives {#aims} of the event',
])('braces that are not attributes stay: %s', (text) => {
  expect(linesOf(text).map(({ title }) => `## ${title}`)).toEqual([text])
})

test.each([
  ['<h2><b>Objectives</b></h2>', 2, 'Objectives', 'Objectives'],
  ['<h3 align="center">Speakers</h3>', 3, 'Speakers', 'Speakers'],
  ['<h3 align="center">\n  <em>Event</em> <b>Objectives</b>\n</h3>', 3, 'Event Objectives', 'Event</em> <b>Objectives'],
  ['<div align="center">\n<H1>Summary Report:<br>“Grid Day”</H1>\n</div>', 1, 'Summary Report: “Grid Day”', null],
  ['- a\n\n  <h3><b>Speakers</b></h3>', 3, 'Speakers', 'Speakers'],
])('HTML headings may contain tags and be within tags: %s', (text, level, title, written) => {
  const own = linesOf(text).filter(({ form }) => form === 'html')
  expect(own).toEqual([{ form: 'html', title, level, written: written ?? expect.any(String) }])
})

test.each([
  '<!-- <h2>Objectives</h2> -->',
  '<div>\n<!--\n<h2>Objectives</h2>\n-->\n</div>',
  '<pre>\n<h2>Objectives</h2>\n</pre>',
  '<h2><img src="a.jpg"></h2>',
  '<h2>Objectives',
  '<header>Objectives</header>',
])('not a heading: %s', (text) => {
  expect(linesOf(text)).toEqual([])
})

test.each([
  '> ',
  '> [!NOTE]\n> ',
  '> [!info] Event Information\r\n> ',
  '> [!tip]- About\n> ',
])('a box may hold fields: %j', (first) => {
  const [field, ...others] = linesOf(`${first}**Date:** 2025-11-29\n`)
  expect(field).toEqual({ form: 'inline', title: 'Date', level: 1, written: 'Date:' })
  expect(others).toEqual([])
})

test('a quotation is no box', () => {
  expect(linesOf('> She said:\n> **Date:** 2025-11-29\n')).toEqual([])
})

test('headings without a space after their marks are headings, and emphasis in them is not another one', () => {
  const text = '##**Speakers:**\n- Lan\n\n  ###3. The drill ##\n**Place:** Room 2\n\n- ##Aims\n\n#chaos\n\n##!\n'
  expect(linesOf(text)).toEqual([
    { form: 'heading', title: 'Speakers:', level: 2, written: '**Speakers:**' },
    { form: 'heading', title: '3. The drill', level: 3, written: '3. The drill' },
    { form: 'inline', title: 'Place', level: 4, written: 'Place:' },
  ])
})
