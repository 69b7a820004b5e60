import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, test } from 'vitest'
import { folderWith, writeIn } from '../folder.js'
import { goodReport as plainReport } from '../good-report.js'
import { run } from '../run.js'
import { Editor } from './client.js'

const PAGE = 'content/4-EventParticipated/4.1-Event1/_index.md'
const TRANSLATION = PAGE.replace('.md', '.vi.md')
const INDEX = 'content/4-EventParticipated/_index.md'
const REGISTRY = 'events.yaml'

/** An event with a unique name. */
const goodReport = plainReport.replace('Grid Day', 'Grid Day: Sharing the Load')
const earlier = goodReport.replace('Saturday, November 29th', 'Saturday, November 22nd')
const translation = `---
title: "Sự kiện 1"
date: 2025-11-29
weight: 1
pre: " <b> 4.1. </b> "
---

# Bài thu hoạch: “Ngày hội lưới điện”

## Thông tin sự kiện

- **Ngày:** 29/11/2025

## Mục tiêu sự kiện

- Hiểu cách các đội chia sẻ tải với nhau và giữ cho hệ thống luôn chạy

## Diễn giả

- **Lan Pham** – Kỹ sư, Gridworks
`
const list = (day: string) =>
  `---\ntitle: "Events"\n---\n\n### [Event 1](4.1-Event1/)\n\n- **Event Name:** Grid Day: Sharing the Load\n- **Date:** ${day}\n`
const registry = (day: string) => `events:\n  - name: "Grid Day: Sharing the Load"\n    date: ${day}\n`

/** A day without its weekday. */
const undated = goodReport.replace('Saturday, November 29th, 2025', '29/11/2025')
const templated = undated.replace('date: 2025-11-29', 'date: 2024-01-01')

/** A page in an editor, with files beside it. */
async function opened(files: Record<string, string>, text = files[PAGE] ?? goodReport) {
  const folder = folderWith({ [PAGE]: goodReport, ...files })
  const editor = await new Editor(folder).start()
  const uri = await editor.open(join(folder, PAGE), text)
  return { folder, editor, uri, diagnostics: await editor.diagnostics(uri) }
}

const rulesOf = (diagnostics: readonly { code?: string | number }[]) => diagnostics.map(({ code }) => code)

test('an index page is checked like a named one, and has no titles to complete', async () => {
  const text = `${list('22/11/2025')}- What we recieve\n\n## \n`
  const folder = folderWith({ [PAGE]: goodReport, [INDEX]: text })
  const editor = await new Editor(folder).start()
  const uri = await editor.open(join(folder, INDEX), text)
  const { stdout } = await run(folder, `check --format json ${INDEX}`)
  const rules = JSON.parse(stdout).findings.map(({ rule }: { rule: string }) => rule)
  expect(rulesOf(await editor.diagnostics(uri))).toEqual(rules)
  expect(rules).toEqual(['index-mismatch', 'typo'])
  expect(await editor.completions(uri, '\n\n## ')).toEqual([])
})

describe('the neighbours of a report', () => {
  test.each([
    ['its translation', { [TRANSLATION]: translation, [PAGE]: earlier }],
    ['its index page', { [INDEX]: list('22/11/2025') }],
    ['the registry of events', { [REGISTRY]: registry('2025-11-28') }],
  ])('lead to the same findings as a check of the file: %s', async (_, files) => {
    const { folder, diagnostics } = await opened(files)
    const { stdout } = await run(folder, `check --format json ${PAGE}`)
    const found = JSON.parse(stdout).findings.map(({ rule, message }: { rule: string; message: string }) => [
      rule,
      message,
    ])
    expect(diagnostics.map(({ code, message }) => [code, message])).toEqual(found)
    expect(found.length).toBeGreaterThan(0)
  })

  test('are linked', async () => {
    const { folder, diagnostics } = await opened({ [INDEX]: list('22/11/2025') })
    const start = { line: 7, character: 0 }
    expect(diagnostics.find(({ code }) => code === 'index-mismatch')?.relatedInformation).toEqual([
      {
        location: { uri: pathToFileURL(join(folder, INDEX)).href, range: { start, end: start } },
        message: 'date 2025-11-22',
      },
    ])
  })

  test('are compared with unsaved changes, and read again when they are saved', async () => {
    const { folder, editor, uri } = await opened({ [INDEX]: list('22/11/2025') })
    await editor.type(uri, 'Saturday, November 29th', 'Saturday, November 22nd')
    expect(rulesOf(await editor.diagnostics(uri))).toEqual(['date-mismatch'])
    await editor.type(uri, 'Saturday, November 22nd', 'Saturday, November 29th')
    expect(rulesOf(await editor.diagnostics(uri))).toEqual(['index-mismatch'])
    const index = await editor.open(join(folder, INDEX), list('29/11/2025'))
    writeIn(folder, { [INDEX]: list('29/11/2025') })
    await editor.save(index)
    expect(rulesOf(await editor.diagnostics(uri))).toEqual([])
  })

  test('lead to findings with quick fixes and suppressions', async () => {
    const { editor, uri, diagnostics } = await opened({ [REGISTRY]: registry('2025-11-28'), [PAGE]: undated })
    expect(rulesOf(diagnostics)).toEqual(['event-date-conflict'])
    const actions = await editor.actions(uri, '29/11/2025')
    expect(actions.map(({ title }) => title)).toEqual([
      'Set the date to 2025-11-28 (unsafe: check the result)',
      'Disable event-date-conflict for this line',
    ])
    expect(editor.after(uri, actions[0])).toBe(undated.replace('29/11/2025', '28/11/2025'))
    const silenced = editor.after(uri, actions[1])
    await editor.change(uri, [{ text: silenced }])
    expect(rulesOf(await editor.diagnostics(uri))).toEqual([])
  })

  test('may dispute a day, which no fix writes then', async () => {
    const { editor, uri } = await opened({ [REGISTRY]: registry('2025-11-28'), [PAGE]: templated })
    const context = { only: ['source.fixAll.reportlint'] }
    expect(await editor.actions(uri, 'Grid Day', context)).toEqual([])
    expect((await editor.actions(uri, '2024-01-01')).map(({ title }) => title)).not.toContain(
      'Set the date to 2025-11-29',
    )
  })
})
