import { execFileSync, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { unifiedDiff } from '../../src/fix/diff.js'
import { emptyFolder, writeIn } from '../folder.js'
import { goodReport } from '../good-report.js'
import { run } from '../run.js'

let folder = ''
beforeEach(() => {
  folder = emptyFolder()
  execFileSync('git', ['init', '-q', '.'], { cwd: folder })
})

const body = Array.from({ length: 30 }, (_, index) => `line ${index}  `).join('\n')
const texts: readonly [what: string, text: string][] = [
  ['LF', `${body}\n`],
  ['CRLF', `${body}\n`.replaceAll('\n', '\r\n')],
  ['mixed line ends', `${body}\n`.replace('\n', '\r\n')],
  ['a byte order mark', `\uFEFF${body}\n`],
  ['no final line end', body],
  ['lines that look like the header of a diff', `${body}\n--- a b\n+++ c d\n@@ -1 +1 @@\n`],
]
const names = ['report.md', 'a folder/my report.md', 'báo cáo/Sự kiện 2.md', 'a "quoted" name.md']

const hasPatch = spawnSync('patch', ['--version']).status === 0

describe.each([
  ['git apply', true, ['git', 'apply', '--whitespace=nowarn', 'fix.patch']],
  ['patch -p1', hasPatch, ['patch', '-p1', '--batch', '--silent', '--input=fix.patch']],
] as const)('%s', (_, isThere, [command, ...args]) => {
  /** What the command makes of a file by the diff. */
  function patched(name: string, before: string, after: string): string {
    writeIn(folder, { [name]: before, 'fix.patch': unifiedDiff(name, before, after) })
    execFileSync(command, args, { cwd: folder, stdio: 'pipe' })
    return readFileSync(join(folder, name), 'utf8')
  }

  const changed = (text: string): string => text.replace('line 1 ', 'LINE 1 ').replace('line 29', 'LINE 29')

  test.runIf(isThere).each(texts)('applies to a text with %s', (_, before) => {
    expect(patched('report.md', before, changed(before))).toBe(changed(before))
  })

  test.runIf(isThere).each(names)('accepts the name %s', (name) => {
    expect(patched(name, body, changed(body))).toBe(changed(body))
  })

  test.runIf(isThere)('accepts a last line that gains or loses its line end', () => {
    expect(patched('report.md', body, `${body}\n`)).toBe(`${body}\n`)
    expect(patched('report.md', `${body}\n`, body)).toBe(body)
  })

  test.runIf(isThere).each(['\n', ''])('accepts the diff of a very large change', (end) => {
    const before = Array.from({ length: 5000 }, (_, index) => `line ${index}`).join('\r\n') + end
    const after = before.replaceAll('line', 'LINE')
    expect(patched('report.md', before, after)).toBe(after)
  })
})

describe('the diff of fix', () => {
  const bad = goodReport.replace('## Objectives', '## Event Objectives')
  /** What a command makes of two reports by the diff of fix. */
  async function mended(from: string, paths: readonly string[], command: readonly string[], where: string) {
    writeIn(folder, { 'content/a.md': bad, 'site/content/a.md': bad, 'site/site/content/a.md': goodReport })
    const { stdout } = await run(join(folder, from), ['fix', ...paths])
    const [program = '', ...args] = command
    execFileSync(program, args, { cwd: join(folder, where), input: stdout, stdio: 'pipe' })
    return ['content/a.md', 'site/content/a.md'].filter(
      (path) => readFileSync(join(folder, path), 'utf8') === goodReport,
    )
  }
  const both = ['content/a.md', 'site/content/a.md']

  test.each([
    ['in the folder', '.', ['content'], '.', ['content/a.md']],
    ['above it', 'site', ['../content'], '.', ['content/a.md']],
    ['above it and in it', 'site', ['.', '../content'], '.', both],
    ['in one below the root of the repository', 'site', ['content'], 'site', ['site/content/a.md']],
    ['in one below the root of the repository, from there', 'site', ['content'], '.', ['site/content/a.md']],
  ])('is accepted by git apply: files %s', async (_, from, paths, where, expected) => {
    expect(await mended(from, paths, ['git', 'apply'], where)).toEqual(expected)
  })

  test('is accepted with absolute paths', async () => {
    expect(await mended('site', [join(folder, 'content')], ['git', 'apply'], '.')).toEqual(['content/a.md'])
    expect(await mended('.', [join(folder, 'content')], ['git', 'apply'], '.')).toEqual(['content/a.md'])
  })

  test.runIf(hasPatch)('is accepted by patch -p1 at the root of the repository', async () => {
    expect(await mended('site', ['.', '../content'], ['patch', '-p1', '--silent'], '.')).toEqual(both)
  })
})

test('there is no diff without a change', () => {
  expect(unifiedDiff('a.md', 'x', 'x')).toBe('')
})

test('a diff shows only changed lines and some context', () => {
  expect(unifiedDiff('./a.md', 'a\nb\n', 'a\nc\n')).toBe('--- a/a.md\n+++ b/a.md\n@@ -1,2 +1,2 @@\n a\n-b\n+c\n')
})
