import { expect, test } from 'vitest'
import { excerpt } from '../src/text/excerpt.js'

test.each([
  ['Grid Day', 8, 'Grid Day'],
  ['Grid Days', 8, 'Grid Day…'],
  ['Grid Days', 5, 'Grid…'],
  ['🎯🎯🎯', 3, '🎯🎯🎯'],
  ['🎯🎯🎯🎯', 3, '🎯🎯🎯…'],
  ['Grid 🎯 Day', 6, 'Grid 🎯…'],
])('of “%s”, %i characters are “%s”', (text, length, expected) => {
  expect(excerpt(text, length)).toBe(expected)
})
