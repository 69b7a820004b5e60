import { expect, test } from 'vitest'
import { withoutNumber } from '../src/report/event-name.js'

test.each([
  ['Event 2 — Mesh Day', 'Mesh Day'],
  ['Event 2 – Mesh Day', 'Mesh Day'],
  ['event #12: Mesh Day', 'Mesh Day'],
  ['Sự kiện 3 - Ngày hội Mesh', 'Ngày hội Mesh'],
  ['Sự kiện 3：Ngày hội Mesh'.normalize('NFD'), 'Ngày hội Mesh'.normalize('NFD')],
  ['Event 3', ''],
  ['Event 2026: Mesh Day', 'Event 2026: Mesh Day'],
  ['Mesh Event 3', 'Mesh Event 3'],
])('the author’s number is no part of “%s”', (title, name) => {
  expect(withoutNumber(title)).toBe(name)
})
