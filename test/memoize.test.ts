import { expect, test } from 'vitest'
import { memoize, memoizeByObject, once } from '../src/text/memoize.js'

/** A function that counts how often it is called. */
function counting<Asked>() {
  const calls: Asked[] = []
  return { calls, of: (asked: Asked) => calls.push(asked) }
}

test('a value is computed when it is first needed, and only once', () => {
  const { calls, of } = counting<string>()
  const made = once(() => of('made'))
  expect(calls).toEqual([])
  expect([made(), made()]).toEqual([1, 1])
})

test('results are memoized by object, not by content', () => {
  const { calls, of } = counting<object>()
  const [one, another] = [{ name: 'Lan' }, { name: 'Lan' }]
  const result = memoizeByObject(of)
  expect([result(one), result(another), result(one)]).toEqual([1, 2, 1])
  expect(calls).toEqual([one, another])
})

test('the number of memoized results can be limited', () => {
  const { calls, of } = counting<string>()
  const result = memoize(of, 1)
  for (const text of ['a', 'b', 'a', 'b']) result(text)
  expect(calls).toEqual(['a', 'b', 'b'])
})

test('by default, all results are memoized', () => {
  const { calls, of } = counting<string>()
  const result = memoize(of)
  for (const text of ['a', 'b', 'a', 'b']) result(text)
  expect(calls).toEqual(['a', 'b'])
})
