import { expect, test } from 'vitest'
import { parse } from '../../src/markdown/parse.js'
import { checkedRanges } from '../../src/spelling/checked-ranges.js'

const prose = (text: string): string[] => checkedRanges(parse(text), text).map((range) => text.slice(...range))

test('headings, paragraphs, links, tables and pictures are checked', () => {
  expect(prose('# One\n\n**two** [three](four) ![five](six "seven")\n\n| eight |\n|---|\n| nine |\n')).toEqual(
    expect.arrayContaining(['One', 'two', 'three', 'five', 'eight', 'nine']),
  )
})

test('code, HTML and addresses are not checked', () => {
  const text =
    '`one` <b title="two">three</b> <code>four</code> five\n\n```\nsix\n```\n\n<div>\nseven\n</div>\n\n[eight]: /nine\n'
  expect(prose(text).join('').replace(/\s+/g, ' ').trim()).toBe('three five')
})

test('an alternative text with escapes is not checked, because its place is unknown', () => {
  expect(prose('![a \\[b\\] c](d.png)')).toEqual([])
})
