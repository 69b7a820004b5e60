import { expect, test } from 'vitest'
import { kept, keptFor, once } from '../src/text/kept.js'

/** A function that counts how often it is called. */
function counting<Asked>() {
  const calls: Asked[] = []
  return { calls, of: (asked: Asked) => calls.push(asked) }
}

test('what is made once is made when it is first asked for', () => {
  const { calls, of } = counting<string>()
  const made = once(() => of('made'))
  expect(calls).toEqual([])
  expect([made(), made()]).toEqual([1, 1])
})

test('what is kept for an object is made for each object', () => {
  const { calls, of } = counting<object>()
  const [one, another] = [{ name: 'Lan' }, { name: 'Lan' }]
  const result = keptFor(of)
  expect([result(one), result(another), result(one)]).toEqual([1, 2, 1])
  expect(calls).toEqual([one, another])
})

test('no more is kept of texts than there is room for', () => {
  const { calls, of } = counting<string>()
  const result = kept(of, 1)
  for (const text of ['a', 'b', 'a', 'b']) result(text)
  expect(calls).toEqual(['a', 'b', 'b'])
})

test('all is kept of texts for which nobody says how much room there is', () => {
  const { calls, of } = counting<string>()
  const result = kept(of)
  for (const text of ['a', 'b', 'a', 'b']) result(text)
  expect(calls).toEqual(['a', 'b'])
})
