import { execFileSync, spawnSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { delimiter, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { program } from './built-program.js'
import { emptyFolder, type Files, writeIn } from './folder.js'
import { run as runIn } from './run.js'

// Programs on the machine and the settings of its git must not affect these repositories.
const PATH = (process.env.PATH ?? '')
  .split(delimiter)
  .filter((folder) => !existsSync(join(folder, 'reportlint')))
  .join(delimiter)
const env = { PATH, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' }

const git = (cwd: string, ...args: string[]): string => execFileSync('git', args, { cwd, encoding: 'utf8', env })

function repository(files: Files = {}): string {
  const folder = emptyFolder()
  writeIn(folder, files)
  git(folder, 'init', '--quiet')
  return folder
}

const run = (cwd: string, ...args: string[]) => runIn(cwd, args, { env })

/** Every file of a repository with its text and mode, including hooks, but without samples and git's own files. */
function snapshot(folder: string): Record<string, string> {
  const paths = readdirSync(folder, { recursive: true }).map(String)
  const files = paths.filter((path) => {
    const isOwn = !path.startsWith('.git/') || (path.startsWith('.git/hooks/') && !path.endsWith('.sample'))
    return isOwn && statSync(join(folder, path)).isFile()
  })
  return Object.fromEntries(
    files
      .sort()
      .map((path) => [
        path,
        `${statSync(join(folder, path)).mode.toString(8)} ${readFileSync(join(folder, path), 'utf8')}`,
      ]),
  )
}

const packageJson = '{\n  "name": "site",\n  "lint-staged": {\n    "*.js": "eslint"\n  }\n}\n'
/** A package.json with lint-staged, which is configured elsewhere. */
const dependent = '{\n\t"name": "site",\n\t"devDependencies": {\n\t\t"lint-staged": "^15.0.0"\n\t}\n}\n'
const preCommit = '# hooks\nrepos:\n  - repo: meta\n    hooks:\n      - id: identity\n'
const lefthook = 'pre-commit:\n  commands:\n    lint:\n      run: npm run lint\n'

const listed = { 'package.json': '{ "devDependencies": { "reportlint": "^0.1.0" } }\n' }
const installed = { 'node_modules/.bin/reportlint': '' }

describe('init', () => {
  test.each([
    ['pre-commit', { '.pre-commit-config.yaml': preCommit }, '.pre-commit-config.yaml', 'pre-commit install'],
    [
      'lefthook',
      { 'lefthook.yml': lefthook },
      'lefthook.yml',
      'npm install --save-dev reportlint && npx lefthook install',
    ],
    [
      'lint-staged',
      { 'package.json': packageJson, '.husky/pre-commit': 'npx lint-staged\n' },
      'package.json',
      'npm install --save-dev reportlint',
    ],
    [
      'lint-staged',
      { '.lintstagedrc': '{}', '.husky/pre-commit': 'npx lint-staged\n' },
      '.lintstagedrc',
      'npm install --save-dev reportlint',
    ],
    [
      'lint-staged',
      { 'package.json': dependent, '.lintstagedrc.json': '{}', '.husky/pre-commit': 'npx lint-staged\n' },
      '.lintstagedrc.json',
      'npm install --save-dev reportlint',
    ],
    [
      'husky',
      { 'package.json': dependent, 'lint-staged.config.js': '', '.husky/pre-commit': 'npx lint-staged\n' },
      '.husky/pre-commit',
      'npm install --save-dev reportlint',
    ],
    ['husky', { '.husky/pre-commit': 'npm test\n' }, '.husky/pre-commit', 'npm install --save-dev reportlint'],
    ['husky', { '.husky/_/husky.sh': '' }, '.husky/pre-commit', 'npm install --save-dev reportlint'],
    ['git', {}, '.git/hooks/pre-commit', 'npm install --global reportlint'],
  ])('%s: adds the hook once, and removes it again', async (runner, files, path, next) => {
    const folder = repository(files)
    const before = snapshot(folder)
    expect(await run(folder, 'init')).toEqual({
      code: 0,
      stdout: `.reportlintrc.yaml: written, with the preset event-report: there are no reports here yet\n${path}: the hook was added (${runner})\nnext: ${next}\n`,
      stderr: '',
    })
    const after = snapshot(folder)
    const changed = Object.keys(after).filter((name) => after[name] !== before[name])
    expect(changed).toEqual(['.reportlintrc.yaml', path].sort())
    expect(after[path]).toContain('reportlint check')

    expect(await run(folder, 'init')).toEqual({
      code: 0,
      stdout: `.reportlintrc.yaml: there is a configuration already, so it was left unchanged\n${path}: the hook is there already\n`,
      stderr: '',
    })
    expect(snapshot(folder)).toEqual(after)

    const { code, stdout } = await run(folder, 'init', '--remove')
    expect(code).toBe(0)
    expect(stdout).toMatch(/^.*: (?:the hook was removed|removed)\n\.reportlintrc\.yaml: removed\n$/)
    expect(snapshot(folder)).toEqual(before)
    expect((await run(folder, 'init', '--remove')).stdout).toBe('nothing to remove\n')
  })

  test.each<[string, Files, string | null]>([
    ['husky, listed and installed', { ...listed, ...installed, '.husky/pre-commit': '' }, null],
    ['husky, listed', { ...listed, '.husky/pre-commit': '' }, 'npm install'],
    ['husky, installed for the moment', { ...installed, '.husky/pre-commit': '' }, 'npm install --save-dev reportlint'],
    [
      'husky, with a broken list',
      { 'package.json': '{', '.husky/pre-commit': '' },
      'npm install --save-dev reportlint',
    ],
    ['lefthook, listed and installed', { ...listed, ...installed, 'lefthook.yml': lefthook }, 'npx lefthook install'],
    ['git, installed', installed, null],
    [
      'pre-commit, which git runs',
      { '.pre-commit-config.yaml': preCommit, '.git/hooks/pre-commit': '# File generated by pre-commit' },
      null,
    ],
  ])('%s: does not ask for steps that are done', async (_, files, next) => {
    const { code, stdout } = await run(repository(files), 'init')
    expect({ code, next: /^next: (.*)$/m.exec(stdout)?.[1] ?? null }).toEqual({ code: 0, next })
  })

  test('git: accepts a program on the PATH, unless npx put it there', async () => {
    const bin = emptyFolder()
    writeIn(bin, { 'bin/reportlint': '', '_npx/1/node_modules/.bin/reportlint': '' })
    const nextWith = async (path: string) => {
      const { stdout } = await runIn(repository(), ['init'], {
        env: { ...env, PATH: `${env.PATH}${delimiter}${path}` },
      })
      return stdout.includes('next: npm install --global reportlint\n')
    }
    expect(await nextWith(join(bin, 'bin'))).toBe(false)
    expect(await nextWith(join(bin, '_npx/1/node_modules/.bin'))).toBe(true)
  })

  test('works from any folder of the repository', async () => {
    const folder = repository({ 'content/a.md': '' })
    await run(join(folder, 'content'), 'init')
    expect(existsSync(join(folder, '.reportlintrc.yaml'))).toBe(true)
    expect(statSync(join(folder, '.git/hooks/pre-commit')).mode & 0o111).not.toBe(0)
  })

  test('respects core.hooksPath and worktrees', async () => {
    const folder = repository({ '.githooks/pre-commit': '#!/bin/sh\nnpm test\n' })
    git(folder, 'config', 'core.hooksPath', '.githooks')
    const { stdout } = await run(folder, 'init')
    expect(stdout).toContain('.githooks/pre-commit: the hook was added (git)\n')
    expect(stdout).toContain(
      '.githooks/pre-commit: git skips it, because it is not executable: chmod +x .githooks/pre-commit',
    )
    expect(readFileSync(join(folder, '.githooks/pre-commit'), 'utf8')).toMatch(
      /^#!\/bin\/sh\n# reportlint: begin[\s\S]*\nnpm test\n$/,
    )

    git(folder, 'config', '--unset', 'core.hooksPath')
    git(
      folder,
      '-c',
      'user.name=a',
      '-c',
      'user.email=a@example.org',
      'commit',
      '--quiet',
      '--allow-empty',
      '-m',
      'first',
    )
    git(folder, 'worktree', 'add', '--quiet', 'other')
    expect((await run(join(folder, 'other'), 'init')).stdout).toContain(
      '.git/hooks/pre-commit: the hook was added (git)',
    )
    expect(existsSync(join(folder, '.git/hooks/pre-commit'))).toBe(true)
  })

  test('leaves shared hooks alone', async () => {
    const shared = emptyFolder()
    writeIn(shared, { 'pre-commit': '#!/bin/sh\n' })
    const folder = repository()
    git(folder, 'config', 'core.hooksPath', shared)
    const { code, stderr } = await run(folder, 'init')
    expect(code).toBe(2)
    expect(stderr).toContain('outside of this repository')
    await run(folder, 'init', '--remove')
    expect(readFileSync(join(shared, 'pre-commit'), 'utf8')).toBe('#!/bin/sh\n')
  })

  test('chooses the hook manager that git runs, and names the others', async () => {
    const folder = repository({ '.pre-commit-config.yaml': preCommit, 'lefthook.yml': lefthook })
    writeFileSync(join(folder, '.git/hooks/pre-commit'), '#!/bin/sh\ncall_lefthook run "pre-commit"\n')
    const { stdout } = await run(folder, 'init')
    expect(stdout).toContain('lefthook.yml: the hook was added (lefthook)\n')
    expect(stdout).toContain(".pre-commit-config.yaml: another hook runner's, so it was left unchanged\n")
    expect(readFileSync(join(folder, '.pre-commit-config.yaml'), 'utf8')).toBe(preCommit)
  })

  test('keeps an existing configuration, and does not remove a changed one', async () => {
    const folder = repository({ 'package.json': '{ "reportlint": { "schema": "fcj" } }' })
    expect((await run(folder, 'init')).stdout).toContain('package.json: there is a configuration already')
    expect(existsSync(join(folder, '.reportlintrc.yaml'))).toBe(false)

    const other = repository()
    await run(other, 'init')
    writeFileSync(join(other, '.reportlintrc.yaml'), 'schema: fcj\n')
    expect((await run(other, 'init', '--remove')).stdout).toContain(
      '.reportlintrc.yaml: it is not as it was written, so it was left unchanged\n',
    )
    expect(existsSync(join(other, '.reportlintrc.yaml'))).toBe(true)
  })

  test('removes a configuration whose line ends git converted', async () => {
    const folder = repository()
    await run(folder, 'init')
    const config = join(folder, '.reportlintrc.yaml')
    writeFileSync(config, readFileSync(config, 'utf8').replaceAll('\n', '\r\n'))
    expect((await run(folder, 'init', '--remove')).stdout).toContain('.reportlintrc.yaml: removed\n')
    expect(existsSync(config)).toBe(false)
  })

  test('explains what to do by hand if a file cannot be edited', async () => {
    const folder = repository({ '.pre-commit-config.yaml': 'repos: []\n' })
    const { code, stderr } = await run(folder, 'init')
    expect(code).toBe(2)
    expect(stderr).toMatch(
      /^reportlint: \.pre-commit-config\.yaml: its list of repos has no entry to add this after:\n {2}- repo: local\n/,
    )
    for (const settings of ['[pre-commit.commands.lint]\nrun = "npm run lint"\n', '# Nothing yet.\n']) {
      const toml = repository({ 'lefthook.toml': settings })
      const hook = join(toml, '.git/hooks/pre-commit')
      writeFileSync(hook, '#!/bin/sh\ncall_lefthook run "pre-commit"\n')
      expect(await run(toml, 'init')).toMatchObject({ code: 2, stderr: expect.stringContaining('lefthook.toml: ') })
      expect(readFileSync(join(toml, 'lefthook.toml'), 'utf8')).toBe(settings)
      expect(readFileSync(hook, 'utf8')).not.toContain('reportlint')
    }
    const python = repository()
    writeFileSync(join(python, '.git/hooks/pre-commit'), '#!/usr/bin/env python3\n')
    expect((await run(python, 'init')).stderr).toContain('it is not a shell script')
  })

  test('reports a file that may not be written', async () => {
    const folder = repository({ 'lefthook.yml': lefthook })
    chmodSync(join(folder, 'lefthook.yml'), 0o444)
    const { code, stderr } = await run(folder, 'init')
    expect(code).toBe(2)
    expect(stderr).toBe('reportlint: lefthook.yml: the file is read-only, so it was left unchanged\n')
    expect(readFileSync(join(folder, 'lefthook.yml'), 'utf8')).toBe(lefthook)
  })

  test.each([['init'], ['init', '--remove']])('%s fails outside of a repository', async (...args) => {
    const { code, stdout, stderr } = await run(emptyFolder(), ...args)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toBe('reportlint: this is not in a git repository: run this in the repository of your reports\n')
  })
})

describe('the written hook', () => {
  const commit = (cwd: string) => {
    const names = ['-c', 'user.name=Lan', '-c', 'user.email=lan@example.org']
    const { status, stdout, stderr } = spawnSync('git', [...names, 'commit', '-m', 'report'], {
      cwd,
      env,
      encoding: 'utf8',
    })
    return { status, output: stdout + stderr }
  }
  const path = 'content/4-EventParticipated/4.1-Event1/_index.vi.md'
  const good = readFileSync(new URL(`../fixtures/site/${path}`, import.meta.url), 'utf8')
  const bad = good.replace(/(## Diễn Giả\n\n)(?:- .*\n)+/, '$1- ***\n')

  test('checks what is staged, not the working files', async () => {
    const folder = repository({ [path]: bad, 'README.md': '# Objectives\n' })
    await run(folder, 'init')
    mkdirSync(join(folder, 'node_modules/.bin'), { recursive: true })
    symlinkSync(program, join(folder, 'node_modules/.bin/reportlint'))
    git(folder, 'add', 'content', 'README.md')
    writeFileSync(join(folder, path), good)
    const refused = commit(folder)
    expect(refused.output).toContain('empty-speakers')
    expect(refused.output).toContain('1 error · 1 report checked')
    expect(refused.status).toBe(1)

    git(folder, 'add', 'content')
    writeFileSync(join(folder, path), bad)
    expect(commit(folder)).toMatchObject({ status: 0 })
    expect(git(folder, 'show', `HEAD:${path}`)).toBe(good)
    expect(readFileSync(join(folder, path), 'utf8')).toBe(bad)
  })

  test('reports that the program is not installed', async () => {
    const folder = repository({ [path]: good })
    await run(folder, 'init')
    git(folder, 'add', 'content')
    const hasOwn = spawnSync('sh', ['-c', 'command -v reportlint'], { env }).status === 0
    const { status, output } = commit(folder)
    expect(status).toBe(hasOwn ? 0 : 1)
    if (!hasOwn) expect(output).toContain('reportlint is not installed here: npm install --global reportlint')
  })
})

describe('the preset', () => {
  const report = (titles: string[], number: number) =>
    `---\ntitle: "Event ${number}"\npre: " <b> 4.${number}. </b> "\n---\n\n# Summary Report: “Mesh”\n\n${titles.map((title) => `## ${title}\n\n- Something\n`).join('\n')}`
  const programme = ['Event Objectives', 'Speakers', 'Key Highlights', 'Key Takeaways', 'Applying to Work']
  const plain = ['Objectives', 'Speakers', 'Highlights', 'Takeaways', 'Applying to Work']
  const vietnamese = ['Mục Đích Của Sự Kiện', 'Danh Sách Diễn Giả', 'Nội Dung Nổi Bật', 'Những Gì Học Được']

  test.each([
    [
      'fcj',
      [programme, programme, plain],
      'of the section titles in 3 reports, 12 as fcj has them, 9 as event-report has them',
    ],
    [
      'event-report',
      [plain, programme, plain],
      'of the section titles in 3 reports, 12 as event-report has them, 9 as fcj has them',
    ],
    [
      'fcj',
      [vietnamese.map((title) => `**${title.toUpperCase()}:**`)],
      'of the section titles in 1 report, 4 as fcj has them, 2 as event-report has them',
    ],
  ])('is %s if most sections have its titles', async (preset, reports, because) => {
    const files = Object.fromEntries(
      reports.map((titles, index) => [
        `content/4-Events/4.${index + 1}-Event${index + 1}/_index.md`,
        report(titles, index + 1),
      ]),
    )
    const folder = repository({ ...files, 'README.md': '# Objectives\n', 'content/broken.md': '\0' })
    expect((await run(folder, 'init')).stdout).toContain(`written, with the preset ${preset}: ${because}\n`)
    expect(readFileSync(join(folder, '.reportlintrc.yaml'), 'utf8')).toContain(`\nschema: ${preset}\n`)
    expect((await run(folder, 'config', 'content', '--format', 'json')).stdout).toContain(`"value": "${preset}"`)
  })
})
