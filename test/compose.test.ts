import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compose } from '../src/text/compose.js'

/** Each character with its original form. */
function pairs(text: string): string[][] {
  const { text: composed, offsetAt } = compose(text)
  return [...composed].map((character, index) => [character, text.slice(offsetAt(index), offsetAt(index + 1))])
}

test('a composed letter maps to all characters that it is composed of', () => {
  expect(pairs('o\u031b\u0301n')).toEqual([
    ['ớ', 'o\u031b\u0301'],
    ['n', 'n'],
  ])
})

test('a mark without a composed letter stays', () => {
  expect(pairs('x\u0323 e\u0302\u0332')).toEqual([
    ['x', 'x'],
    ['\u0323', '\u0323'],
    [' ', ' '],
    ['ê', 'e\u0302'],
    ['\u0332', '\u0332'],
  ])
})

test('every part of any text maps to a part of the original, in order', () => {
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
