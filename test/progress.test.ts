import { spawnSync } from 'node:child_process'
import { beforeAll, describe, expect, test } from 'vitest'
import { generateFiles, writeFiles } from '../bench/generate.js'
import { progressOn } from '../src/cli/process/progress.js'
import { program } from './built-program.js'
import { sharedFolder } from './folder.js'

const WIPE = '\r\u001b[K'

/** The output of a run over ten files. @param each how long a file takes, in ms */
function runOf(milliseconds: number, { isTTY = true, env = {}, files = 10 } = {}): string[] {
  const written: string[] = []
  let now = 1000
  const progress = progressOn(
    { stderr: { isTTY, write: (text) => written.push(text.toString()) }, env },
    files,
    () => now,
  )
  for (let file = 0; file < 10; file++) {
    now += milliseconds
    progress.done(1)
  }
  progress.end()
  return written
}

describe('progress', () => {
  test('is one line, which is updated, and cleared at the end', () => {
    expect(runOf(200)).toEqual([...[3, 4, 5, 6, 7, 8, 9, 10].map((done) => `${WIPE}${done} of 10 files`), WIPE])
  })

  test('is not shown by runs of less than half a second', () => {
    expect(runOf(49)).toEqual([])
  })

  test('is updated at most ten times a second', () => {
    // From 500 ms on, at 500, 600 and so on to 1,000.
    expect(runOf(100)).toHaveLength(6 + 1)
    expect(runOf(60)).toEqual([`${WIPE}9 of 10 files`, WIPE])
  })

  test('has thousands separators', () => {
    expect(runOf(200, { files: 10_000 })[0]).toBe(`${WIPE}3 of 10,000 files`)
  })

  test.each([
    ['in a pipe', { isTTY: false }],
    ['on a build server', { env: { CI: 'true' } }],
    ['on a terminal that cannot go back', { env: { TERM: 'dumb' } }],
  ])('is not shown %s', (_, where) => {
    expect(runOf(200, where)).toEqual([])
  })

  test('clears the line once, and only if something was shown', () => {
    const written: string[] = []
    let now = 0
    const progress = progressOn(
      { stderr: { isTTY: true, write: (text) => written.push(text.toString()) }, env: {} },
      2,
      () => now,
    )
    progress.end()
    expect(written).toEqual([])
    now = 600
    progress.done(1)
    progress.end()
    progress.end()
    expect(written).toEqual([`${WIPE}1 of 2 files`, WIPE])
  })
})

/** Whether `script` is installed, which runs a command on a terminal; in Debian, it is in `bsdutils`. */
const hasScript = spawnSync('script', ['--version'], { encoding: 'utf8' }).stdout?.includes('util-linux') ?? false

describe.skipIf(!hasScript)('progress on a terminal (needs script of util-linux)', () => {
  const folder = sharedFolder()
  beforeAll(() => writeFiles(folder, [{ path: '.git', text: '', isReport: false }, ...generateFiles({ reports: 120 })]))

  /** What a terminal gets to see. */
  function seen(env: Record<string, string>, redirected = ''): string {
    // The slow parser, in one thread: the run is to take a second.
    const options = '--format compact --parser remark --jobs 1 --no-cache'
    const command = `'${process.execPath}' '${program}' check ${options}${redirected}`
    const { CI: _, ...rest } = process.env
    const { stdout } = spawnSync('script', ['--quiet', '--command', command, '/dev/null'], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...rest, TERM: 'xterm', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      maxBuffer: 1 << 26,
    })
    return stdout
  }

  test('counts up, and disappears before the findings', () => {
    const screen = seen({})
    const counts = screen
      .split(WIPE)
      .flatMap((line) => /^(\d+) of 144 files$/.exec(line)?.[1] ?? [])
      .map(Number)
    expect(counts.length).toBeGreaterThan(0)
    expect(counts).toEqual(counts.toSorted((a, b) => a - b))
    const end = screen.lastIndexOf(WIPE)
    expect(screen.slice(end + WIPE.length)).toMatch(/^site-00001/)
    expect(screen.slice(0, end)).not.toContain('site-00001')
  }, 120_000)

  test('is not shown on build servers or in files', () => {
    expect(seen({ CI: '1' })).not.toContain('of 144 files')
    expect(seen({}, ' 2> progress.txt; cat progress.txt')).not.toContain('of 144 files')
  }, 120_000)
})
