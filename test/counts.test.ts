import { expect, test } from 'vitest'
import { countsOf, increase, mostOf } from '../src/text/counts.js'

test('items are counted, with weights if wanted', () => {
  const counts = countsOf(['b', 'a', 'b'])
  expect([...counts]).toEqual([
    ['b', 2],
    ['a', 1],
  ])
  expect([increase(counts, 'a'), increase(counts, 'c', 5), increase(counts, 'b', -1)]).toEqual([2, 5, 1])
})

test('the smallest of the most frequent items is chosen, whatever their order', () => {
  expect(mostOf(countsOf([3, 1, 2, 3, 2]))).toBe(2)
  expect(mostOf(countsOf([2, 2, 1, 3, 3]))).toBe(2)
  expect(mostOf(countsOf(['b', 'a', 'b']))).toBe('b')
  expect(mostOf(countsOf<string>([]))).toBe(null)
})
