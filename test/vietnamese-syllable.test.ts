import { expect, test } from 'vitest'
import { isSyllable, partedSyllables } from '../src/text/vietnamese-syllable.js'

test('impossible syllables are recognised without diacritics', () => {
  for (const word of ['nghiem', 'truong', 'quynh', 'khuyen', 'an']) expect(isSyllable(word), word).toBe(true)
  for (const word of ['aei', 'bioe', 'stone', 'zach', 'anr']) expect(isSyllable(word), word).toBe(false)
})

test.each([
  ['ĐộiHình', 'Đội Hình'],
  ['vàNam', 'và Nam'],
  ['HàNội'.normalize('NFD'), 'Hà Nội'],
])('“%s” lacks a blank: %s', (word, right) => {
  expect(partedSyllables(word)?.join(' ')).toBe(right)
})

test.each([
  'HaNoi',
  'ĐỘI',
  'TPHồ',
  'Đội',
  'caféBar',
  'ViệtCloud',
  'ÂnAB',
  'ôTô',
])('“%s” does not lack a blank', (word) => {
  expect(partedSyllables(word)).toBeNull()
})
