import { expect, test } from 'vitest'
import { check } from '../src/index.js'
import { fingerprints } from '../src/lint/fingerprint.js'

const page = `---
title: "Event 4"
date: 2025-11-20
---

# Summary Report: “Grid Day”

**Date:** Monday, November 17, 2025

## Event Objectives

- Learn what to recieve and what to recieve again

## Speakers

- TBD
`

/** The names of a text's findings with their rules. */
function namesOf(text: string, path = 'a.md', pathOf = (name: string): string => name): string[] {
  const findings = check({ path, text })
  const names = fingerprints(findings, () => text, pathOf)
  return findings.map((finding) => `${finding.rule} ${names.get(finding)}`).sort()
}

test('each finding has its own', () => {
  const names = namesOf(page)
  expect(names.filter((name) => name.startsWith('typo'))).toHaveLength(2)
  expect(names.filter((name) => name.startsWith('missing-section')).length).toBeGreaterThan(1)
  expect(new Set(names).size).toBe(names.length)
})

test('lines that move, line ends, a byte order mark and what happens elsewhere leave them as they are', () => {
  const names = namesOf(page)
  expect(namesOf(page.replace('title:', '# the head\ntitle:').replaceAll('\n', '\r\n'))).toEqual(names)
  expect(namesOf(`\uFEFF${page}`)).toEqual(names)
  expect(namesOf(page.replace('Learn', 'I came to learn'))).toEqual(names)
  expect(namesOf(page, './content/a.md', () => 'a.md')).toEqual(names)
})

test('another deviation, and another file, has another', () => {
  const names = namesOf(page)
  const later = namesOf(page.replace('2025-11-20', '2025-11-21'))
  expect(later.filter((name) => !names.includes(name))).toEqual([expect.stringMatching(/^date-mismatch /)])
  expect(namesOf(page, 'b.md').filter((name) => names.includes(name))).toEqual([])
})

test('one more of the same is one more', () => {
  const names = namesOf(page)
  const more = namesOf(page.replace('Learn what to recieve', 'To recieve, learn what to recieve'))
  expect(more.filter((name) => !names.includes(name))).toHaveLength(1)
  expect(names.filter((name) => !more.includes(name))).toEqual([])
})
