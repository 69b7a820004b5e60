import {
  appendFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { generateFiles, writeFiles } from '../bench/generate.js'
import { emptyFolder, writeIn } from './folder.js'
import { type Ended, run as runIn } from './run.js'

/* If only some reports were edited since a check, the output for the others is reused. */

let folder = ''
let home = ''
beforeEach(() => {
  home = emptyFolder()
  folder = emptyFolder()
  writeFiles(folder, generateFiles({ reports: 20 }))
  writeIn(folder, { '.git': '', 'README.md': '# Reports\n\nOf two sites.\n' })
})
afterEach(() => vi.restoreAllMocks())

/** Lets time pass, so that the stamps of all files are reliable. */
function settle(): void {
  const later = Date.now() + 60_000
  vi.spyOn(Date, 'now').mockImplementation(() => later)
}

const check = (...args: readonly string[]): Promise<Ended> =>
  runIn(folder, ['check', ...args], { env: { XDG_CACHE_HOME: home } })

/** A check without the cache. */
const checkUncached = (...args: readonly string[]): Promise<Ended> => check(...args, '--no-cache')

const cacheFiles = (wanted: RegExp): string[] =>
  readdirSync(join(home, 'reportlint'))
    .filter((name) => wanted.test(name))
    .map((name) => join(home, 'reportlint', name))

/** Changes the recorded output without changing its length, so that reused output can be recognised. */
function markRecords(): void {
  for (const file of cacheFiles(/^run-/))
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll(' = fix: ', ' = FIX: '))
}

const MARKED = / = FIX: /
const unmarked = (ended: Ended): Ended => ({ ...ended, stdout: ended.stdout.replaceAll(' = FIX: ', ' = fix: ') })

const EVENTS = 'content/4-EventParticipated'
const report = `site-00001/${EVENTS}/4.1-Event1/_index.md`
const at = (path: string): string => join(folder, path)
const textOf = (path: string): string => readFileSync(at(path), 'utf8')
const edit = (path: string, change: (text: string) => string): void => writeFileSync(at(path), change(textOf(path)))
const insert =
  (line: string) =>
  (text: string): string => {
    const lines = text.split('\n')
    return [...lines.slice(0, 30), line, '', ...lines.slice(30)].join('\n')
  }

const OWN_WORDS = Array.from({ length: 60 }, (_, index) => `w${index}`).join(' ')

