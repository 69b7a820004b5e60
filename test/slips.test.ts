import { expect, test } from 'vitest'
import { isOneLetterOff, slips } from '../src/text/slips.js'

test.each([
  ['devops', 'depops', true],
  ['devops', 'devop', true],
  ['devops', 'evops', true],
  ['devops', 'devoops', true],
  ['devops', 'devosp', false],
  ['devops', 'dovips', false],
  ['devops', 'devo', false],
  ['devops', 'devops', false],
])('%s and %s are one letter apart: %s', (a, b, expected) => {
  expect(isOneLetterOff(a, b)).toBe(expected)
  expect(isOneLetterOff(b, a)).toBe(expected)
})

test('swapped neighbours are one slip', () => {
  expect(slips('devops', 'devosp', 2)).toBe(1)
})
