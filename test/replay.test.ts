import {
  appendFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { generateFiles, writeFiles } from '../bench/generate.js'
import { runBuilt } from './built-program.js'
import { emptyFolder } from './folder.js'
import { run as runIn } from './run.js'

/* A check that would read nothing new prints its earlier output again. */

let folder = ''
let home = ''
beforeEach(() => {
  home = emptyFolder()
  folder = emptyFolder()
  writeFiles(folder, generateFiles({ reports: 10 }))
  writeFileSync(join(folder, '.git'), '')
  // Files are trusted when they are older than their clock's ticks.
  const later = Date.now() + 60_000
  vi.spyOn(Date, 'now').mockImplementation(() => later)
})
afterEach(() => vi.restoreAllMocks())

interface Called {
  readonly cwd?: string
  readonly env?: Record<string, string>
  readonly isTTY?: boolean
}

const run = (args: readonly string[], { cwd = folder, env = {}, isTTY = false }: Called = {}) =>
  runIn(cwd, ['check', ...args], { env: { XDG_CACHE_HOME: home, ...env }, isTTY })

const cache = (): string => join(home, 'reportlint')

function recordFiles(): string[] {
  try {
    return readdirSync(cache())
      .filter((name) => name.startsWith('run-'))
      .map((name) => join(cache(), name))
  } catch {
    return []
  }
}

/** Changes the recorded output, so that a replayed output can be recognised. */
function markRecords(): void {
  for (const file of recordFiles())
    writeFileSync(file, readFileSync(file, 'utf8').replace(/reportlint fix/g, 'REPORTLINT fix'))
}

const report = 'site-00001/content/4-EventParticipated/4.1-Event1/_index.md'

test('without a writable cache, the output is the same', async () => {
  const first = await run(['site-00001'])
  const file = join(folder, 'no-folder')
  writeFileSync(file, '')
  expect(await run(['site-00001'], { env: { XDG_CACHE_HOME: file } })).toEqual(first)
})

test('the output and the exit code of the same check are replayed', async () => {
  const first = await run(['site-00001'])
  expect(first).toMatchObject({ code: 1, stderr: '' })
  expect(recordFiles()).toHaveLength(1)
  expect(await run(['site-00001'])).toEqual(first)
  markRecords()
  const again = await run(['site-00001'])
  expect(again.stdout).toContain('REPORTLINT fix')
  expect({ ...again, stdout: again.stdout.replaceAll('REPORTLINT', 'reportlint') }).toEqual(first)
})

test('standard error is replayed as well', async () => {
  const args = ['site-00001', '--rule', 'translation-mismatch', 'invisible-character', '--max-warnings', '1']
  const first = await run(args)
  expect(first).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/^reportlint: \d+ warnings, more than --max-warnings 1 allows\n$/),
  })
  markRecords()
  const again = await run(args)
  expect(again).toMatchObject({ code: 1, stderr: first.stderr })
  expect(again.stdout).toContain('REPORTLINT fix')
})

test('new files above the folder that are no settings do not matter', async () => {
  const cwd = join(folder, 'site-00001')
  await run(['.'], { cwd })
  markRecords()
  writeFileSync(join(folder, '.git'), 'gitdir: elsewhere\n')
  writeFileSync(join(folder, 'notes.txt'), 'to do\n')
  expect((await run(['.'], { cwd })).stdout).toContain('REPORTLINT fix')
})

test('new files above the repository do not matter to pages outside of a site', async () => {
  const cwd = join(folder, 'site-00001/content')
  rmSync(join(folder, 'site-00001/hugo.toml'))
  rmSync(join(folder, 'site-00001/static'), { recursive: true })
  writeFileSync(join(cwd, '.git'), '')
  const first = await run(['.'], { cwd })
  markRecords()
  writeFileSync(join(folder, 'site-00001/notes.txt'), 'to do\n')
  writeFileSync(join(folder, 'notes.txt'), 'to do\n')
  expect((await run(['.'], { cwd })).stdout).toContain('REPORTLINT fix')
  // The repository may lie in a site.
  writeFileSync(join(folder, 'site-00001/hugo.toml'), '')
  const after = await run(['.'], { cwd })
  expect(after).toEqual(await run(['.', '--no-cache'], { cwd }))
  expect(after).not.toEqual(first)
})

