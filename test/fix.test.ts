import { chmodSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test, vi } from 'vitest'
import * as lint from '../src/lint/lint.js'
import { folderWith } from './folder.js'
import { goodReport } from './good-report.js'
import { run } from './run.js'

afterEach(() => vi.restoreAllMocks())

/** Event Information is missing, and the section after its place has a variant title: fixed in two passes. */
const report = goodReport
  .replace('## Event Information\n\n- **Date:** Saturday, November 29th, 2025\n\n', '')
  .replace('## Objectives', '## Event Objectives')
  .replace('the load is shared', 'the load is shared on Saturday, November 29th, 2025')

describe('a fix', () => {
  test('is listed with its line in the original file', async () => {
    const folder = folderWith({ 'a.md': report })
    const { stderr } = await run(folder, 'fix --write --unsafe')
    expect(stderr.match(/^a\.md:.*$/gm)).toEqual([
      expect.stringMatching(/^a\.md:8: .*Event Information.* \(unsafe\)$/),
      'a.md:10: Rename the heading to “Objectives”',
      expect.stringMatching(/^a\.md:\d+:1: error .*still to be filled in.* \[empty-section\]$/),
    ])
    expect(readFileSync(join(folder, 'a.md'), 'utf8').split('\n').indexOf('## Objectives')).toBeGreaterThan(10)
  })

  test('is listed beside a diff if it needs a review', async () => {
    const { stdout, stderr } = await run(folderWith({ 'a.md': report }), 'fix --unsafe')
    expect(stdout).toContain('\n+## Objectives\n')
    expect(stderr.match(/^a\.md:.*$/gm)).toEqual([expect.stringMatching(/^a\.md:8: .* \(unsafe\)$/)])
  })
})

test.each([
  '### Grid Day: Sharing the Load',
  '**Summary Report: “Grid Day: Sharing the Load”**',
])('a new title provides the event name for a section added with it: %s', async (line) => {
  const folder = folderWith({ 'a.md': report.replace(/^# .*$/m, line) })
  await run(folder, 'fix --write --unsafe')
  const fixed = readFileSync(join(folder, 'a.md'), 'utf8')
  expect(fixed).toMatch(/^# .*Grid Day: Sharing the Load/m)
  expect(fixed).toContain('\n## Event Information\n\n- **Event name:** Grid Day: Sharing the Load\n')
})

test('after writing, remaining errors are listed with their place in the new file', async () => {
  const text = goodReport.replace('## Objectives', '## Event Objectives').replace('Saturday', 'Friday')
  const folder = folderWith({ 'a.md': text })
  expect((await run(folder, 'fix')).stderr).not.toContain('weekday-mismatch')
  expect(await run(folder, 'fix --write')).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(
      /^a\.md:14: .*\na\.md:12:13: error Unexpected weekday .* \[weekday-mismatch\]\n1 finding in 1 file fixed; left: 1 finding that only/,
    ),
  })
})

test('a file that cannot be written is reported and counted as refused', async () => {
  const folder = folderWith({ 'a.md': report, 'b.md': report })
  chmodSync(join(folder, 'a.md'), 0o444)
  const { code, stderr } = await run(folder, 'fix --write')
  expect(code).toBe(2)
  expect(stderr).toContain('reportlint: a.md: the file is read-only, so it was left unchanged\n')
  expect(stderr).toMatch(
    /\n1 finding in 1 file fixed; left: 2 findings with a fix that needs --unsafe, 1 finding with a fix that was refused for the reason above; reports were not compared with each other, which needs --unsafe\n$/,
  )
  expect(readFileSync(join(folder, 'a.md'), 'utf8')).toBe(report)
})

describe('an unexpected error in one report', () => {
  const brokenOnFixed = (): void => {
    const { lintReport } = lint
    vi.spyOn(lint, 'lintReport').mockImplementation((report, settings) => {
      if (report.path === 'a.md' && report.text.includes('## Objectives')) throw new TypeError('no such luck')
      return lintReport(report, settings)
    })
  }

  test('does not stop the others, and is reported in one line', async () => {
    const folder = folderWith({ 'a.md': report, 'b.md': report })
    brokenOnFixed()
    const { code, stderr } = await run(folder, 'fix --write')
    expect(code).toBe(2)
    expect(stderr).toContain('reportlint: a.md: it could not be fixed (no such luck). Run it again with --debug')
    expect(stderr).not.toContain('    at ')
    expect(readFileSync(join(folder, 'a.md'), 'utf8')).toBe(report)
    expect(readFileSync(join(folder, 'b.md'), 'utf8')).toContain('## Objectives')
  })

  test.each(['fix --debug', '--debug fix'])('has a stack trace with %s', async (args) => {
    const folder = folderWith({ 'a.md': report })
    brokenOnFixed()
    expect((await run(folder, args)).stderr).toMatch(/^TypeError: no such luck\n {4}at /)
  })
})
