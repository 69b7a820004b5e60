import { existsSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { describe, expect, test } from 'vitest'
import { docs } from '../src/rules/docs.js'
import { builtInSchemas } from '../src/schema/load.js'
import { folderWith, writeIn } from './folder.js'
import { goodReport } from './good-report.js'
import { run } from './run.js'

/** One warning, with a safe fix. */
const slight = goodReport.replace('## Objectives', '## Event Objectives')
/** One error, with a safe fix. */
const bad = goodReport.replace('date: 2025-11-29', 'date: 2024-01-01')
/** One error that only the author can fix. */
const lost = goodReport.replace('Saturday', 'Friday')
const note = '# Shopping\n\n- Milk\n'

describe('check: the exit code', () => {
  test.each([
    ['nothing to say', goodReport, '', 0],
    ['a warning', slight, '', 0],
    ['as many warnings as allowed', slight, '--max-warnings 1', 0],
    ['more than that', slight, '--max-warnings 0', 1],
    ['more than that, unseen', slight, '--max-warnings 0 --quiet', 1],
    ['an error', bad, '', 1],
    ['an error that is off', bad, '--rule typo', 0],
  ])('%s', async (_, text, options, code) => {
    expect((await run(folderWith({ 'a.md': text }), `check a.md ${options}`)).code).toBe(code)
  })

  test('--quiet counts warnings if there are too many', async () => {
    expect(await run(folderWith({ 'a.md': slight }), 'check a.md --max-warnings 0 --quiet')).toEqual({
      code: 1,
      stdout: '1 warning · 1 report checked\n',
      stderr: 'reportlint: 1 warning, more than --max-warnings 0 allows\n',
    })
  })

  test.each([
    'check --max-warnings some',
    'check --max-warnings -1',
    'check --jobs some',
    'check --jobs 0',
    'check --format xml',
    'check --frmat json',
    'chek',
    '',
    'check --config absent.yaml',
    'check --schema absent',
    'check --schema absent.yaml',
    'check --rule tpyo',
    'check absent.md',
    'check empty',
    'explain tpyo',
    'explain constructor',
    'schema constructor',
  ])('“%s” is a usage error', async (args) => {
    const { code, stdout, stderr } = await run(folderWith({ 'a.md': goodReport, 'empty/a.rst': '' }), args)
    expect(code).toBe(2)
    expect(stderr).not.toBe('')
    expect(stderr).not.toContain('something went wrong')
    expect(stdout).not.toContain('nothing to report')
  })

  test.each([
    '--config',
    '--schema',
  ])('%s with an empty name, as from an unset variable, is a usage error', async (option) => {
    const { code, stdout } = await run(folderWith({ 'a.md': goodReport }), ['check', option, '', 'a.md'])
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  })

  test('an unreadable file does not stop the check of the others', async () => {
    const folder = folderWith({ 'a.md': bad, 'b.md': Uint8Array.of(0x61, 0xff), 'c.md': slight })
    const { code, stdout, stderr } = await run(folder, 'check a.md b.md c.md d.md')
    expect(code).toBe(2)
    expect(stdout).toContain('1 error, 1 warning, not everything could be checked · 2 reports checked')
    expect(stderr).toMatch(/^reportlint: d\.md: .*\nreportlint: b\.md:1: .*\n$/)
  })
})

describe('errors name files as the user did', () => {
  const binary = Uint8Array.of(0x61, 0x0a, 0)

  test.each([
    ['check --config absent.yaml', '--config absent.yaml: there is no such file or folder'],
    ['check --config b.yaml', '--config b.yaml:2: the file is binary, expected text'],
    ['config --config absent.yaml', '--config absent.yaml: there is no such file or folder'],
    ['check --schema absent.yaml', '--schema absent.yaml: there is no such file or folder'],
    ['check --schema b.yaml', '--schema b.yaml:2: the file is binary, expected text'],
    ['schema absent.yaml', 'absent.yaml: there is no such file or folder'],
    ['check --baseline folder', '--baseline folder: this is a folder, expected a file'],
    [
      'check --baseline a.md/k.json --update-baseline',
      /^reportlint: --baseline a\.md\/k\.json: the folder could not be created: /,
    ],
  ])('%s', async (args, message) => {
    const folder = folderWith({ 'a.md': goodReport, 'b.yaml': binary, 'folder/c.md': goodReport })
    const { code, stdout, stderr } = await run(folder, args)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    if (typeof message === 'string') expect(stderr).toBe(`reportlint: ${message}\n`)
    else expect(stderr).toMatch(message)
  })

  test.each([
    'check',
    'fix',
    'inspect',
    'events',
    'config',
  ])('%s: an invalid configuration, relative to the current folder', async (command) => {
    const folder = folderWith({ 'content/a.md': goodReport, '.reportlintrc.yaml': binary })
    const { code, stderr } = await run(folder, command)
    expect(code).toBe(2)
    expect(stderr).toMatch(/^reportlint: \.reportlintrc\.yaml:2: the file is binary, expected text\n/)
  })

  test.each([
    'check',
    'fix',
    'inspect',
    'events',
  ])('%s -: the message says which commands read standard input', async (command) => {
    const { code, stderr } = await run(folderWith({ 'a.md': goodReport }), `${command} - a.md`)
    expect(code).toBe(2)
    expect(stderr).toContain(
      'reportlint: -: there is no such file; with --stdin, `check` and `fix` read standard input\n',
    )
    expect((await run(folderWith({ '-': goodReport }), `${command} -`)).code).toBe(0)
  })
})

describe('check: the files that are checked', () => {
  test('event reports in folders, and every named file', async () => {
    const folder = folderWith({ 'a/_index.md': goodReport, 'a/note.md': note, 'note.md': note })
    expect((await run(folder, 'check a')).stdout).toBe('✔ 1 report checked, 1 other page skipped: nothing to report\n')
    expect((await run(folder, 'check')).stdout).toContain('1 report checked, 2 other pages skipped')
    expect((await run(folder, 'check note.md --rule typo')).stdout).toContain('1 report checked:')
    expect((await run(folder, 'check a a/note.md ./a --rule typo')).stdout).toContain('2 reports checked:')
  })

  test('pages of one site are recognised however they are named', async () => {
    const words = Array.from({ length: 200 }, (_, index) => `word${(index * 7919) % 1009}`).join(' ')
    const own = goodReport.replace('A grid is a promise', words)
    const [one, other] = [1, 2].map((number) => `content/4-Events/4.${number}-Event${number}/_index.md`) as [
      string,
      string,
    ]
    const folder = folderWith({ [one]: own, [other]: own, 'elsewhere.md': own })
    for (const names of [`${one} ./${other}`, `${join(folder, one)} ${other}`])
      expect((await run(folder, `check ${names} --rule copied-text`)).stdout).toBe(
        '✔ 2 reports checked: nothing to report\n',
      )
    expect((await run(folder, `check ./${one} elsewhere.md --rule copied-text`)).stdout).toContain('2 warnings')
    // Other files nearby are not named at all.
    for (const name of [`./${one}`, one.replace('/', '//')])
      expect((await run(folder, `check ${name} --rule copied-text`)).stdout).toBe(
        '✔ 1 report checked: nothing to report\n',
      )
  })

  /** More bars than a line may have. */
  const wide = `# Data\n\n${'|'.repeat(211)}\n`

  test.each([
    'check',
    'check content README.md --reports-only',
    'fix',
    'inspect',
    'events',
  ])('%s: skips unreadable pages that are not among reports', async (command) => {
    const folder = folderWith({
      'content/posts/_index.md': '',
      'content/4-Events/4.1-Event1/_index.md': goodReport,
      'content/1-Worklog/1.1-Week1/_index.md': wide,
      'content/note.md': Uint8Array.of(0xff),
      'README.md': wide,
    })
    const { code, stdout, stderr } = await run(folder, command)
    expect(code, stderr).toBe(0)
    if (command.startsWith('check'))
      expect(stdout).toBe('✔ 1 report checked, 4 other pages skipped: nothing to report\n')
  })

  test.each(['check', 'fix', 'inspect', 'events'])('%s: reports unreadable pages among reports', async (command) => {
    const folder = folderWith({
      'content/4-Events/4.1-Event1/_index.md': goodReport,
      'content/4-Events/4.2-Event2/_index.md': wide,
      'content/4-Events/4.3-Event3/_index.md': '\n',
      'content/4-Events/edge-night.md': Uint8Array.of(0xff),
      'note.md': Uint8Array.of(0xff),
    })
    const { code, stderr } = await run(folder, command)
    expect(code).toBe(2)
    expect(stderr).toContain('reportlint: content/4-Events/4.2-Event2/_index.md:3: 211 bars (|) in one line')
    expect(stderr).toContain('reportlint: content/4-Events/4.3-Event3/_index.md:1: the file is empty')
    expect(stderr).toContain('reportlint: content/4-Events/edge-night.md:1: the file is not UTF-8')
    // Where no site is, any file may be a report.
    expect(stderr).toContain('reportlint: note.md:1: the file is not UTF-8')
  })

  test('every named file counts as a report', async () => {
    const folder = folderWith({ 'empty.md': '', 'wide.md': wide })
    const { code, stderr } = await run(folder, 'check empty.md wide.md')
    expect(code).toBe(2)
    expect(stderr).toContain('reportlint: empty.md:1: the file is empty, expected a report\n')
    expect(stderr).toContain('reportlint: wide.md:3: 211 bars (|) in one line')
  })

  test('--rule takes several rules, and warns if one is a path', async () => {
    const folder = folderWith({ 'a.md': bad, 'b.md': slight })
    const names = async (args: string) =>
      JSON.parse((await run(folder, `check --format json ${args}`)).stdout).findings.map(
        ({ rule }: { rule: string }) => rule,
      )
    expect(await names('')).toEqual(['placeholder-date', 'heading-variant'])
    expect(await names('--rule heading-variant')).toEqual(['heading-variant'])
    expect(await names('--rule heading-variant placeholder-date -- a.md')).toEqual(['placeholder-date'])
    expect(await names('--rule heading-variant --rule typo')).toEqual(['heading-variant'])
    expect(await names('--rule=typo,heading-variant')).toEqual(['heading-variant'])
    expect(await names('--rule typo, heading-variant,placeholder-date')).toEqual([
      'placeholder-date',
      'heading-variant',
    ])
    expect((await run(folder, 'check --rule ,')).stderr).toContain('unknown rule “,”')
    expect((await run(folder, ['check', '--rule', ''])).stderr).toContain('unknown rule “”')
    expect(await run(folder, 'check --rule typo a.md')).toMatchObject({
      code: 2,
      stderr: 'reportlint: “a.md” is read as a rule: write paths before --rule, or after `--`\n',
    })
  })

  test('an empty path is an error, not the current folder', async () => {
    const folder = folderWith({ 'a.md': bad })
    for (const call of [['check'], ['fix', '--write'], ['inspect'], ['events'], ['check', '--staged']])
      expect(await run(folder, [...call, ''])).toEqual({
        code: 2,
        stdout: '',
        stderr: 'reportlint: a path is empty: the current folder is “.”\n',
      })
    expect(readFileSync(join(folder, 'a.md'), 'utf8')).toBe(bad)
  })

  test.each(['--no-cache', '--cache', '--no-cache --cache'])('%s does not change the result', async (options) => {
    const folder = folderWith({ 'a.md': bad })
    expect(await run(folder, `check ${options}`)).toEqual(await run(folder, 'check'))
  })
})

describe('the configuration', () => {
  const off = 'rules: { placeholder-date: off }\n'

  test('is the nearest one above each file, within the repository', async () => {
    const folder = folderWith({
      '.reportlintrc.yaml': off,
      'a/r.md': bad,
      'b/.reportlintrc.json': '{ "rules": { "placeholder-date": "warning" } }',
      'b/r.md': bad,
      'c/package.json': '{ "reportlint": { "root": true, "rules": { "heading-variant": "off" } } }',
      'c/r.md': bad,
      'd/package.json': '{ "name": "no settings" }',
      'd/r.md': bad,
      'e/.git': '',
      'e/r.md': bad,
    })
    const { stdout } = await run(folder, 'check --format json')
    const found = JSON.parse(stdout).findings.map(({ path, severity }: Record<string, string>) => `${path} ${severity}`)
    expect(found).toEqual(['b/r.md warning', 'c/r.md error', 'e/r.md error'])
  })

  test('that is named replaces the nearest one', async () => {
    const folder = folderWith({
      '.reportlintrc.yaml': off,
      'a.md': bad,
      'other.yml': 'rules: {}',
      'p/package.json': `{ "name": "site", "reportlint": { "rules": { "placeholder-date": "off" } } }`,
    })
    expect((await run(folder, 'check')).code).toBe(0)
    expect((await run(folder, 'check --config other.yml')).code).toBe(1)
    expect((await run(folder, 'check --config p/package.json')).code).toBe(0)
  })

  test('can exclude files in folders, but not named files', async () => {
    const folder = folderWith({
      '.reportlintrc.yaml': 'include: [content/]\nexclude: [drafts/, "*.old.md"]\n',
      'content/a.md': goodReport,
      'content/a.old.md': bad,
      'content/drafts/a.md': bad,
      'other/a.md': bad,
    })
    expect((await run(folder, 'check')).stdout).toBe('✔ 1 report checked: nothing to report\n')
    expect((await run(folder, 'check other/a.md content/drafts/a.md')).stdout).toContain('2 errors · 2 reports checked')
  })

  test('that is named has globs relative to the current folder', async () => {
    const folder = folderWith({
      'ci/rc.yaml': 'exclude: [/drafts/]\noverrides: [{ files: b.md, rules: { placeholder-date: off } }]\n',
      'site/a.md': bad,
      'site/b.md': bad,
      'site/drafts/a.md': bad,
    })
    const named = 'check --config ../ci/rc.yaml --format compact --rule placeholder-date'
    expect((await run(join(folder, 'site'), named)).stdout).toMatch(/^a\.md:[^\n]+\n$/)
  })

  test('that excludes all reports of a folder is named in the message', async () => {
    const folder = folderWith({ 'rc.yaml': 'exclude: [a/]\n', 'a/r.md': bad, 'b/r.md': bad, 'c/no.rst': '' })
    writeIn(folder, { 'b/.reportlintrc.yaml': 'include: other/\n' })
    const why = async (args: string) => (await run(folder, `check ${args}`)).stderr
    expect(await why('a --config rc.yaml')).toBe(
      'reportlint: a: every report in this folder is excluded by include or exclude in rc.yaml\n',
    )
    expect(await why('b')).toContain('by include or exclude in b/.reportlintrc.yaml\n')
    expect(await why('c')).toContain('c: no reports in this folder, expected')
    writeIn(folder, { '.gitignore': 'a/*.md\n' })
    expect(await why('a')).toBe(
      'reportlint: a: git ignores all reports in this folder: to check one anyway, name its file\n',
    )
  })

  test('has overrides, of which the last one wins', async () => {
    const folder = folderWith({
      '.reportlintrc.yaml': `overrides:
  - files: "*.old.md"
    rules: { placeholder-date: off }
  - files: [keep/]
    rules: { placeholder-date: warning }
`,
      'a.md': bad,
      'a.old.md': bad,
      'keep/a.old.md': bad,
    })
    expect((await run(folder, 'check')).stdout).toContain('1 error, 1 warning · 3 reports checked')
  })

  test.each(['"fcj"', '3', '[]'])('in a package.json must not be %s', async (value) => {
    const folder = folderWith({ 'package.json': `{\n  "reportlint": ${value}\n}\n`, 'a.md': goodReport })
    expect(await run(folder, 'check')).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(
        /^reportlint: package\.json:2: unexpected .+, expected a mapping of keys to values\n$/,
      ),
    })
  })

  test('is not in a package.json that only depends on the program', async () => {
    const manifest = '{ "devDependencies": { "reportlint": "^0.1.0" } }'
    expect((await run(folderWith({ 'package.json': manifest, 'a.md': goodReport }), 'check')).code).toBe(0)
  })

  test('that is invalid is reported with its line; other reports are still checked', async () => {
    const folder = folderWith({ 'a/.reportlintrc.yaml': '\nrulse: {}\n', 'a/r.md': bad, 'a/s.md': bad, 'b/r.md': bad })
    const { code, stdout, stderr } = await run(folder, 'check')
    expect(code).toBe(2)
    expect(stderr).toBe('reportlint: a/.reportlintrc.yaml:2: unknown key “rulse”. Did you mean “rules”?\n')
    expect(stdout).toContain('1 error, not everything could be checked · 1 report checked')
  })

  test('is not in a package.json that cannot be read as text', async () => {
    const folder = folderWith({ 'a/r.md': goodReport })
    const write = (content: string | Buffer): void => writeIn(folder, { 'a/package.json': content })
    for (const encoding of ['latin1', 'utf16le'] as const) {
      write(Buffer.from(`${encoding === 'utf16le' ? '\ufeff' : ''}{ "name": "a", "author": "José" }`, encoding))
      expect((await run(folder, 'check')).stdout).toBe('✔ 1 report checked: nothing to report\n')
    }
    write(Buffer.from('{ "reportlint": { "schema": "fcj" }, "author": "José" }', 'latin1'))
    expect((await run(folder, 'check')).stderr).toBe(
      'reportlint: a/package.json:1: the file is not UTF-8: save it again with that encoding\n',
    )
    write(Buffer.from('\ufeff{ "reportlint": { "schema": "fcj" } }', 'utf16le'))
    expect((await run(folder, 'check')).stderr).toContain('a/package.json:1: the file is UTF-16')
  })

  test.each([
    ['nowhere.yaml', 'there is no such file or folder'],
    ['.reportlintrc.yaml', 'its links form a loop'],
  ])('that is a link to %s is reported', async (target, why) => {
    const folder = folderWith({ 'a/r.md': bad, 'b/r.md': bad })
    symlinkSync(target, join(folder, 'a/.reportlintrc.yaml'))
    const { code, stdout, stderr } = await run(folder, 'check')
    expect({ code, stderr }).toEqual({ code: 2, stderr: `reportlint: a/.reportlintrc.yaml: ${why}\n` })
    expect(stdout).toContain('1 error, not everything could be checked · 1 report checked')
  })

  test('a registry of events that is a broken link is reported', async () => {
    const folder = folderWith({ 'a/r.md': bad })
    symlinkSync('nowhere.yaml', join(folder, 'a/events.yaml'))
    const { code, stderr } = await run(folder, 'check')
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: 'reportlint: a/events.yaml: there is no such file or folder\n',
    })
  })

  test('names the schema, a built-in one or a file', async () => {
    const own =
      'extends: event-report\nname: own\nsections:\n  - id: objectives\n    title: { en: Compass, vi: Mục Đích }\n    aliases: { en: [Compass, Objectives] }\n'
    const folder = folderWith({
      'a/.reportlintrc.yaml': 'schema: ../schemas/own.yaml\n',
      'a/r.md': goodReport.replace('Objectives', 'Compass'),
      'b/.reportlintrc.yaml': 'schema: fjc\n',
      'b/r.md': goodReport,
      'c/r.md': goodReport,
      'schemas/own.yaml': own,
    })
    const section = '--rule missing-section heading-variant'
    expect((await run(folder, `check a ${section}`)).stdout).toContain('nothing to report')
    expect((await run(folder, `check a --schema event-report ${section}`)).code).toBe(1)
    expect((await run(folder, `check c --schema schemas/own.yaml ${section}`)).stdout).toContain('expected “Compass”')
    expect(await run(folder, 'check b c')).toMatchObject({
      code: 2,
      stdout: 'not everything could be checked · 1 report checked\n',
      stderr: expect.stringMatching(/^reportlint: b\/\.reportlintrc\.yaml:1: schema: unknown schema “fjc”.*“fcj”\?\n$/),
    })
    expect((await run(join(folder, 'a'), 'schema')).stdout).toBe(own)
    writeFileSync(join(folder, 'schemas/own.yaml'), `${own}  - idd: x\n`)
    expect((await run(folder, 'check a')).stderr).toMatch(/^reportlint: schemas\/own\.yaml:\d+: /)
  })

  test.each([
    ['.reportlintrc.yaml', 'rules:\n  typo: off\nschema: ./absent.yaml\n', 3],
    ['package.json', '{\n  "name": "site",\n  "reportlint": {\n    "schema": "./absent.yaml"\n  }\n}\n', 4],
  ])('names a missing schema: %s', async (name, config, line) => {
    const folder = folderWith({ [name]: config, 'a.md': goodReport })
    for (const args of ['check', 'config', 'schema'])
      expect(await run(folder, args), args).toMatchObject({
        code: 2,
        stderr: `reportlint: ${name}:${line}: schema “./absent.yaml”: there is no such file or folder\n`,
      })
  })

  test('adds words to the glossary', async () => {
    const text = goodReport.replace('Measure first', 'Measure what you recieve first')
    const folder = folderWith({ 'a/r.md': text, 'b/r.md': text, 'b/.reportlintrc.yaml': 'glossary: [recieve]\n' })
    expect((await run(folder, 'check a --rule typo')).stdout).toContain('receive')
    expect((await run(folder, 'check b --rule typo')).stdout).toContain('nothing to report')
  })
})

