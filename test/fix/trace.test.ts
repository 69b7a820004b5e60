import { expect, test } from 'vitest'
import { trace } from '../../src/fix/trace.js'
import type { TextEdit } from '../../src/text/edit.js'

const edit = (start: number, end: number, text: string): TextEdit => ({ range: [start, end], text })

test('steps are combined', () => {
  // abcdef → abXYef → aYef
  const { edits } = trace(6, [[edit(2, 4, 'XY')], [edit(1, 3, '')]])
  expect(edits).toEqual([edit(1, 4, 'Y')])
})

test('inserting and removing a text leaves no edit', () => {
  expect(trace(3, [[edit(1, 1, 'new')], [edit(1, 4, '')]]).edits).toEqual([])
})

test('an offset is traced back to the original', () => {
  // abcdef → ab--cdef → ab--cf
  const { origin } = trace(6, [[edit(2, 2, '--')], [edit(5, 7, '')]])
  expect([0, 1, 2, 3, 4, 5, 6].map(origin)).toEqual([0, 1, 2, 2, 2, 5, 6])
})
