import { spawnSync } from 'node:child_process'
import { appendFileSync, cpSync, mkdirSync, readFileSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { program } from './built-program.js'
import { writeIn } from './folder.js'
import { newUser } from './user.js'

/* Real hook managers with the hooks of `reportlint init`. lefthook has 14 MB, so it is only tested where it is installed. */
const root = fileURLToPath(new URL('..', import.meta.url))
const { home: work, env, run, git } = newUser()

const path = 'content/4-EventParticipated/4.1-Event1/_index.vi.md'
const report = readFileSync(join(root, 'fixtures/site', path), 'utf8')
const speakerless = report.replace(/(## Diễn Giả\n\n)(?:- .*\n)+/, '$1- ***\n')

/** A repository with installed programs, and a first commit with these files and a report. */
function repository(name: string, programs: readonly string[], files: Record<string, string>): string {
  const folder = join(work, name)
  mkdirSync(join(folder, 'node_modules/.bin'), { recursive: true })
  symlinkSync(program, join(folder, 'node_modules/.bin/reportlint'))
  for (const command of programs)
    symlinkSync(realpathSync(join(root, 'node_modules/.bin', command)), join(folder, 'node_modules/.bin', command))
  git(folder, 'init', '--quiet')
  writeIn(folder, { '.gitignore': 'node_modules\n', [path]: report, ...files })
  git(folder, 'add', '--all')
  git(folder, 'commit', '--quiet', '-m', 'first')
  return folder
}

const reportlint = (folder: string, ...args: string[]) =>
  run(folder, join(folder, 'node_modules/.bin/reportlint'), ...args)

/** Adds the hook, tests commits with it, and removes it. */
function expectHook(folder: string, ...installs: (readonly [string, ...string[]])[]): void {
  const added = reportlint(folder, 'init')
  expect(added, added.output).toMatchObject({ status: 0 })
  for (const [command, ...args] of installs) expect(run(folder, command, ...args)).toMatchObject({ status: 0 })
  git(folder, 'add', '--all')
  git(folder, 'commit', '--quiet', '--no-verify', '-m', 'init')

  // What is staged is refused, whatever is beside it.
  writeFileSync(join(folder, path), speakerless)
  git(folder, 'add', '--all')
  writeFileSync(join(folder, path), `${speakerless}\nStill being written.\n`)
  const refused = run(folder, 'git', 'commit', '-m', 'report')
  expect(refused.output).toContain('Unexpected empty list of speakers')
  expect(refused.status).not.toBe(0)
  expect(git(folder, 'show', `:${path}`)).toBe(speakerless.trim())
  expect(readFileSync(join(folder, path), 'utf8')).toBe(`${speakerless}\nStill being written.\n`)

  // What is right passes, and what is not staged stays so.
  writeFileSync(join(folder, path), `${report}\n- One thing more\n`)
  git(folder, 'add', '--all')
  appendFileSync(join(folder, path), '- Still being written\n')
  const accepted = run(folder, 'git', 'commit', '-m', 'report')
  expect(accepted, accepted.output).toMatchObject({ status: 0 })
  expect(git(folder, 'show', `HEAD:${path}`)).toBe(`${report}\n- One thing more`)
  expect(git(folder, 'diff', '--numstat')).toBe(`1\t0\t${path}`)

  // Other files are none of its business.
  writeFileSync(join(folder, 'notes.md'), '# Notes\n')
  git(folder, 'add', 'notes.md')
  const others = run(folder, 'git', 'commit', '-m', 'notes')
  expect(others, others.output).toMatchObject({ status: 0 })

  git(folder, 'checkout', '--quiet', path)
  const removed = reportlint(folder, 'init', '--remove')
  expect(removed, removed.output).toMatchObject({ status: 0 })
  git(folder, 'add', '--all')
  expect(git(folder, 'diff', '--cached', '--name-only', 'HEAD~3')).toBe([path, 'notes.md'].join('\n'))
}

describe('the hook that init writes', () => {
  test('is run by husky', () => {
    const folder = repository('husky', ['husky'], { 'package.json': '{"name": "site", "private": true}\n' })
    expect(run(folder, 'node_modules/.bin/husky')).toMatchObject({ status: 0 })
    expectHook(folder)
  }, 60_000)

  test('is run by husky with lint-staged', () => {
    const folder = repository('lint-staged', ['husky', 'lint-staged'], {
      'package.json': '{\n  "name": "site",\n  "private": true,\n  "lint-staged": {\n    "*.js": "false"\n  }\n}\n',
      '.husky/pre-commit': 'lint-staged\n',
    })
    expect(run(folder, 'node_modules/.bin/husky')).toMatchObject({ status: 0 })
    expectHook(folder)
  }, 60_000)

  test('is run by git', () => {
    expectHook(repository('git', [], {}))
  }, 60_000)

  test.skipIf(spawnSync('lefthook', ['version']).status !== 0)(
    'lefthook runs it, where it is installed',
    () => {
      const folder = repository('lefthook', [], { 'lefthook.yml': 'pre-commit:\n  jobs:\n    - run: "true"\n' })
      expectHook(folder, ['lefthook', 'install'])
    },
    60_000,
  )
})

describe('the fixing hook in docs/hooks.md', () => {
  const doc = readFileSync(join(root, 'docs/hooks.md'), 'utf8')
  const recipe = (words: string): string =>
    [...doc.matchAll(/^```(?:sh|json)\n([\s\S]*?)^```$/gm)]
      .map(([, body = '']) => body)
      .find((body) => body.includes(words)) ?? ''
  const misplaced = (text: string): string => text.replace('## Diễn Giả', '### Diễn Giả')

  /** Holds commits to it: one that is mended altogether passes, one that keeps an error does not, and says which. */
  function expectMending(folder: string, isKept: boolean): void {
    const commit = () => run(folder, 'git', 'commit', '-m', 'report')
    writeFileSync(join(folder, path), misplaced(`${report}- Hỏi thêm\n`))
    git(folder, 'add', '--all')
    const accepted = commit()
    expect(accepted, accepted.output).toMatchObject({ status: 0 })
    expect(git(folder, 'show', `HEAD:${path}`)).toBe(`${report}- Hỏi thêm`)

    writeFileSync(join(folder, path), misplaced(speakerless))
    git(folder, 'add', '--all')
    const refused = commit()
    expect(refused.status).not.toBe(0)
    expect(refused.output).toMatch(
      new RegExp(`${path}:23:1: error Unexpected empty list of speakers.*\\[empty-speakers\\]`),
    )
    expect(readFileSync(join(folder, path), 'utf8')).toBe(isKept ? speakerless : misplaced(speakerless))
    expect(git(folder, 'show', `:${path}`)).toBe((isKept ? speakerless : misplaced(speakerless)).trim())
  }

  test('is run by git', () => {
    const folder = repository('recipe-git', [], {})
    const hook = recipe('# .git/hooks/pre-commit').replace('\n', '\nPATH="$PWD/node_modules/.bin:$PATH"\n')
    mkdirSync(join(folder, '.git/hooks'), { recursive: true })
    writeFileSync(join(folder, '.git/hooks/pre-commit'), hook, { mode: 0o755 })
    expectMending(folder, true)
  }, 60_000)

  test('is run by lint-staged', () => {
    const folder = repository('recipe-lint-staged', ['husky', 'lint-staged'], {
      'package.json': recipe('fix --write'),
      '.husky/pre-commit': 'lint-staged\n',
    })
    expect(run(folder, 'node_modules/.bin/husky')).toMatchObject({ status: 0 })
    expectMending(folder, false)
  }, 60_000)
})

test('a hook outside of a repository prints a one-line error', () => {
  const folder = join(work, 'nowhere')
  cpSync(join(root, 'fixtures/site'), folder, { recursive: true })
  const outside = { ...env, GIT_CEILING_DIRECTORIES: work }
  for (const args of [['check', '--staged'], ['fix', '--staged', '--write'], ['init']]) {
    const { status, stdout, stderr } = spawnSync(program, args, { cwd: folder, env: outside, encoding: 'utf8' })
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toMatch(/^reportlint: [^\n]*not in a git repository[^\n]*\n$/)
  }
})
