import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { unifiedDiff } from '../../src/fix/diff.js'

const folder = mkdtempSync(join(tmpdir(), 'reportlint-diff-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const body = Array.from({ length: 30 }, (_, index) => `line ${index}  `).join('\n')

test.each([
  ['LF', `${body}\n`],
  ['CRLF', `${body}\n`.replaceAll('\n', '\r\n')],
  ['mixed line ends', `${body}\n`.replace('\n', '\r\n')],
  ['a byte order mark', `\uFEFF${body}\n`],
  ['no final line end', body],
])('git apply takes the diff of a file with %s', (_, before) => {
  const after = before.replace('line 1 ', 'LINE 1 ').replace('line 29', 'LINE 29')
  const path = 'a folder/report.md'
  const target = join(folder, 'report.md')
  writeFileSync(target, before)
  const patch = join(folder, 'fix.patch')
  writeFileSync(patch, unifiedDiff('report.md', before, after))
  execFileSync('git', ['init', '-q', '.'], { cwd: folder })
  execFileSync('git', ['apply', '--whitespace=nowarn', 'fix.patch'], { cwd: folder })
  expect(readFileSync(target, 'utf8')).toBe(after)
  expect(unifiedDiff(path, before, after)).toMatch(/^--- a\/a folder\/report\.md/)
})

test('there is no diff of what did not change', () => {
  expect(unifiedDiff('a.md', 'x', 'x')).toBe('')
})
