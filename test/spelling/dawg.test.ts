import { describe, expect, test } from 'vitest'
import { neighbours, rankOf } from '../../src/spelling/dawg.js'
import { dictionary } from '../../src/spelling/dictionary.js'

const words = dictionary()
const near = (word: string): string[] => neighbours(words, word).map(({ word }) => word)

test('the dictionary contains words, and ranks domain words above rare ones and names', () => {
  expect(rankOf(words, 'community')).toBeGreaterThan(rankOf(words, 'communist'))
  expect(rankOf(words, 'communist')).toBeGreaterThan(0)
  expect(rankOf(words, 'microservices')).toBeGreaterThan(1)
  expect(rankOf(words, 'london')).toBe(1)
})

test.each([
  '',
  'communit',
  'communityy',
  'xqz',
  'commun ity',
  'Community',
  'được',
])('%j is not in the dictionary', (word) => {
  expect(rankOf(words, word)).toBe(0)
})

describe('neighbours', () => {
  test.each([
    ['rototyping', 'prototyping', 'a letter missing at the start'],
    ['communit', 'community', 'a letter missing at the end'],
    ['trainning', 'training', 'a letter too many'],
    ['wokrshop', 'workshop', 'two letters swapped'],
    ['langauge', 'language', 'two letters swapped'],
    ['carear', 'career', 'a wrong letter'],
    ['tha', 'the', 'a wrong last letter'],
    ['clouds', 'cloud', 'a last letter too many'],
  ])('%s → %s: %s', (wrong, right) => {
    expect(near(wrong)).toContain(right)
  })

  test('are exactly the words at distance 1', () => {
    const alphabet = 'abcdefghijklmnopqrstuvwxyz'
    for (const word of ['servce', 'cloud', 'teh', 'x', 'mostlyn']) {
      const made = new Set<string>()
      for (let at = 0; at <= word.length; at++) {
        const [before, after] = [word.slice(0, at), word.slice(at)]
        if (after) made.add(before + after.slice(1))
        if (after.length > 1) made.add(`${before}${after[1]}${after[0]}${after.slice(2)}`)
        for (const letter of alphabet) {
          made.add(before + letter + after)
          if (after) made.add(before + letter + after.slice(1))
        }
      }
      made.delete(word)
      expect(near(word).sort()).toEqual([...made].filter((made) => rankOf(words, made) > 0).sort())
    }
  })
})
