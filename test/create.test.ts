import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createFiles } from '../src/source/create.js'
import { program } from './built-program.js'
import { emptyFolder, folderWith } from './folder.js'

test('files are created with their folders', () => {
  const folder = emptyFolder()
  createFiles([
    { path: join(folder, 'a/b/one.md'), text: 'đ\r\n' },
    { path: join(folder, 'a/run.sh'), text: 'run', mode: 0o755 },
  ])
  expect(readFileSync(join(folder, 'a/b/one.md'), 'utf8')).toBe('đ\r\n')
  expect(statSync(join(folder, 'a/run.sh')).mode & 0o100).toBe(process.platform === 'win32' ? 0 : 0o100)
})

test('no file is created if one of them exists', () => {
  const folder = folderWith({ 'b.md': 'mine' })
  const paths = ['new/a.md', 'b.md', 'c.md'].map((name) => join(folder, name))
  expect(() => createFiles(paths.map((path) => ({ path, text: 'x' })))).toThrow('it is there already')
  expect(readdirSync(folder)).toEqual(['.git', 'b.md'])
  expect(readFileSync(join(folder, 'b.md'), 'utf8')).toBe('mine')
})

test.skipIf(process.platform === 'win32')('no part of a file is left if the disk is full', () => {
  // What is found in these takes more than the kilobyte that a file may have.
  const names = Array.from({ length: 20 }, (_, index) => `${index + 10}.md`)
  const folder = folderWith(Object.fromEntries(names.map((name) => [name, '# Summary Report: “Grid Day”\n'])))
  const check = [process.execPath, program, 'check', '--no-cache', '--baseline', 'known.json', '--update-baseline']
  const { status, stderr } = spawnSync('sh', ['-c', 'ulimit -f 1; exec "$@"', 'sh', ...check], {
    cwd: folder,
    encoding: 'utf8',
  })
  expect(stderr).toContain('known.json: it could not be written')
  expect(status).toBe(2)
  expect(readdirSync(folder).sort()).toEqual(['.git', ...names])
})
