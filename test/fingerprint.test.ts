import { expect, test } from 'vitest'
import { check } from '../src/index.js'
import { fingerprinted } from '../src/lint/fingerprint.js'
import { sectionLinesOf } from '../src/lint/section-lines.js'
import { buildReport } from '../src/report/build.js'
import { loadSchema } from '../src/schema/load.js'

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

/** The fingerprints of the findings in a text, with their rules. */
function namesOf(text: string, path = 'a.md', pathOf = (name: string): string => name): string[] {
  const findings = check({ path, text })
  const sectionsOf = () => sectionLinesOf(buildReport({ path, text }, loadSchema('event-report')))
  const known = fingerprinted(findings, { textOf: () => text, sectionsOf, pathOf })
  return findings.map((finding) => `${finding.rule} ${known.get(finding)?.fingerprint}`).sort()
}

test('each finding has its own fingerprint', () => {
  const names = namesOf(page)
  expect(names.filter((name) => name.startsWith('typo'))).toHaveLength(2)
  expect(names.filter((name) => name.startsWith('missing-section')).length).toBeGreaterThan(1)
  expect(new Set(names).size).toBe(names.length)
})

test('moved lines, line ends, a byte order mark and changes elsewhere do not matter', () => {
  const names = namesOf(page)
  expect(namesOf(page.replace('title:', '# the front matter\ntitle:').replaceAll('\n', '\r\n'))).toEqual(names)
  expect(namesOf(`\uFEFF${page}`)).toEqual(names)
  expect(namesOf(page.replace('## Speakers', '- Learn more\n\n## Speakers'))).toEqual(names)
  expect(namesOf(page, './content/a.md', () => 'a.md')).toEqual(names)
})

test('another problem or another file gives another fingerprint', () => {
  const names = namesOf(page)
  const later = namesOf(page.replace('2025-11-20', '2025-11-21'))
  expect(later.filter((name) => !names.includes(name))).toEqual([expect.stringMatching(/^date-mismatch /)])
  expect(namesOf(page, 'b.md').filter((name) => names.includes(name))).toEqual([])
})

test('one more equal finding adds one fingerprint', () => {
  const names = namesOf(page)
  const line = '- Learn what to recieve and what to recieve again\n'
  const more = namesOf(page.replace(line, line + line))
  expect(more.filter((name) => !names.includes(name))).toEqual([
    expect.stringMatching(/^typo /),
    expect.stringMatching(/^typo /),
  ])
  expect(names.filter((name) => !more.includes(name))).toEqual([])
})

test('a new finding on another line has a new fingerprint, even if an old one was fixed', () => {
  const names = namesOf(page)
  const moved = namesOf(page.replace('recieve again', 'have again').replace('- TBD', '- TBD\n\nWe recieve more'))
  expect(moved.filter((name) => name.startsWith('typo') && !names.includes(name)).length).toBeGreaterThan(0)
})
