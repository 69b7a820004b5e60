import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { decodeTrie } from 'cspell-trie-lib'
import { expect, test } from 'vitest'
import { intendedSyllable, likeliestSyllable, syllablesNear } from '../../src/spelling/vietnamese-syllables.js'

test.each([
  ['chuẫn', 'chuẩn'],
  ['giãm', 'giảm'],
  ['ngử', 'ngữ'],
  ['đươc', 'được'],
  ['đuợc', 'được'],
  ['tâp', 'tập'],
  ['mảch', 'mạch'],
  ['khẵng', 'khẳng'],
  ['giử', 'giữ'],
  ['nghành', 'ngành'],
  ['ngiên', 'nghiên'],
  ['kũng', 'cũng'],
  ['viênn', 'viên'],
  ['nhữg', 'những'],
  ['thàh', 'thành'],
  ['vvà', 'và'],
  ['tạii', 'tại'],
  ['đươcj', 'được'],
])('“%s” is not a syllable and stands for “%s”', (word, right) => {
  expect(intendedSyllable(word)).toEqual({ word: right, certain: true })
})

test.each([
  ['nhứng', 'những'],
  ['khồng', 'không'],
  ['ccá', 'cá'],
  ['nhiểu', 'nhiễu'],
])('“%s” is not a syllable and most likely stands for “%s”', (word, right) => {
  expect(intendedSyllable(word)).toEqual({ word: right, certain: false })
})

test.each([
  'được',
  'hoá',
  'hóa',
  'kĩ',
  'kỹ',
  'quí',
  'gì',
  'giếng',
  'quốc',
  'ý',
  'trỗi',
  'café',
  'vectơ',
  'hoc',
  'sprint',
  'tgđ',
  'cược',
  'điềm',
  'hễ',
  'mẩu',
  'nghía',
  'úc',
])('“%s” is a syllable, or not similar to one', (word) => {
  expect(intendedSyllable(word)).toBeNull()
})

test('a word with several equally common corrections has none', () => {
  for (const word of ['thưc', 'mội', 'khắn']) expect(intendedSyllable(word), word).toBeNull()
})

test('an invalid syllable may be one letter away from common ones', () => {
  expect(syllablesNear('trính')).toEqual(expect.arrayContaining(['trình', 'tính']))
  expect(syllablesNear('kỹx')).toContain('kỹ')
  for (const word of ['khẳng', 'khang', 'đng', 'đc', 'vectơ']) expect(syllablesNear(word), word).toEqual([])
})

test.each([
  ['viớ', 'với'],
  ['kcíh', 'kích'],
  ['tạou', 'tạo'],
  ['đượv', 'được'],
])('“%s” is most likely a slip for “%s”', (word, right) => {
  expect(likeliestSyllable(word)).toBe(right)
})

test.each([
  'vể',
  'café',
  'déjà',
  'façade',
  'naïve',
  'résumé',
  'lôgíc',
  'môđun',
  'đvt',
])('“%s” has no likely correction', (word) => {
  expect(likeliestSyllable(word)).toBeNull()
})

// “~” is before what it knows of a word without its marks.
test('all words of the dictionary are syllables', () => {
  const file = readFileSync('node_modules/@cspell/dict-vi-vn/vi.trie.gz')
  const words = [...decodeTrie(gunzipSync(file)).words()]
    .filter((word) => !word.startsWith('~'))
    .map((word) => word.normalize('NFC').toLowerCase())
  expect(words.length).toBeGreaterThan(6000)
  expect(words.filter((word) => intendedSyllable(word))).toEqual([])
})
