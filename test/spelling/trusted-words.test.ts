import fc from 'fast-check'
import { expect, test } from 'vitest'
import { trustedWords } from '../../src/spelling/trusted-words.js'
import { wordTexts } from '../../src/spelling/words.js'

const others = (trusted: ReturnType<typeof trustedWords>, text: string, [start, end] = [0, text.length]): string[] => {
  const words: string[] = []
  for (let found = trusted.nextOther(text, start, end); found; found = trusted.nextOther(text, found[1], end))
    words.push(text.slice(...found))
  return words
}

test('words that are not in the set, each time they occur', () => {
  const trusted = trustedWords()
  for (const word of ['ngày', 'day']) trusted.add(word)
  expect(others(trusted, 'Day by day, từng ngày by_day')).toEqual(['Day', 'by', 'từng', 'by_day'])
})

test('words are cut at the ends of a span', () => {
  const trusted = trustedWords()
  trusted.add('day')
  expect(others(trusted, 'days today', [0, 3])).toEqual([])
  expect(others(trusted, 'days today', [0, 8])).toEqual(['days', 'tod'])
})

test('for any text, the words that the pattern finds, except those in the set', () => {
  const letters = fc.constantFrom(...'ab_9 -.éịɏ\u0301\u1eff\u1f00×\ue000')
  const texts = fc.string({ unit: letters, maxLength: 40 })
  fc.assert(
    fc.property(texts, texts, (known, text) => {
      const words = wordTexts(known, [0, known.length])
      const trusted = trustedWords()
      for (const word of words) trusted.add(word)
      expect(others(trusted, text)).toEqual(wordTexts(text, [0, text.length]).filter((word) => !words.includes(word)))
    }),
  )
})

test('words that do not fit into the table count as unknown', () => {
  const trusted = trustedWords()
  const words = Array.from({ length: 40_000 }, (_, index) => `w${index}`)
  for (const word of [...words, ...words]) trusted.add(word)
  expect(others(trusted, words.join(' '))).toEqual(words.slice(0x8000))
})
