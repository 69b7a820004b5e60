import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { generateFiles, writeFiles } from '../bench/generate.js'
import { formats } from '../src/reporters/index.js'
import { runBuilt } from './built-program.js'
import { sharedFolder, writeIn } from './folder.js'
import { run as runIn } from './run.js'

/* A run in parts, each in its own process, compared with a single run. */
const folder = sharedFolder()
const env = { PATH: process.env.PATH, XDG_CACHE_HOME: join(folder, '.cache') }

// Processes are slow to start where much else is going on.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

beforeAll(() => {
  writeFiles(folder, generateFiles({ reports: 40 }))
  writeFileSync(join(folder, '.git'), '')
  // Parts that differ in what they know: a registry, settings, files that nobody can read.
  writeFileSync(join(folder, 'site-00002/events.yaml'), 'events: [{ name: "Grid Day", date: 2025-11-22 }]\n')
  writeFileSync(join(folder, 'site-00003/.reportlintrc.yaml'), 'rules: { translation-mismatch: error }\n')
  writeIn(folder, {
    'site-00001/event-0/broken.md': Uint8Array.of(0x61, 0xff),
    'site-00004/event-0/broken.md': Uint8Array.of(0x61, 0xff),
  })
})

const run = (...args: string[]) => runIn(folder, args, { env })

/** Checks paths in parts. @returns the files with the results */
function inParts(of: number, ...args: string[]): string[] {
  return Array.from({ length: of }, (_, index) => {
    const file = `part-${of}-${index + 1}.json`
    const part = ['--shard', `${index + 1}/${of}`, '--output', file]
    const { status, stdout, stderr } = runBuilt(folder, ['check', ...args, ...part], env)
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: '', stderr: '' })
    return file
  })
}

describe('the merged result', () => {
  let parts: string[] = []
  beforeAll(() => {
    parts = inParts(3, '.')
  })

  test.each(Object.keys(formats))('is byte for byte that of a single run: %s', async (format) => {
    const whole = await run('check', '.', '--format', format)
    expect(whole.code).toBe(2)
    expect(whole.stderr.split('\n')).toHaveLength(3)
    expect(whole.stdout.length).toBeGreaterThan(200)
    expect(await run('merge', ...parts.toReversed(), '--format', format)).toEqual(whole)
  })

  test('compares reports of different parts', async () => {
    const { findings } = JSON.parse((await run('merge', ...parts, '--format', 'json')).stdout)
    const across = findings.filter(({ rule }: { rule: string }) => rule === 'event-date-conflict')
    expect(across.length).toBeGreaterThan(0)
    expect(
      findings.filter(
        ({ path, severity }: Record<string, string>) => path?.startsWith('site-00003') && severity === 'error',
      ).length,
    ).toBeGreaterThan(0)
  })

  test('takes the options for the output', async () => {
    for (const options of [['--quiet'], ['--max-warnings', '1', '--format', 'compact']])
      expect(await run('merge', ...parts, ...options)).toEqual(await run('check', '.', ...options))
    const baseline = ['--baseline', 'known.json']
    await run('check', '.', ...baseline, '--update-baseline')
    expect(await run('merge', ...parts, ...baseline)).toEqual(await run('check', '.', ...baseline))
  })
})

test('named files may have neighbours in other parts, and there may be more parts than files', async () => {
  const site = 'site-00001/content/4-EventParticipated'
  const paths = [`${site}/4.1-Event1/_index.md`, `${site}/4.1-Event1/_index.vi.md`, `${site}/4.2-Event2/_index.md`]
  const parts = inParts(4, ...paths)
  expect(await run('merge', ...parts)).toEqual(await run('check', ...paths))
  const known = JSON.parse(readFileSync(join(folder, parts[0] ?? ''), 'utf8'))
  expect(known).toMatchObject({ schemaVersion: 5, shard: { index: 1, of: 4 } })
})

