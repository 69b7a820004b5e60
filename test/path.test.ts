import { expect, test } from 'vitest'
import { isWithin, shortened, slashed } from '../src/source/path.js'

test.each([
  ['/home/lan', '/home/lan', true],
  ['/home/lan/a.md', '/home/lan', true],
  ['/home/lan/..a.md', '/home/lan', true],
  ['/home/lan', '/', true],
  ['/home/lan-2', '/home/lan', false],
  ['/home', '/home/lan', false],
])('%s within %s: %s', (path, folder, expected) => {
  expect(isWithin(path, folder)).toBe(expected)
})

test('a backslash is part of a name if it is not the separator', () => {
  expect(slashed('a\\b.md')).toBe(process.platform === 'win32' ? 'a/b.md' : 'a\\b.md')
})

test.each([
  ['/home/lan/a.yaml', 'a.yaml'],
  ['/home/lan/..old/a.yaml', '..old/a.yaml'],
  ['/home/binh/a.yaml', '/home/binh/a.yaml'],
  ['../a.yaml', '../a.yaml'],
])('%s shown from /home/lan: %s', (path, expected) => {
  expect(shortened(path, '/home/lan')).toBe(expected)
})

test('a path is not shortened by its first slash', () => {
  expect(shortened('/home/lan/a.yaml', '/')).toBe('/home/lan/a.yaml')
})
