import { expect, test } from 'vitest'
import { parse } from '../src/markdown/parse.js'
import { proseLines } from '../src/markdown/prose.js'

const read = (text: string) =>
  proseLines(parse(text), text).map(({ container, text, start, cellBefore }) => [container, start, text, cellBefore])

test('what is not prose becomes blanks of the same length', () => {
  expect(read('# A `b` c\n\nd ![e](f) [g](h) <i>j\nk\n')).toEqual([
    ['heading', 0, '# A     c', null],
    ['paragraph', 11, 'd         [g        j', null],
    ['paragraph', 33, 'k', null],
  ])
})

test('a picture in a link, and code on two lines, become blanks', () => {
  expect(read('[![a](b) c](d) e `f\r\ng` h')).toEqual([
    ['paragraph', 0, '[        c     e   ', null],
    ['paragraph', 21, '   h', null],
  ])
})

test('table cells know the cell before them', () => {
  expect(read('| `a` b | c |\n|---|---|\n| d | e |').map(([, , text, before]) => [text, before])).toEqual([
    ['|     b ', null],
    ['| c |', '|     b '],
    ['| d ', null],
    ['| e |', '| d '],
  ])
})

test('autolinked addresses without a position become blanks', () => {
  expect(read('`a` b\n\n`c` x.www.example.org `d` e\n').map(([, , text]) => text)).toEqual([
    '    b',
    '    x.www.example.org     e',
  ])
})
