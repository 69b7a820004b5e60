import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cut, startOfCharacter } from '../src/text/cut.js'

test('a long text is cut before a character, never within one', () => {
  expect(cut('abc', 3)).toBe('abc')
  expect(cut('abcd', 3)).toBe('abc…')
  expect(cut('ab🎤d', 3)).toBe('ab…')
  expect(cut('ab cd', 3)).toBe('ab…')
  expect(cut('ab🎤d', 4)).toBe('ab🎤…')
  expect(cut('ba\u0323\u0302d', 3)).toBe('b…')
  expect(cut('b👍🏽d', 3)).toBe('b…')
  expect(cut('b👩‍💻❤️d', 4)).toBe('b…')
  expect(cut('b👩‍💻❤️d', 7)).toBe('b👩‍💻…')
  expect(cut('🎤d', 1)).toBe('…')
})

test('characters begin where Unicode says', () => {
  const segmenter = new Intl.Segmenter()
  const parts = fc.array(fc.constantFrom('a', 'ế', 'e', '\u0302', '\u0301', '漢', '🎤', '👩‍💻', '👍🏽', '❤️', ' '))
  fc.assert(
    fc.property(parts, fc.nat(30), (characters, at) => {
      const text = characters.join('')
      const offset = Math.min(at, text.length)
      expect(startOfCharacter(text, offset)).toBe(segmenter.segment(text).containing(offset)?.index ?? text.length)
    }),
  )
})

test('only a bounded number of combining marks is read', () => {
  const text = `a${'\u0301'.repeat(1_000_000)}`
  const start = performance.now()
  for (let times = 0; times < 1000; times++) startOfCharacter(text, 900_000)
  expect(performance.now() - start).toBeLessThan(1000)
})