/** Edits of reports after which the output for the others is reused. */
const EDITS: Record<string, (path: string) => void> = {
  'a line was added at the end': (path) => appendFileSync(at(path), '\n- They showed DepOps\n'),
  'a line was inserted': (path) => edit(path, insert('We saw how it is done.')),
  'a paragraph was added that no other report has': (path) => edit(path, insert(OWN_WORDS)),
  'a passage of another report was added': (path) =>
    edit(path, insert(textOf(`site-00002/${EVENTS}/4.2-Event2/_index.md`).split('\n').slice(20, 50).join('\n'))),
  'a line was removed': (path) => edit(path, (text) => text.replace(/^- .*\n/m, '')),
  'the date in the front matter changed': (path) =>
    edit(path, (text) => text.replace(/^date: .*$/m, 'date: 2025-02-11')),
  'the date in the front matter was removed': (path) => edit(path, (text) => text.replace(/^date: .*$/m, 'date:')),
  'the event has another date': (path) => edit(path, (text) => text.replace(/\b20\d\d(?=\n)/g, '2019')),
  'the event has another name': (path) => edit(path, (text) => text.replaceAll('Meetup', 'Reception')),
  'a speaker is written otherwise': (path) => edit(path, (text) => text.replace(/Tran/g, 'Trần')),
  'a section went': (path) => edit(path, (text) => text.replace(/### Speakers[^#]*/, '')),
  'a picture is another': (path) => edit(path, (text) => text.replace(/photo-\d/, 'photo-99')),
  'it was emptied of all but its front matter': (path) => edit(path, (text) => text.split('\n').slice(0, 9).join('\n')),
  'it has the text of another': (path) => writeFileSync(at(path), textOf(`site-00002/${EVENTS}/4.1-Event1/_index.md`)),
  'a comment silences a rule': (path) =>
    edit(
      path,
      insert('<!-- reportlint-disable-file typo -- as they said it -->\n<!-- reportlint-disable copied-text -->'),
    ),
  'its line ends are others': (path) => edit(path, (text) => text.replaceAll('\n', '\r\n')),
  'an editor put another file in its place': (path) => {
    writeFileSync(at(`${path}.new`), insert('We saw DepOps.')(textOf(path)))
    renameSync(at(`${path}.new`), at(path))
  },
  'it says nothing': (path) => writeFileSync(at(path), '---\ntitle: About\n---\n\nNothing.\n'),
  'it was written again': (path) => edit(path, (text) => text),
}

/** Changes after which all reports are compared again. */
const CHANGES: Record<string, (path: string) => void> = {
  'it went': (path) => rmSync(at(path), { force: true }),
  'it has another name': (path) => renameSync(at(path), at(path.replace('.md', '.en.md'))),
  'its folder has another name': (path) => renameSync(at(dirname(path)), at(`${dirname(path)}-again`)),
  'another one came': (path) => {
    const other = path.replace('4.1-Event1', '4.9-Event9')
    mkdirSync(at(dirname(other)), { recursive: true })
    writeFileSync(at(other), textOf(path).replaceAll('Event 1', 'Event 9'))
  },
  'it is no text': (path) => writeFileSync(at(path), Buffer.from([0x23, 0x20, 0xff, 0xfe, 0x0a])),
  'it is empty': (path) => writeFileSync(at(path), ''),
  'it is a folder': (path) => {
    rmSync(at(path))
    mkdirSync(at(path))
  },
  'a picture went': (path) => rmSync(at(`${path.split('/')[0]}/static`), { recursive: true, force: true }),
  'a picture came': (path) => writeIn(folder, { [`${path.split('/')[0]}/static/images/event-1/photo-99.jpg`]: '' }),
  'a configuration came': (path) =>
    writeIn(folder, { [`${path.split('/')[0]}/.reportlintrc.yaml`]: 'rules: { typo: off }\n' }),
  'a configuration is another': () => writeIn(folder, { '.reportlintrc.yaml': 'rules: { heading-variant: off }\n' }),
  'a registry came': () =>
    writeIn(folder, { 'events.yaml': 'events: [{ name: "Small Clusters Meetup", date: 2025-10-26 }]\n' }),
  'a registry is another': () => writeIn(folder, { 'events.yaml': 'events: []\n' }),
  'git ignores it': (path) => writeIn(folder, { [`${dirname(path)}/.gitignore`]: '*.md\n' }),
}

describe('the output for other files is reused if', () => {
  test.each(Object.keys(EDITS))('%s', async (name) => {
    settle()
    await check('.')
    EDITS[name]?.(report)
    markRecords()
    const after = await check('.')
    expect(after.stdout.split(MARKED).length).toBeGreaterThan(8)
    expect(unmarked(after)).toEqual(await checkUncached('.'))
    // And so it is once more, with nothing edited since.
    expect(unmarked(await check('.'))).toEqual(unmarked(after))
  })

  test('a paragraph was added, and the rules across reports are off', async () => {
    settle()
    await check('.')
    for (const file of cacheFiles(/digests/)) {
      const lines = readFileSync(file, 'utf8').split('\n')
      writeFileSync(file, lines.map((line) => (line.includes(report) ? line : line.slice(0, -1))).join('\n'))
    }
    edit(report, insert(OWN_WORDS))
    markRecords()
    const after = await check('.')
    expect(after.stdout).toMatch(MARKED)
    expect(unmarked(after)).toEqual(await checkUncached('.'))
  })

  test('the index page was edited', async () => {
    settle()
    const index = `site-00001/${EVENTS}/_index.md`
    await check('.')
    edit(index, (text) => text.replace('- [Event 1](4.1-Event1/)', '- [Event 1](4.1-Event1/)\n  Date: 2019-01-02'))
    markRecords()
    const after = await check('.')
    expect(after.stdout).toMatch(MARKED)
    expect(unmarked(after)).toEqual(await checkUncached('.'))
  })

  test('a page that is not a report was edited', async () => {
    settle()
    await check('.')
    appendFileSync(at('README.md'), '\nAnd more.\n')
    markRecords()
    const after = await check('.')
    expect(after.stdout).toMatch(MARKED)
    expect(unmarked(after)).toEqual(await checkUncached('.'))
  })

  test('a neighbour of the wanted report was edited', async () => {
    settle()
    const before = await check(report)
    const near = `site-00001/${EVENTS}/4.1-Event1/_index.vi.md`
    writeFileSync(at(near), textOf(near.replace('4.1-Event1', '4.2-Event2')))
    const after = await check(report)
    expect(after).toEqual(await checkUncached(report))
    expect(after).not.toEqual(before)
  })

  test('several reports were edited', async () => {
    settle()
    await check('.')
    for (const event of ['4.1-Event1', '4.2-Event2', '4.3-Event3'])
      edit(`site-00001/${EVENTS}/${event}/_index.md`, insert('DepOps'))
    markRecords()
    const after = await check('.')
    expect(after.stdout).toMatch(MARKED)
    expect(unmarked(after)).toEqual(await checkUncached('.'))
  })
})

describe('all reports are compared again if', () => {
  test.each(Object.keys(CHANGES))('%s', async (name) => {
    settle()
    writeIn(folder, { '.reportlintrc.yaml': 'rules: { heading-variant: warning }\n', 'events.yaml': 'events: []\n' })
    if (name === 'a registry came') rmSync(at('events.yaml'))
    if (name === 'a registry is another')
      writeIn(folder, { 'events.yaml': 'events: [{ name: "Small Clusters Meetup", date: 2025-10-26 }]\n' })
    await check('.')
    CHANGES[name]?.(report)
    markRecords()
    const after = await check('.')
    expect(after.stdout).not.toMatch(MARKED)
    expect(after).toEqual(await checkUncached('.'))
  })

  test('a report was edited that is also the configuration', async () => {
    settle()
    const config = `site-00001/${EVENTS}/notes.md`
    writeIn(folder, { [config]: 'rules: { typo: off }\n' })
    const args = ['.', '--config', config]
    await check(...args)
    writeIn(folder, { [config]: 'rules: { heading-variant: off }\n' })
    expect(await check(...args)).toEqual(await checkUncached(...args))
  })

  test('a text file no longer looks like a report', async () => {
    settle()
    const path = `site-00001/${EVENTS}/4.7-Event7/report.txt`
    writeIn(folder, { [path]: textOf(report).replaceAll('Event 1', 'Event 7') })
    await check('.')
    edit(path, (text) => text.slice(4))
    expect(await check('.')).toEqual(await checkUncached('.'))
  })
})

describe('the result is right with the options', () => {
  test.each([
    ['--quiet'],
    ['--max-warnings 3'],
    ['--max-warnings 3 --quiet'],
    ['--max-warnings 100000'],
    ['--rule typo missing-date'],
    ['--rule translation-mismatch unused-suppression'],
    ['--format compact'],
    ['--format json'],
    ['--format sarif'],
    ['--jobs 2'],
    ['--parser remark'],
    ['--reports-only'],
    ['--baseline known.json'],
    ['--output found.txt'],
  ])('%s', async (words) => {
    settle()
    await check('.', '--baseline', 'known.json', '--update-baseline')
    const args = ['.', ...words.split(' ')]
    await check(...args)
    for (const name of ['a line was inserted', 'the date in the front matter was removed']) {
      EDITS[name]?.(report)
      const after = [await check(...args), words.startsWith('--output') && textOf('found.txt')]
      expect(after).toEqual([await checkUncached(...args), words.startsWith('--output') && textOf('found.txt')])
    }
  })
})

describe('recently written files', () => {
  const long = 2500
  const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
  const stampOf = (): string[] => cacheFiles(/^run-/).map((file) => readFileSync(file, 'utf8').split('\n\n')[0] ?? '')

  test('are compared by content, and by their stamps later', async () => {
    await wait(long)
    await check('.')
    EDITS['a line was inserted']?.(report)
    const after = await check('.')
    expect(stampOf()[0]).toMatch(/_index\.md\tnew\t/)
    markRecords()
    const again = await check('.')
    expect(again.stdout).toMatch(MARKED)
    expect(unmarked(again)).toEqual(after)
    // In the same tick of the clock, and of the same length.
    const { atime, mtime } = statSync(at(report))
    edit(report, (text) => text.replace('We saw how', 'We saw DevOps'.slice(0, 10)))
    utimesSync(at(report), atime, mtime)
    expect(unmarked(await check('.'))).toEqual(await checkUncached('.'))
    await wait(long)
    const settled = await check('.')
    expect(stampOf()[0]).not.toMatch(/\tnew\t/)
    expect(unmarked(settled)).toEqual(await checkUncached('.'))
  }, 60_000)

  test('are not recorded if there are many', async () => {
    await check('.')
    expect(cacheFiles(/^run-/)).toEqual([])
  })
})

const cutLines = (text: string, part: number): string =>
  text
    .split('\n')
    .map((line) => line.slice(0, Math.ceil(line.length * part)))
    .join('\n')

describe('what is damaged is as good as nothing', () => {
  const damages: Record<string, (text: string) => string> = {
    empty: () => '',
    'cut off': (text) => text.slice(0, text.length / 2),
    'without its last line': (text) => text.slice(0, text.trimEnd().lastIndexOf('\n')),
    'of lines without their ends': (text) => cutLines(text, 0.9),
    'of lines that break off early': (text) => cutLines(text, 0.2),
    'without its tabs': (text) => text.replaceAll('\t', ' '),
    'without its braces': (text) => text.replaceAll('{"', '{'),
  }
  test.each(
    Object.keys(damages).flatMap((damage) =>
      ['^run-', 'digests', 'together', '^(?!run-)[^.]*\\.txt$'].map((file) => [damage, file]),
    ),
  )('%s: %s', async (damage, files) => {
    settle()
    await check('.')
    for (const name of ['the event has another date', 'a line was inserted', 'a line was added at the end']) {
      for (const file of cacheFiles(new RegExp(files)))
        writeFileSync(file, damages[damage]?.(readFileSync(file, 'utf8')) ?? '')
      EDITS[name]?.(report)
      expect(await check('.')).toEqual(await checkUncached('.'))
    }
  })
})

test('concurrent checks do not disturb each other', async () => {
  settle()
  await check('.')
  for (const name of ['a line was inserted', 'the event has another date']) {
    EDITS[name]?.(report)
    const ended = await Promise.all([check('.'), check('.', '--quiet'), check('.'), check('site-00001')])
    const expected = [
      await checkUncached('.'),
      await checkUncached('.', '--quiet'),
      await checkUncached('.'),
      await checkUncached('site-00001'),
    ]
    expect(ended).toEqual(expected)
  }
  expect(await check('.')).toEqual(await checkUncached('.'))
})

test('after any changes, the output is the same as without a cache', {
  timeout: 300_000,
}, async () => {
  settle()
  const paths = [1, 2].flatMap((site) =>
    ['4.1-Event1/_index.md', '4.1-Event1/_index.vi.md', '4.3-Event3/_index.md', '_index.md'].map(
      (page) => `site-0000${site}/${EVENTS}/${page}`,
    ),
  )
  const deeds = { ...EDITS, ...CHANGES }
  const deed = fc.record({
    // Mostly edits, as they are what is known by less than all.
    name: fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...Object.keys(EDITS)) },
      fc.constantFrom(...Object.keys(CHANGES)),
    ),
    path: fc.constantFrom(...paths),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(deed, { minLength: 1, maxLength: 2 }), { maxLength: 5 }), async (steps) => {
      rmSync(folder, { recursive: true })
      writeFiles(folder, generateFiles({ reports: 20 }))
      writeIn(folder, { '.git': '' })
      for (const step of [[], ...steps]) {
        for (const { name, path } of step) {
          try {
            deeds[name]?.(path)
          } catch {
            // The file is gone, or is a folder by now.
          }
        }
        expect(await check('.')).toEqual(await checkUncached('.'))
      }
    }),
    { numRuns: 12 },
  )
})
