import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { repositoryPath, repositoryRoot } from '../src/source/repository.js'
import { emptyFolder } from './folder.js'

test('the root is the nearest folder with .git, a folder or a file', () => {
  const folder = emptyFolder()
  mkdirSync(join(folder, 'site/.git'), { recursive: true })
  mkdirSync(join(folder, 'site/content/a/worktree/b'), { recursive: true })
  writeFileSync(join(folder, 'site/content/a/worktree/.git'), 'gitdir: elsewhere')
  expect(repositoryRoot(join(folder, 'site'))).toBe(join(folder, 'site'))
  expect(repositoryRoot(join(folder, 'site/content/a'))).toBe(join(folder, 'site'))
  expect(repositoryRoot(join(folder, 'site/content/a/worktree/b'))).toBe(join(folder, 'site/content/a/worktree'))
})

test('without one, the root is the folder itself', () => {
  expect(repositoryRoot('/no/such/folder')).toBe('/no/such/folder')
})

test.each([
  ['a.md', 'content/a.md'],
  ['./b/../a.md', 'content/a.md'],
  ['../static/a b.md', 'static/a b.md'],
  ['/home/lan/site/content/..a.md', 'content/..a.md'],
  ['../../other/a.md', '/home/lan/other/a.md'],
  ['/home/lan/site-2/a.md', '/home/lan/site-2/a.md'],
])('the path of %s is %s', (path, called) => {
  expect(repositoryPath(path, { cwd: '/home/lan/site/content', root: '/home/lan/site' })).toBe(called)
})
