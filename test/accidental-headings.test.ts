import { expect, test } from 'vitest'
import { accidentalUnderlines, undoAccidentalHeadings } from '../src/markdown/accidental-headings.js'
import { parse } from '../src/markdown/parse.js'

/** The blocks of a text as its author means them, with the lines of hyphens that make a heading by accident. */
function read(text: string) {
  const tree = parse(text)
  undoAccidentalHeadings(tree, text)
  return {
    blocks: tree.children.map(({ type }) => type),
    underlines: accidentalUnderlines(tree, text).map((range) => [range[0], text.slice(...range)]),
  }
}

test.each([
  ['a sentence', 'We measured it twice.'],
  ['an exclamation in quotation marks', '“See you next year!”'],
  ['several lines', 'The hall\nThe stage'],
  ['a long line', `How ${'very '.repeat(30)}long`],
  ['a picture', '![The hall](hall.jpg)'],
  ['a field', '**Place:** Room 2'],
  ['a field with its colon outside', '**Place**: Room 2'],
])('%s above hyphens is no heading', (_, text) => {
  expect(read(`${text}\n  ---  \n\nMore`)).toEqual({
    blocks: ['paragraph', 'thematicBreak', 'paragraph'],
    underlines: [[text.length + 3, '---']],
  })
})

test.each([
  'Takeaways',
  '**Takeaways:**',
  'What did we learn?',
  '**Day 1** in the hall',
  'Part 1: *The hall*',
])('“%s” above hyphens may be a title', (text) => {
  expect(read(`${text}\n---\n\nMore`)).toEqual({ blocks: ['heading', 'paragraph'], underlines: [] })
})

test.each(['', '## Speakers', '# Summary Report'])('a title above hyphens has more than “%s” below', (after) => {
  expect(read(`Takeaways\n---\n\n${after}`).blocks.slice(0, 2)).toEqual(['paragraph', 'thematicBreak'])
})

test.each(['### Speakers', 'Speakers\n---\n\nLan'])('a title above hyphens may have “%s” below', (after) => {
  expect(read(`Takeaways\n---\n\n${after}`)).toMatchObject({
    blocks: expect.arrayContaining(['heading']),
    underlines: [],
  })
})

test('other marks of a rule, blank lines and equals signs make no heading by accident', () => {
  const blocks = ['paragraph', 'thematicBreak']
  for (const mark of ['***', '- - -', '___', '\n---'])
    expect(read(`It ended.\n${mark}`), mark).toEqual({ blocks, underlines: [] })
  expect(read('It ended.\n===').underlines).toEqual([])
})

test('the accident is found in lists and quotations, and the parts have their places', () => {
  const text = '- One.\r\n  ---\r\n\r\n> Two.\r\n> -----\r\n'
  expect(read(text).underlines).toEqual([
    [text.indexOf('---'), '---'],
    [text.indexOf('-----'), '-----'],
  ])
  const tree = parse('> Two.\n> -----\n')
  undoAccidentalHeadings(tree, '> Two.\n> -----\n')
  const [quotation] = tree.children
  expect(quotation).toMatchObject({
    children: [
      { type: 'paragraph', position: { start: { line: 1, column: 3 }, end: { line: 1, column: 7, offset: 6 } } },
      { type: 'thematicBreak', position: { start: { line: 2, column: 3, offset: 9 }, end: { column: 8, offset: 14 } } },
    ],
  })
})