describe('fix', () => {
  test('shows a diff, changes nothing, and ends with 1 if there is something to fix', async () => {
    const folder = folderWith({ 'a.md': bad, 'b.md': goodReport })
    const { code, stdout, stderr } = await run(folder, 'fix')
    expect(code).toBe(1)
    expect(stdout).toContain('--- a/a.md\n+++ b/a.md\n')
    expect(stdout).toContain('\n-date: 2024-01-01\n+date: 2025-11-29\n')
    expect(stdout).not.toContain('b.md')
    expect(stderr).toBe('1 finding in 1 file can be fixed with --write\n')
    expect(readFileSync(join(folder, 'a.md'), 'utf8')).toBe(bad)
  })

  test('--write changes the files, and a second run changes nothing', async () => {
    const folder = folderWith({ 'a.md': bad })
    expect(await run(folder, 'fix --write')).toMatchObject({ code: 0, stdout: '' })
    expect(readFileSync(join(folder, 'a.md'), 'utf8')).toBe(goodReport)
    const nothing = 'nothing to fix; reports were not compared with each other, which needs --unsafe\n'
    expect(await run(folder, 'fix --write')).toEqual({ code: 0, stdout: '', stderr: nothing })
    expect(await run(folder, 'fix')).toMatchObject({ code: 0, stdout: '' })
  })

  test('--write ends with 1 if errors remain, and says that only the author can fix them', async () => {
    const { code, stderr } = await run(folderWith({ 'a.md': lost }), 'fix --write')
    expect(code).toBe(1)
    expect(stderr).toMatch(
      /^a\.md:12:13: error .*\nnothing to fix; left: 1 finding that only the author can fix \(see `reportlint check`\); reports were not compared with each other, which needs --unsafe\n$/,
    )
  })

  test('unsafe fixes need --unsafe', async () => {
    const folder = folderWith({ 'a.md': goodReport.replace(/## Takeaways[\s\S]*(?=## Applying)/, '') })
    expect((await run(folder, 'fix')).stderr).toContain('1 finding with a fix that needs --unsafe')
    expect((await run(folder, 'fix --unsafe')).stdout).toContain('\n+## Takeaways\n')
  })

  test('--rule limits the fixes to those rules', async () => {
    const folder = folderWith({ 'a.md': bad })
    expect(await run(folder, 'fix --write --rule heading-variant')).toMatchObject({
      code: 0,
      stderr: 'nothing to fix\n',
    })
    expect(readFileSync(join(folder, 'a.md'), 'utf8')).toBe(bad)
  })

  test('does not claim that there is nothing to fix if nothing could be read', async () => {
    expect(await run(folderWith({}), 'fix --write absent.md')).toMatchObject({
      code: 2,
      stderr: 'reportlint: absent.md: there is no such file or folder\nnothing was fixed\n',
    })
  })

  test('an unreadable file is reported, and the others are fixed', async () => {
    const folder = folderWith({ 'a.md': bad, 'event-2/b.md': Uint8Array.of(0xff) })
    const { code, stderr } = await run(folder, 'fix --write')
    expect(code).toBe(2)
    expect(stderr).toContain('reportlint: event-2/b.md:1: ')
    expect(readFileSync(join(folder, 'a.md'), 'utf8')).toBe(goodReport)
  })
})

describe('output', () => {
  test.each([
    'check',
    'fix',
    'inspect',
    'events',
  ])('%s: an output file has no colours, even with FORCE_COLOR', async (command) => {
    const folder = folderWith({ 'event-1/a.md': bad })
    const env = { FORCE_COLOR: '1', XDG_CACHE_HOME: join(folder, '.cache') }
    await run(folder, `${command} --output out`, { env, isTTY: true })
    const written = readFileSync(join(folder, 'out'), 'utf8')
    expect(written).not.toBe('')
    expect(written).not.toContain('\u001b')
    expect((await run(folder, command, { env })).stdout).toContain('\u001b[')
  })

  test('goes to the file completely, and nowhere else', async () => {
    const folder = folderWith({ 'a.md': bad, 'out.json': 'stale '.repeat(1000) })
    const direct = await run(folder, 'check --format json')
    expect(await run(folder, 'check --format json --output out.json')).toEqual({ ...direct, stdout: '' })
    expect(readFileSync(join(folder, 'out.json'), 'utf8')).toBe(direct.stdout)
    await run(folder, 'fix --output out.json --rule typo')
    expect(readFileSync(join(folder, 'out.json'), 'utf8')).toBe('')
  })

  test.each([
    'check',
    'fix',
    'inspect',
    'events',
    'merge',
  ])('%s: the output never overwrites a report that is read', async (command) => {
    const folder = folderWith({ 'a.md': bad, 'b.md': bad })
    expect(await run(folder, `${command} b.md a.md --output ./a.md`)).toEqual({
      code: 2,
      stdout: '',
      stderr: 'reportlint: --output ./a.md: this file is to be read, and would be overwritten: name another file\n',
    })
    expect(readFileSync(join(folder, 'a.md'), 'utf8')).toBe(bad)
  })

  test.each([
    ['by another name', 'check a.md --output link.md'],
    ['in a folder', 'check folder --output folder/b.md'],
    ['in a folder by another name', 'check other --output folder/b.md'],
    ['in the current folder', 'fix --output folder/b.md'],
  ])('the output never overwrites a report that is read: %s', async (_, call) => {
    const folder = folderWith({ 'a.md': bad, 'folder/b.md': bad })
    symlinkSync('a.md', join(folder, 'link.md'))
    symlinkSync('folder', join(folder, 'other'))
    const { code, stdout, stderr } = await run(folder, call)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(
      /^reportlint: --output \S+: this file is to be read, and would be overwritten: name another file\n$/,
    )
    for (const path of ['a.md', 'folder/b.md']) expect(readFileSync(join(folder, path), 'utf8')).toBe(bad)
  })

  test.each([
    ['a configuration', 'check a.md --config own.yaml --output own.yaml'],
    ['a schema', 'inspect a.md --schema ./own.yaml --output own.yaml'],
    ['a baseline', 'check a.md --baseline own.yaml --output own.yaml'],
    ['a baseline that is renewed', 'check a.md --baseline own.yaml --update-baseline --output own.yaml'],
  ])('the output does not overwrite %s', async (_, call) => {
    const folder = folderWith({ 'a.md': bad, 'own.yaml': 'schema: fcj\n' })
    expect(await run(folder, call)).toEqual({
      code: 2,
      stdout: '',
      stderr: 'reportlint: --output own.yaml: this file is to be read, and would be overwritten: name another file\n',
    })
    expect(readFileSync(join(folder, 'own.yaml'), 'utf8')).toBe('schema: fcj\n')
  })

  test('two outputs are not written to the same file', async () => {
    const folder = folderWith({ 'a.md': bad })
    expect((await run(folder, 'check a.md --baseline k.json --update-baseline --output ./k.json')).stderr).toBe(
      'reportlint: --output ./k.json: something else is to be written there: name another file\n',
    )
    expect((await run(folder, 'events --write-registry --output events.yaml')).stderr).toBe(
      'reportlint: --write-registry cannot be used with --output\n',
    )
    expect((await run(folder, 'events --write-registry --format json')).stderr).toBe(
      'reportlint: --write-registry cannot be used with --format\n',
    )
    expect(readdirSync(folder).toSorted()).toEqual(['.git', 'a.md'])
  })

  test.each([
    '.',
    'absent/out.txt',
    'a.md/out.txt',
  ])('that cannot be written to %s is refused before the work begins', async (out) => {
    const folder = folderWith({ 'a.md': bad })
    expect((await run(folder, `fix a.md --write --output ${out}`)).code).toBe(2)
    expect(readFileSync(join(folder, 'a.md'), 'utf8')).toBe(bad)
  })

  test('may replace an earlier output, or the file whose report is on standard input', async () => {
    const folder = folderWith({ 'a.md': bad })
    for (const _ of ['first', 'again'])
      expect((await run(folder, 'check --format markdown --output summary.md')).code).toBe(1)
    expect(readFileSync(join(folder, 'summary.md'), 'utf8')).toMatch(/^## reportlint: 1 error\n/)
    await run(folder, 'fix --stdin --output a.md', { stdin: Readable.from([bad]) })
    expect(readFileSync(join(folder, 'a.md'), 'utf8')).toBe(goodReport)
  })

  test('that cannot be written is an error', async () => {
    const folder = folderWith({ 'a.md': bad })
    const { code, stderr } = await run(folder, 'check --output absent/out.txt')
    expect(code).toBe(2)
    expect(stderr).toBe('reportlint: --output absent/out.txt: it could not be written: there is no such folder\n')
    expect(existsSync(join(folder, 'absent'))).toBe(false)
    expect((await run(folder, 'check --output .')).stderr).toContain('it could not be written: this is a folder\n')
  })

  test.each([
    ['nobody looks', {}, false, false],
    ['somebody looks', {}, true, true],
    ['NO_COLOR', { NO_COLOR: '1' }, true, false],
    ['an empty NO_COLOR', { NO_COLOR: '' }, true, true],
    ['a dumb terminal', { TERM: 'dumb' }, true, false],
    ['FORCE_COLOR', { FORCE_COLOR: '1' }, false, true],
    ['FORCE_COLOR=0', { FORCE_COLOR: '0' }, true, false],
  ])('colours: %s', async (_, env, isTTY, coloured) => {
    const folder = folderWith({ 'a.md': bad })
    for (const command of ['check', 'fix', 'inspect', 'rules', 'explain typo'])
      expect((await run(folder, command, { env, isTTY })).stdout.includes('\u001b['), command).toBe(coloured)
  })

  test('never passes control characters of reports or names to a terminal', async () => {
    const folder = folderWith({
      'a\u001b[2J.md': bad.replace('Grid Day', 'Grid \u001b[8mDay'),
      'event-2/b\u001b[2J.md': Uint8Array.of(0xff),
      'b.md': bad.replace('2025-11-29', '2025\u0007').replaceAll('\n', '\r\n'),
    })
    for (const command of ['check', 'fix', 'inspect']) {
      const { stdout, stderr } = await run(folder, command, { env: { NO_COLOR: '1' }, isTTY: true })
      expect(stdout + stderr, command).not.toMatch(/(?!\n)\p{Cc}/u)
      expect(stderr).toContain('event-2/b\\u001b[2J.md')
    }
  })

  test('a redirected diff is byte for byte', async () => {
    const { stdout } = await run(folderWith({ 'a.md': bad.replaceAll('\n', '\r\n') }), 'fix')
    expect(stdout).toContain('\n-date: 2024-01-01\r\n+date: 2025-11-29\r\n')
  })

  test('has stack traces only with --debug', async () => {
    const folder = folderWith({ 'a.md': goodReport })
    expect((await run(folder, 'check --rule tpyo')).stderr).not.toContain('    at ')
    expect((await run(folder, 'check --rule tpyo --debug')).stderr).toContain('    at ')
    expect((await run(folder, '--debug check --rule tpyo')).stderr).toContain('    at ')
  })
})

describe('the documentation in the program', () => {
  const here = tmpdir()

  test('explain prints the doc', async () => {
    expect(await run(here, 'explain date-mismatch')).toEqual({ code: 0, stdout: docs['date-mismatch'], stderr: '' })
    expect((await run(here, 'explain unused-suppression')).stdout).toContain('# unused-suppression\n')
    expect((await run(here, 'explain')).stdout).toBe((await run(here, 'rules')).stdout)
    expect((await run(here, 'explain date-mismach')).stderr).toContain('Did you mean “date-mismatch”?')
  })

  test('explain formats headings and examples for the width of the terminal', async () => {
    const { stdout } = await run(here, 'explain date-mismatch', { isTTY: true })
    expect(stdout).toContain('\u001b[1m## Why\u001b[22m')
    expect(stdout).toContain('\u001b[2m│\u001b[22m # Report: “Mesh Workshop”\n')
    const { stdout: plain } = await run(here, 'explain weekday-mismatch', {
      isTTY: true,
      columns: 60,
      env: { NO_COLOR: '1' },
    })
    expect(plain).not.toContain('```')
    expect(plain).toMatch(/^\n {2}a report\n {2}│ # /m)
    expect(plain).toMatch(/^\n {2}found\n {2}│ \d+:\d+ Unexpected .*\n {4}\S/m)
    for (const line of plain.split('\n')) if (!line.startsWith('  │ ')) expect(line.length).toBeLessThanOrEqual(60)
    const words = (text: string): string => text.replaceAll(/\s+/g, ' ')
    const [, why = ''] = /## Why\n\n([\s\S]*?)\n\n/.exec(docs['weekday-mismatch'] ?? '') ?? []
    expect(words(plain)).toContain(words(why))
  })

  test('explain names the files of an example', async () => {
    const { stdout } = await run(here, 'explain event-date-conflict', { isTTY: true, env: { NO_COLOR: '1' } })
    for (const label of ['an.md', 'binh.md, fixed', 'events.yaml']) expect(stdout).toContain(`\n  ${label}\n  │ `)
    const { stdout: pictures } = await run(here, 'explain missing-image', { isTTY: true, env: { NO_COLOR: '1' } })
    expect(pictures).toContain('\n  a report; pictures there: /images/stage.jpg\n')
  })

  test.each([
    [100, /^date-mismatch {12}error {4}unsafe {2}The front matter and the text give different dates\.$/m],
    [80, /^date-mismatch {12}error {4}unsafe {2}The front matter and the text give\n {42}different dates\.$/m],
    [40, /^date-mismatch {12}error {4}unsafe\n {4}The front matter and the text give\n {4}different dates\.$/m],
  ])('rules on a terminal of %i columns', async (columns, row) => {
    expect((await run(here, 'rules', { isTTY: true, columns, env: { NO_COLOR: '1' } })).stdout).toMatch(row)
  })

  test('rules lists each rule with its severity, fix and description', async () => {
    const { rules } = JSON.parse((await run(here, 'rules --format json')).stdout)
    expect(rules.map(({ id }: { id: string }) => id).toSorted()).toEqual(
      [...Object.keys(docs), 'unused-suppression'].toSorted(),
    )
    for (const { severity, fixes, reports } of rules) {
      expect(['error', 'warning']).toContain(severity)
      expect(['safe', 'unsafe', 'never']).toContain(fixes)
      expect(reports).toMatch(/^[A-Z].*\.$/)
    }
    const lines = (await run(here, 'rules')).stdout.trimEnd().split('\n')
    expect(lines).toHaveLength(rules.length)
  })

  test('schema prints the file', async () => {
    const folder = folderWith({})
    expect((await run(folder, 'schema')).stdout).toBe(builtInSchemas['event-report'])
    expect((await run(folder, 'schema fcj')).stdout).toBe(builtInSchemas.fcj)
  })

  test('help and version are not errors', async () => {
    expect(await run(here, '--version')).toMatchObject({ code: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) })
    expect(await run(here, '--help')).toMatchObject({ code: 0, stderr: '' })
    expect((await run(here, 'chekc')).stderr).toContain('Did you mean “check”?')
  })
})
