import { expect, test } from 'vitest'
import { isSyllable, partedSyllables, stopSyllables } from '../src/text/vietnamese-syllable.js'

test.each([
  ['tâp', 'tấp tập'],
  ['mảch', 'mách mạch'],
  ['đươc', 'đước được'],
  ['quyêt', 'quyết quyệt'],
  ['đat', 'đát đạt'],
])('“%s” ends in a stop that does not go with its tone: it stands for “%s”', (word, right) => {
  expect(stopSyllables(word).join(' ')).toBe(right)
})

test.each([
  'được',
  'tích',
  'học',
  'hoc',
  'lâu',
  'mảnh',
  'café',
  'sprint',
  'nghêch-ngoac',
])('“%s” stands for nothing else', (word) => {
  expect(stopSyllables(word)).toEqual([])
})

test('without its marks, what no syllable is made of is none', () => {
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

test.each(['HaNoi', 'ĐỘI', 'TPHồ', 'Đội', 'caféBar', 'ViệtCloud', 'ÂnAB', 'ôTô'])('“%s” lacks none', (word) => {
  expect(partedSyllables(word)).toBeNull()
})
