import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compose } from '../src/text/compose.js'

/** Each character with what it was written as. */
function pairs(text: string): string[][] {
  const { text: composed, offsetAt } = compose(text)
  return [...composed].map((character, index) => [character, text.slice(offsetAt(index), offsetAt(index + 1))])
}

test('a composed letter comes from all that it is composed of', () => {
  expect(pairs('o\u031b\u0301n')).toEqual([
    ['ớ', 'o\u031b\u0301'],
    ['n', 'n'],
  ])
})

test('a mark that no letter is composed with stands for itself', () => {
  expect(pairs('x\u0323 e\u0302\u0332')).toEqual([
    ['x', 'x'],
    ['\u0323', '\u0323'],
    [' ', ' '],
    ['ê', 'e\u0302'],
    ['\u0332', '\u0332'],
  ])
})

test('of any text, every part comes from a part, in order', () => {
  const letters = fc.array(fc.constantFrom('a', 'ệ', 'e', 'đ', ' ', '💡', '\u0302', '\u0323', '\u0301', '\u031b'))
  fc.assert(
    fc.property(letters, (characters) => {
      const text = characters.join('')
      const { text: composed, offsetAt } = compose(text)
      expect(composed).toBe(text.normalize('NFC'))
      const origins = Array.from({ length: composed.length + 1 }, (_, offset) => offsetAt(offset))
      expect(origins).toEqual(origins.toSorted((a, b) => a - b))
      expect([origins[0], origins.at(-1)]).toEqual([0, text.length])
    }),
  )
})
