import { expect, test } from 'vitest'
import { countsOf, increase, mostOf } from '../src/text/counts.js'

test('items are counted, and what is counted can be weighed', () => {
  const counts = countsOf(['b', 'a', 'b'])
  expect([...counts]).toEqual([
    ['b', 2],
    ['a', 1],
  ])
  expect([increase(counts, 'a'), increase(counts, 'c', 5), increase(counts, 'b', -1)]).toEqual([2, 5, 1])
})

test('of what comes alike most often, the least is taken, in whatever order it came', () => {
  expect(mostOf(countsOf([3, 1, 2, 3, 2]))).toBe(2)
  expect(mostOf(countsOf([2, 2, 1, 3, 3]))).toBe(2)
  expect(mostOf(countsOf(['b', 'a', 'b']))).toBe('b')
  expect(mostOf(countsOf<string>([]))).toBe(null)
})
