import type { Root } from 'mdast'
import remarkParse from 'remark-parse'
import remarkStringify from 'remark-stringify'
import { unified } from 'unified'
import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import { check } from '../src/index.js'
import remarkReportlint from '../src/remark.js'

const text = `---
title: "Event 2"
date: 2024-01-01
---

# Summary Report: “Grid Day”

**Date:** Saturday, November 29th, 2025

## Event Objectives

- Learn how the load is shared

## Speakers

- ***
`
const path = 'content/4-Events/4.2-Event2/_index.md'

describe('the remark plugin', () => {
  test('reports every finding as a message with its place and rule, errors as fatal', async () => {
    const file = new VFile({ path, value: text })
    await unified().use(remarkParse).use(remarkReportlint).use(remarkStringify).process(file)
    const findings = check({ path, text })
    expect(findings.map(({ rule }) => rule)).toContain('empty-speakers')
    expect(
      file.messages.map(({ reason, ruleId, source, fatal, line, column, place }) => ({
        reason,
        ruleId,
        source,
        fatal,
        line,
        column,
        place,
      })),
    ).toEqual(
      findings.map(({ message, rule, severity, line, column, endLine, endColumn, range }) => ({
        reason: message,
        ruleId: rule,
        source: 'reportlint',
        fatal: severity === 'error',
        line,
        column,
        place: {
          start: { line, column, offset: range[0] },
          end: { line: endLine, column: endColumn, offset: range[1] },
        },
      })),
    )
    const speakers = file.messages.find(({ ruleId }) => ruleId === 'empty-speakers')
    expect(String(speakers)).toMatch(
      /^content\/4-Events\/4\.2-Event2\/_index\.md:16:1-16:6: Unexpected empty list of speakers/,
    )
  })

  test('says which findings can be fixed', () => {
    const file = new VFile({ path, value: text })
    remarkReportlint()(null, file)
    const notes = Object.fromEntries(file.messages.map(({ ruleId, note }) => [ruleId, note]))
    expect(notes['placeholder-date']).toBe('Set the date to 2025-11-29: `reportlint fix` does it.')
    expect(notes['missing-section']).toMatch(/ does it with --unsafe\.$/)
    expect(notes['empty-speakers']).toBeUndefined()
  })

  test('takes a schema by name or as an object, and severities', () => {
    const rules = (options: Parameters<typeof remarkReportlint>[0], value: string | Uint8Array = text) => {
      const file = new VFile({ path, value })
      remarkReportlint(options)(null, file)
      return file.messages.map(({ ruleId }) => ruleId)
    }
    expect(rules({})).toContain('heading-variant')
    expect(rules({ schema: 'fcj' })).not.toContain('heading-variant')
    expect(rules({ severities: { 'heading-variant': 'off' } })).not.toContain('heading-variant')
    expect(rules({}, new TextEncoder().encode(`\uFEFF${text}`))).toEqual(rules({}))
    expect(() => remarkReportlint({ schema: 'fjc' })).toThrow('Unknown schema "fjc"')
  })

  test.each([
    ['about.md', '# About this site\n\nWritten by an intern.\n'],
    ['content/4-Events/_index.md', '---\ntitle: Events\npre: " <b> 4. </b> "\n---\n\n# Events\n'],
    ['content/posts/_index.md', ''],
  ])('skips what is not a report: %s', (path, value) => {
    const file = new VFile({ path, value })
    remarkReportlint()(null, file)
    expect(file.messages).toEqual([])
  })

  test('reports why a file cannot be processed, and lets other plugins run', async () => {
    const file = new VFile({ path, value: `${text}\n${'>'.repeat(25)} deep\n` })
    await unified().use(remarkParse).use(remarkReportlint).use(remarkStringify).process(file)
    expect(file.messages).toMatchObject([
      { reason: expect.stringMatching(/^25 quotations/), line: 18, column: 1, fatal: true, source: 'reportlint' },
    ])
    const page = new VFile({ path: 'content/about/_index.md', value: file.value })
    remarkReportlint()(null, page)
    expect(page.messages).toEqual([])
  })

  test('checks the original text, not the tree that other plugins changed', async () => {
    const file = new VFile({ path, value: text })
    const emptied = () => (tree: Root) => {
      tree.children = []
    }
    await unified().use(remarkParse).use(emptied).use(remarkReportlint).use(remarkStringify).process(file)
    expect(file.messages.map(({ ruleId }) => ruleId)).toEqual(check({ path, text }).map(({ rule }) => rule))
  })
})
