import { expect, test } from 'vitest'
import { stopSyllables } from '../../src/spelling/vietnamese-syllable.js'

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