describe('the check runs again after', () => {
  const at = (path: string): string => join(folder, path)
  const write = (path: string, text: string) => () => writeFileSync(at(path), text)
  const changes: Record<string, () => void> = {
    'a report was edited': () => appendFileSync(at(report), '\nDepOps\n'),
    'a report was edited, and its time put back': () => {
      const { atime, mtime } = statSync(at(report))
      writeFileSync(at(report), `${readFileSync(at(report), 'utf8').slice(0, -14)}\nSeen: DepOps\n`)
      utimesSync(at(report), atime, mtime)
    },
    'a report came': write('site-00001/content/notes.md', '---\ntitle: Event 9\n---\n\n# Summary Report: Notes\n'),
    'a report went': () => rmSync(at(report)),
    'a folder was renamed': () => renameSync(at('site-00001/content'), at('site-00001/pages')),
    'a picture went': () => rmSync(at('site-00001/static'), { recursive: true }),
    'a picture came': () => {
      const folder = at('site-00001/static/images')
      renameSync(join(folder, readdirSync(folder)[0] ?? ''), join(folder, 'other.jpg'))
    },
    'the site got another address': () =>
      writeFileSync(at('site-00001/hugo.toml'), 'baseURL = "https://example.org/elsewhere/"\n'),
    'a configuration came': write(
      'site-00001/content/.reportlintrc.yaml',
      'rules: { typo: off, missing-section: off }\n',
    ),
    'a configuration came above': write('.reportlintrc.yaml', 'rules: { missing-section: off }\n'),
    'what a link leads to came': write('linked', '4.1-Event1/\n'),
    'a configuration was edited': write('site-00001/.reportlintrc.yaml', 'rules: { heading-variant: off }\n'),
    'git ignores a report': write('site-00001/.gitignore', '4.1-Event1/\n'),
    'a registry came': write(
      'site-00001/events.yaml',
      'events: [{ name: "Small Clusters Meetup", date: 2025-10-26 }]\n',
    ),
    'the schema was edited': write('own.yaml', 'name: own\nextends: event-report\n'),
    'a finding became known': () => writeFileSync(at('known.json'), readFileSync(at('all.json'), 'utf8')),
  }
  test.each(Object.keys(changes))('%s', async (name) => {
    write('own.yaml', 'name: own\nextends: fcj\n')()
    write('site-00001/.reportlintrc.yaml', 'rules: { heading-variant: warning }\n')()
    appendFileSync(at(report), '\n![The room](/elsewhere/images/event-5/photo-1.jpg)\n')
    symlinkSync('../../linked', at('site-00001/content/.gitignore'))
    const plain = ['site-00001', '--schema', 'own.yaml']
    await run([...plain, '--baseline', 'all.json', '--update-baseline'])
    write('known.json', '{ "schemaVersion": 2, "findings": [] }\n')()
    const args = [...plain, '--baseline', 'known.json']
    const before = await run(args)
    expect(recordFiles()).toHaveLength(1)
    markRecords()
    expect((await run(args)).stdout).toContain('REPORTLINT fix')
    changes[name]?.()
    const after = await run(args)
    expect(after).toEqual(await run([...args, '--no-cache']))
    expect(after).not.toEqual(before)
  })
})

describe('the output is not replayed for another check', () => {
  test.each([
    [['site-00001', '--quiet'], {}],
    [['site-00001', '--format', 'compact'], {}],
    [['site-00001', '.'], {}],
    [['site-00001'], { isTTY: true }],
    [['site-00001'], { env: { FORCE_COLOR: '1' } }],
    [['site-00001'], { env: { REPORTLINT_PARSER: 'remark' } }],
  ] as [string[], Called][])('%j %j', async (args, called) => {
    await run(['site-00001'])
    markRecords()
    expect((await run(args, called)).stdout).not.toContain('REPORTLINT')
    expect(recordFiles()).toHaveLength(2)
  })

  test('in another folder', async () => {
    await run(['.'], { cwd: join(folder, 'site-00001/content') })
    markRecords()
    expect((await run(['.'], { cwd: join(folder, 'site-00001') })).stdout).not.toContain('REPORTLINT')
  })
})

