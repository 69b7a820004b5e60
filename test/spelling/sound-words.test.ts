import fc from 'fast-check'
import { expect, test } from 'vitest'
import { soundWords } from '../../src/spelling/sound-words.js'
import { wordTexts } from '../../src/spelling/words.js'

const others = (sound: ReturnType<typeof soundWords>, text: string, [start, end] = [0, text.length]): string[] => {
  const words: string[] = []
  for (let found = sound.nextOther(text, start, end); found; found = sound.nextOther(text, found[1], end))
    words.push(text.slice(...found))
  return words
}

test('words that are not known to be correct, each time they occur', () => {
  const sound = soundWords()
  for (const word of ['ngày', 'day']) sound.add(word)
  expect(others(sound, 'Day by day, từng ngày by_day')).toEqual(['Day', 'by', 'từng', 'by_day'])
})

test('words are cut at the ends of a span', () => {
  const sound = soundWords()
  sound.add('day')
  expect(others(sound, 'days today', [0, 3])).toEqual([])
  expect(others(sound, 'days today', [0, 8])).toEqual(['days', 'tod'])
})

test('for any text, the words that the pattern finds, except correct ones', () => {
  const letters = fc.constantFrom(...'ab_9 -.éịɏ\u0301\u1eff\u1f00×\ue000')
  const texts = fc.string({ unit: letters, maxLength: 40 })
  fc.assert(
    fc.property(texts, texts, (known, text) => {
      const words = wordTexts(known, [0, known.length])
      const sound = soundWords()
      for (const word of words) sound.add(word)
      expect(others(sound, text)).toEqual(wordTexts(text, [0, text.length]).filter((word) => !words.includes(word)))
    }),
  )
})

test('words that do not fit into the table count as unknown', () => {
  const sound = soundWords()
  const words = Array.from({ length: 40_000 }, (_, index) => `w${index}`)
  for (const word of [...words, ...words]) sound.add(word)
  expect(others(sound, words.join(' '))).toEqual(words.slice(0x8000))
})
