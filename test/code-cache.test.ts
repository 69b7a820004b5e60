import { existsSync, mkdirSync, mkdtempSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { generateFiles, writeFiles } from '../bench/generate.js'
import { runBuilt } from './built-program.js'
import { sharedFolder, writeIn } from './folder.js'

/* Compiled code is cached where no other user can replace it. */
const folder = sharedFolder()

function rules(cwd: string, env: Readonly<Record<string, string>>): string {
  const { stdout, stderr, status } = runBuilt(cwd, ['rules'], { PATH: process.env.PATH, ...env })
  expect({ stderr, status }).toEqual({ stderr: '', status: 0 })
  return stdout
}

const filesBelow = (path: string): string[] =>
  readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))

describe('the code cache', () => {
  test('is used, is rewritten if it is damaged, and is private to the user', () => {
    const cache = join(folder, 'cache')
    const first = rules(folder, { XDG_CACHE_HOME: cache })
    const files = filesBelow(cache)
    expect(files.length).toBeGreaterThan(1)
    if (process.platform !== 'win32') expect(statSync(join(cache, 'reportlint')).mode & 0o077).toBe(0)
    expect(rules(folder, { XDG_CACHE_HOME: cache })).toBe(first)
    for (const file of files) writeFileSync(file, 'no code')
    expect(rules(folder, { XDG_CACHE_HOME: cache })).toBe(first)
    for (const file of files) expect(statSync(file).size, file).toBeGreaterThan(7)
  })

  test('is removed for installations that no longer exist', () => {
    const cache = join(folder, 'left-over')
    const [gone, recent] = ['gone', 'recent'].map((name) => join(cache, 'reportlint', 'code', name)) as [string, string]
    for (const installation of [gone, recent]) mkdirSync(join(installation, 'version'), { recursive: true })
    const long = new Date(Date.now() - 100 * 24 * 60 * 60 * 1000)
    utimesSync(gone, long, long)
    rules(folder, { XDG_CACHE_HOME: cache })
    expect([gone, recent].map((installation) => existsSync(installation))).toEqual([false, true])

    const [file = ''] = filesBelow(cache)
    utimesSync(dirname(dirname(file)), long, long)
    writeFileSync(file, 'no code')
    rules(folder, { XDG_CACHE_HOME: cache })
    expect(statSync(file).size).toBeGreaterThan(7)
  })

  test.runIf(existsSync('/proc/self'))('is given up where no folder can be made, though its parent exists', () => {
    writeFiles(folder, generateFiles({ reports: 1 }))
    const env = { PATH: process.env.PATH, XDG_CACHE_HOME: '/proc' }
    expect(runBuilt(folder, ['check', 'site-00001'], env).status).toBe(1)
  })

  test('grows by the code that the next few runs compile, then no more', () => {
    const cache = join(folder, 'growing')
    writeFiles(folder, generateFiles({ reports: 1 }))
    const sizeOf = (name: string): number =>
      statSync(filesBelow(cache).find((file) => basename(file).startsWith(name)) ?? cache).size
    const env = { PATH: process.env.PATH, XDG_CACHE_HOME: cache }
    rules(folder, { XDG_CACHE_HOME: cache })
    const listing = sizeOf('check-')
    for (let run = 0; run < 5; run++) runBuilt(folder, ['check', 'site-00001', '--no-cache'], env)
    expect(sizeOf('check-')).toBeGreaterThan(1.4 * listing)
    const written = filesBelow(cache).map((file) => statSync(file).mtimeMs)
    runBuilt(folder, ['check', 'site-00001', '--no-cache'], env)
    expect(filesBelow(cache).map((file) => statSync(file).mtimeMs)).toEqual(written)
  })

  test('is not changed by a run over many files', { timeout: 60_000 }, () => {
    const cache = join(folder, 'large')
    const sites = join(folder, 'sites')
    const notes = Array.from({ length: 4000 }, (_, number) => [`notes/${number}.md`, '---\ntitle: Notes\n---\n'])
    writeIn(sites, Object.fromEntries(notes))
    writeFiles(sites, generateFiles({ reports: 10 }))
    const check = (path: string): void => {
      const env = { PATH: process.env.PATH, XDG_CACHE_HOME: cache }
      expect(runBuilt(sites, ['check', path, '--no-cache'], env).status).toBe(1)
    }
    const written = (): string[] => filesBelow(cache).map((file) => `${file} ${statSync(file).mtimeMs}`)
    check('site-00001')
    const first = written()
    expect(first.length).toBeGreaterThan(1)
    check('.')
    expect(written()).toEqual(expect.arrayContaining(first))
  })

  test('is never in a folder that is checked, and can be turned off', () => {
    const work = mkdtempSync(join(folder, 'work-'))
    const home = mkdtempSync(join(folder, 'home-'))
    rules(work, { XDG_CACHE_HOME: 'cache' })
    rules(work, { XDG_CACHE_HOME: work, NODE_DISABLE_COMPILE_CACHE: '1' })
    rules(work, { XDG_CACHE_HOME: 'cache', HOME: home })
    expect(readdirSync(work)).toEqual([])
    expect(filesBelow(join(home, '.cache/reportlint/code'))).not.toEqual([])
  })
})