describe('no record is written for', () => {
  test.each([
    ['a check without a cache', ['site-00001', '--no-cache']],
    ['a check that is measured', ['site-00001', '--stats']],
    ['a check that writes a baseline', ['site-00001', '--baseline', 'all.json', '--update-baseline']],
    ['a check of less than is remembered', [report, '--rule', 'typo']],
    ['a check with failures', ['site-00001', 'nowhere']],
  ])('%s', async (_, args) => {
    await run(args)
    expect(recordFiles()).toEqual([])
  })

  test('files that had just been written', async () => {
    vi.restoreAllMocks()
    await run(['site-00001'])
    expect(recordFiles()).toEqual([])
  })
})

test('a damaged record is ignored', async () => {
  const first = await run(['site-00001'])
  const [file = ''] = recordFiles()
  const text = readFileSync(file, 'utf8')
  for (const damaged of [
    '',
    '{',
    text.slice(0, -1),
    `${text}x`,
    text.slice(0, text.length / 2),
    text.replace('\t', ' '),
    // Zeros in the place of what was printed, as a disk may hold them that lost its power.
    text.replace('reportlint fix', '\0'.repeat('reportlint fix'.length)),
  ]) {
    writeFileSync(file, damaged)
    expect(await run(['site-00001'])).toEqual(first)
    expect(readFileSync(file, 'utf8')).toBe(text)
  }
})

test('the number of cache files is limited', async () => {
  for (let at = 0; at < 45; at++) await run(['site-00001', '--max-warnings', String(at + 1000)])
  expect(readdirSync(cache())).toHaveLength(40)
}, 60_000)

test('a relative cache folder is ignored', { timeout: 60_000 }, () => {
  runBuilt(folder, ['check'], { PATH: process.env.PATH, HOME: home, XDG_CACHE_HOME: 'rel' })
  expect(existsSync(join(folder, 'rel'))).toBe(false)
  expect(readdirSync(join(home, '.cache/reportlint'))).not.toEqual([])
})

test('accesses of other threads are logged as well', { timeout: 120_000 }, async () => {
  vi.restoreAllMocks()
  writeFiles(folder, generateFiles({ reports: 150 }))
  const check = (...args: string[]): string =>
    runBuilt(folder, ['check', ...args], { PATH: process.env.PATH, XDG_CACHE_HOME: home }).stdout
  await new Promise((resolve) => setTimeout(resolve, 2500))
  const args = ['.', '--jobs', '3']
  check(...args)
  markRecords()
  expect(check(...args)).toContain('REPORTLINT fix')
  for (const site of readdirSync(folder).filter((name) => name.startsWith('site-')))
    rmSync(join(folder, site, 'static'), { recursive: true })
  expect(check(...args)).toBe(check(...args, '--no-cache'))
})

/** The imports from `node:fs` in a module and everything that it loads, by module. */
function diskAccess(start: string): Map<string, string> {
  const found = new Map<string, string>()
  const seen = new Set<string>()
  const enter = (file: string): void => {
    if (seen.has(file) || !existsSync(file)) return
    seen.add(file)
    const text = readFileSync(file, 'utf8')
    const names = /^import \{([^}]*)\} from 'node:fs'/m.exec(text)?.[1]
    if (names) found.set(relative(source, file), names.trim())
    for (const [, path = ''] of text.matchAll(/(?:^import (?!type).*from |^\} from |\bimport\()'(\.[^']+)\.js'/gm))
      enter(join(dirname(file), `${path}.ts`))
  }
  const source = fileURLToPath(new URL('../src', import.meta.url))
  enter(join(source, start))
  return found
}

/** Modules that may access the disk without logging it, and why. */
const UNACCOUNTED = {
  'cli/run/program-stamp.ts': 'looks at the program itself',
  'cli/commands/restage.ts': 'serves checks that are not repeated, and writes',
  'cli/commands/staged-files.ts': 'serves checks that are not repeated',
  'cli/commands/staged.ts': 'serves checks that are not repeated',
  'source/cache-file.ts': 'reads and writes what is kept',
  'source/create.ts': 'writes',
  'source/dictionary-file.ts': 'reads a part of the program',
  'source/disk.ts': 'keeps the account',
  'source/git/git.ts': 'serves checks that are not repeated',
  'source/write.ts': 'writes',
}

test('only the listed modules access the disk directly', () => {
  const using = [...diskAccess('cli/commands/check.ts')].filter(([, names]) => !/^type \w+$/.test(names))
  expect(using.map(([file]) => file).sort()).toEqual(Object.keys(UNACCOUNTED).sort())
})
