import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import { program } from './built-program.js'
import { writeIn } from './folder.js'
import { newUser } from './user.js'

/**
 * The real pre-commit and the built program, without the network: this repository is packed, and installed from there. Where
 * pre-commit is not on the path the tests are skipped, and say so.
 */
const root = fileURLToPath(new URL('..', import.meta.url))
const isInstalled = spawnSync('pre-commit', ['--version']).status === 0
const { home: work, env, run, git } = newUser()

/** A repository with these files staged. */
function repository(name: string, files: Record<string, string>): string {
  const folder = join(work, name)
  mkdirSync(folder)
  git(folder, 'init', '--quiet')
  writeIn(folder, files)
  git(folder, 'add', '--all')
  return folder
}

const path = 'content/4-EventParticipated/4.1-Event1/_index.md'
const report = readFileSync(join(root, 'fixtures/site', path), 'utf8').replace(/^!\[.*\n\n/m, '')
const speakerless = report.replace(/(## Speakers\n\n)(?:- .*\n)+/, '$1- ***\n')
const misspelt = report.replace('Watch the slowest jobs', 'Ask the DepOps team about the slowest jobs')
const corrected = misspelt.replace('DepOps', 'DevOps')
/** Pages that are not reports: one in the site, one beside it. */
const others = {
  'README.md': '# Objectives\n',
  'content/4-EventParticipated/_index.md': '---\ntitle: Events\npre: " <b> 4. </b> "\n---\n',
}

let tarball = ''
let hooks = ''

beforeAll(() => {
  if (!isInstalled) return
  const packed = execFileSync('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', work], {
    cwd: root,
    env,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  tarball = join(work, JSON.parse(packed)[0].filename)
  // A repository as a release leaves it: built, so that nothing has to be fetched to install it.
  hooks = repository('hooks', {})
  execFileSync('tar', ['xzf', tarball, '--strip-components', '1'], { cwd: hooks })
  const manifest = JSON.parse(readFileSync(join(hooks, 'package.json'), 'utf8'))
  for (const key of ['devDependencies', 'optionalDependencies', 'scripts']) delete manifest[key]
  writeFileSync(join(hooks, 'package.json'), JSON.stringify(manifest))
  cpSync(join(root, '.pre-commit-hooks.yaml'), join(hooks, '.pre-commit-hooks.yaml'))
  git(hooks, 'add', '--all', '--force')
  git(hooks, 'commit', '--quiet', '-m', 'release')
}, 60_000)

function config(...ids: string[]): string {
  const list = ids.map((id) => `      - id: ${id}\n`).join('')
  return `repos:\n  - repo: ${hooks}\n    rev: ${git(hooks, 'rev-parse', 'HEAD')}\n    hooks:\n${list}`
}

describe.skipIf(!isInstalled)('pre-commit, where it is installed', () => {
  test('refuses a commit with an empty speaker list, and says why', () => {
    const folder = repository('site', {
      ...others,
      '.pre-commit-config.yaml': config('reportlint'),
      [path]: speakerless,
    })
    expect(run(folder, 'pre-commit', 'install').status).toBe(0)
    const refused = run(folder, 'git', 'commit', '-m', 'report')
    expect(refused.status).toBe(1)
    expect(refused.output).toMatch(new RegExp(`hook id: reportlint\\n- exit code: 1\\n\\n${path}\\n`))
    expect(refused.output).toContain('Unexpected empty list of speakers')
    expect(refused.output).toContain('1 error · 1 report checked, 2 other pages skipped')

    writeIn(folder, { [path]: report })
    git(folder, 'add', path)
    expect(run(folder, 'git', 'commit', '-m', 'report')).toMatchObject({ status: 0 })
    expect(git(folder, 'show', `HEAD:${path}`)).toBe(report.trim())
  }, 60_000)

  test('fixes with the fix hook, and leaves the changes unstaged', () => {
    const folder = repository('fixed', {
      ...others,
      '.pre-commit-config.yaml': config('reportlint-fix'),
      [path]: misspelt,
    })
    run(folder, 'pre-commit', 'install')
    const refused = run(folder, 'git', 'commit', '-m', 'report')
    expect(refused.status).toBe(1)
    expect(refused.output).toContain('files were modified by this hook')
    expect(readFileSync(join(folder, path), 'utf8')).toBe(corrected)
    git(folder, 'add', path)
    expect(run(folder, 'git', 'commit', '-m', 'report')).toMatchObject({ status: 0 })
    expect(git(folder, 'show', `HEAD:${path}`)).toBe(corrected.trim())
  }, 60_000)

  test('checks what is staged, and keeps unstaged changes', () => {
    const folder = repository('partly', {
      '.pre-commit-config.yaml': config('reportlint', 'reportlint-fix'),
      [path]: report,
    })
    run(folder, 'pre-commit', 'install')
    // The list of speakers is emptied, but that is not what is committed.
    writeIn(folder, { [path]: speakerless })
    expect(run(folder, 'git', 'commit', '-m', 'report')).toMatchObject({ status: 0 })
    expect(readFileSync(join(folder, path), 'utf8')).toBe(speakerless)

    // A staged slip is fixed in place; a paragraph that is not staged stays beside it.
    writeIn(folder, { [path]: misspelt })
    git(folder, 'add', path)
    const unstaged = misspelt.replace('## Highlights\n', '## Highlights\n\nA paragraph that is still being written.\n')
    writeIn(folder, { [path]: unstaged })
    expect(run(folder, 'git', 'commit', '-m', 'more').output).toContain('files were modified by this hook')
    expect(readFileSync(join(folder, path), 'utf8')).toBe(unstaged.replace('DepOps', 'DevOps'))
    expect(git(folder, 'show', `:${path}`)).toBe(misspelt.trim())
  }, 60_000)

  test('runs the hook of `reportlint init`', () => {
    const folder = repository('init', {
      '.pre-commit-config.yaml': 'repos:\n  - repo: meta\n    hooks: [{id: identity}]\n',
      [path]: speakerless,
    })
    expect(run(folder, process.execPath, program, 'init')).toMatchObject({ status: 0 })
    const written = readFileSync(join(folder, '.pre-commit-config.yaml'), 'utf8')
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
    expect(written).toContain(`reportlint@${version}`)
    // The package as it is here, and not as somebody published it.
    writeIn(folder, { '.pre-commit-config.yaml': written.replace(`reportlint@${version}`, tarball) })
    git(folder, 'add', '--all')
    run(folder, 'pre-commit', 'install')
    const { status, output } = run(folder, 'git', 'commit', '-m', 'report')
    expect(status).toBe(1)
    expect(output).toContain('Unexpected empty list of speakers')
  }, 60_000)
})
