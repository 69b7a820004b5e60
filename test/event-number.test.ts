import { expect, test } from 'vitest'
import { inspect } from '../src/index.js'
import { isNumbered, withoutNumber } from '../src/report/event-number.js'

test.each([
  ['Event 2 — Mesh Day', 'Mesh Day'],
  ['Event 2 – Mesh Day', 'Mesh Day'],
  ['event #12: Mesh Day', 'Mesh Day'],
  ['Sự kiện 3 - Ngày hội Mesh', 'Ngày hội Mesh'],
  ['Sự kiện 3：Ngày hội Mesh'.normalize('NFD'), 'Ngày hội Mesh'.normalize('NFD')],
  ['Event 3', ''],
  ['Event 2026: Mesh Day', 'Event 2026: Mesh Day'],
  ['Mesh Event 3', 'Mesh Event 3'],
])('the author’s number is not part of the name: “%s”', (title, name) => {
  expect(withoutNumber(title)).toBe(name)
})

test.each([
  ['Event 3', true],
  ['event05 – Mesh Day', true],
  ['Event #4', true],
  ['Sự kiện 7'.normalize('NFD'), true],
  ['Event 2026', false],
  ['Event 5G Day', false],
  ['Mesh Event 3', false],
  ['Events', false],
])('“%s” begins with the number of an event: %s', (title, expected) => {
  expect(isNumbered(title)).toBe(expected)
})

test.each([
  ['Event #4', 'event', 4],
  ['Event 2026', 'other', null],
])('the kind of a page and its number are recognised by the same words: “%s”', (title, kind, number) => {
  const { kind: known, numbers } = inspect({ path: 'a.md', text: `---\ntitle: "${title}"\n---\n\nSome text.\n` })
  expect([known, numbers.title]).toEqual([kind, number])
})
