import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { folderWith } from './folder.js'
import { goodReport } from './good-report.js'
import { run } from './run.js'

/** Lines without colour codes. */
const linesOf = (text: string): string[] =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: escapes are what is taken out
  text.replace(/\u001b\[[\d;]{1,9}m/g, '').split('\n')

const widest = (text: string): number => Math.max(...linesOf(text).map((line) => line.length))

const bad = goodReport.replace('Saturday', 'Friday')

test('findings fit the width of the terminal, also when they are replayed', async () => {
  const folder = folderWith({ 'a.md': bad, 'b.md': bad, 'c.md': bad, 'd.md': bad })
  // What was written just now is not remembered.
  const later = Date.now() + 60_000
  vi.spyOn(Date, 'now').mockImplementation(() => later)
  const env = { XDG_CACHE_HOME: folderWith({}) }
  const at = async (columns?: number) =>
    (await run(folder, 'check', { env, isTTY: columns !== undefined, columns })).stdout
  const [narrow, wide, piped] = [await at(60), await at(200), await at()]
  expect(widest(narrow)).toBeLessThanOrEqual(60)
  expect(widest(wide)).toBeGreaterThan(60)
  expect(linesOf(wide)).toEqual(linesOf(piped))
  expect([await at(60), await at(200), await at()]).toEqual([narrow, wide, piped])
})

test('fixes and remaining errors have colours on a terminal', async () => {
  const mixed = bad.replace('## Objectives', '## Event Objectives')
  const { stderr } = await run(folderWith({ 'a.md': mixed }), 'fix --write', { isTTY: true })
  const plain = (await run(folderWith({ 'a.md': mixed }), 'fix --write')).stderr
  expect(stderr).toContain('a.md:14: \u001b[32mRename the heading to “Objectives”\u001b[39m\n')
  expect(stderr).toContain('\na.md:12:13: \u001b[31merror\u001b[39m Unexpected weekday')
  expect(stderr).toContain(' \u001b[2m[weekday-mismatch]\u001b[22m\n')
  expect(linesOf(stderr)).toEqual(plain.split('\n'))
})

test('the summary of fix fits the width of the terminal', async () => {
  const around = { isTTY: true, columns: 50 }
  const { stderr } = await run(folderWith({ 'a.md': bad }), 'fix', around)
  expect(stderr).toBe(
    'nothing to fix; left: 1 finding that only the\nauthor can fix (see `reportlint check`); reports\nwere not compared with each other, which needs\n--unsafe\n',
  )
})

test('a written output file is announced on a terminal', async () => {
  const folder = folderWith({ 'a.md': goodReport })
  const call = 'check --format json --output all.json'
  expect(await run(folder, call, { isTTY: true })).toEqual({ code: 0, stdout: '', stderr: 'all.json: written\n' })
  expect(await run(folder, call)).toEqual({ code: 0, stdout: '', stderr: '' })
})

test('output in a file is not wrapped', async () => {
  const folder = folderWith({ 'a.md': bad })
  await run(folder, 'check a.md --output narrow.txt', { isTTY: true, columns: 40 })
  const { stdout } = await run(folder, 'check a.md')
  expect(readFileSync(join(folder, 'narrow.txt'), 'utf8')).toBe(stdout)
})