test('--rule applies to all parts', async () => {
  const options = ['.', '--rule', 'typo', 'translation-mismatch']
  const parts = inParts(2, ...options)
  expect(await run('merge', ...parts)).toEqual(await run('check', ...options))

  // A baseline keeps what was found of other rules.
  await run('check', '.', '--baseline', 'all.json', '--update-baseline')
  const before = readFileSync(join(folder, 'all.json'), 'utf8')
  expect(JSON.parse(before).findings.length).toBeGreaterThan(10)
  await run('merge', ...parts, '--baseline', 'all.json', '--update-baseline')
  expect(readFileSync(join(folder, 'all.json'), 'utf8')).toBe(before)
  expect(await run('merge', ...parts, '--baseline', 'all.json')).toEqual(
    await run('check', ...options, '--baseline', 'all.json'),
  )
})

test('the score uses the named configuration', async () => {
  writeIn(folder, { 'own.yaml': 'score: { error: 30, warning: 3 }\n' })
  const options = ['.', '--config', 'own.yaml']
  const parts = inParts(2, ...options)
  for (const format of ['score', 'score-csv', 'html'])
    expect(await run('merge', ...parts, '--format', format)).toEqual(await run('check', ...options, '--format', format))
})

describe('invalid parts and options are errors', () => {
  test.each(['0/2', '3/2', '1', 'a/b', '-1/2', '1/0'])('--shard %s', async (part) => {
    expect(await run('check', '.', `--shard=${part}`)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('such as 2/8'),
    })
  })

  const forMerge = ['--format html', '--quiet', '--max-warnings 3', '--baseline known.json', '--update-baseline']
  test.each(forMerge)('%s needs merge', async (option) => {
    expect(await run('check', '.', '--shard', '1/1', ...option.split(' '))).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining(`--shard cannot be used with ${option.split(' ')[0]}`),
    })
  })

  test('parts that are missing, duplicate, of another run, or invalid', async () => {
    const [one = '', two = ''] = inParts(2, 'site-00001')
    const [other = ''] = inParts(4, 'site-00001')
    writeFileSync(join(folder, 'none.json'), '{"findings": []}')
    writeFileSync(
      join(folder, 'old.json'),
      readFileSync(join(folder, one), 'utf8').replace(/"program":"[^"]*"/, '"program":"reportlint 0.0.0"'),
    )
    for (const [files, message] of [
      [[one], 'of 2 parts these are missing: 2'],
      [[one, two, one], 'is part 1, and so is'],
      [[one, other], 'it is from a different run'],
      [[one, 'none.json'], 'none.json: expected what'],
      [[one, 'absent.json'], 'absent.json: there is no such file or folder'],
      [[one, '.'], '.: this is a folder, expected a file'],
      [['old.json', two], 'it was written by reportlint 0.0.0'],
    ] as const)
      expect(await run('merge', ...files), message).toMatchObject({
        code: 2,
        stdout: '',
        stderr: expect.stringContaining(message),
      })
  })
})

describe('docs/scale.md', () => {
  const doc = readFileSync(fileURLToPath(new URL('../docs/scale.md', import.meta.url)), 'utf8')

  test('shows the workflow file', () => {
    const [, path = '', text] = /^```yaml (examples\/ci\/\S+)\n([\s\S]*?)^```$/m.exec(doc) ?? []
    expect(text).toBe(readFileSync(fileURLToPath(new URL(`../${path}`, import.meta.url)), 'utf8'))
  })

  test('has commands that work', async () => {
    const script = /^```sh\n([\s\S]*?)^```$/m.exec(doc)?.[1] ?? ''
    const ends: number[] = []
    for (const line of script.trim().split('\n'))
      ends.push(
        (
          await run(
            ...line
              .replace(/\bcontent\b/, 'site-00002')
              .split(' ')
              .slice(1),
          )
        ).code,
      )
    expect(ends).toEqual([0, 0, 1])
  })
})
