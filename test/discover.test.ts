import { mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { discover, hasIgnoredReports, isSearched } from '../src/source/discover.js'
import { emptyFolder, writeIn } from './folder.js'

let cwd = ''
beforeEach(() => {
  cwd = emptyFolder()
  mkdirSync(join(cwd, '.git'))
})

const write = (path: string, text = '# A\n'): void => writeIn(cwd, { [path]: text })

const found = (...paths: string[]): string[] => discover(paths, { cwd }).files.map(({ path }) => path)

describe('a folder', () => {
  test('has Markdown files at any depth, sorted', () => {
    for (const path of ['b.md', 'a/z.md', 'a/a.markdown', 'C.MD', 'sự kiện/d.md', 'no.rst', 'md', 'a.md.bak'])
      write(path)
    expect(found('.')).toEqual(['C.MD', 'a/a.markdown', 'a/z.md', 'b.md', 'sự kiện/d.md'])
  })

  test('has text files that begin with front matter', () => {
    write('a.txt', '---\ntitle: a\n---\n')
    write('b.txt', '\uFEFF\n+++\r\na = 1\n')
    write('c.txt', '---js\n1\n---\n')
    write('d.txt', 'plain\n---\n')
    write('e.txt', '')
    write('f.txt', '----\n')
    expect(found('.')).toEqual(['a.txt', 'b.txt', 'c.txt'])
  })

  test('is searched without .git and node_modules', () => {
    for (const path of ['.git/a.md', 'node_modules/p/README.md', 'a/node_modules/b.md', 'c.md']) write(path)
    expect(found('.')).toEqual(['c.md'])
  })

  test('is reported if it has no reports', () => {
    write('a/no.rst')
    write('b/c.md')
    expect(discover(['a', 'b', '.'], { cwd })).toMatchObject({ empty: [{ path: 'a', refused: [] }], errors: [] })
  })

  test('is searched without what the caller does not accept', () => {
    write('a.md')
    write('b.md')
    const accepts = (path: string): boolean => path !== join(cwd, 'a.md')
    expect(discover(['.'], { cwd, accepts }).files).toEqual([{ path: 'b.md', named: false }])
    expect(discover(['.', 'a.md'], { cwd, accepts }).files).toEqual([
      { path: 'a.md', named: true },
      { path: 'b.md', named: false },
    ])
  })
})

describe('.gitignore', () => {
  test('may begin with a byte order mark', () => {
    write('.gitignore', '\ufeffdrafts/\n')
    write('drafts/a.md')
    write('a.md')
    expect(found('.')).toEqual(['a.md'])
  })

  test('applies to its folder and those below; the deepest one decides', () => {
    write('.gitignore', 'public/\n*.tmp.md\n/only-here.md\n')
    write('a/.gitignore', '!keep.tmp.md\n')
    for (const path of [
      'public/a.md',
      'a/public/b.md',
      'x.tmp.md',
      'a/y.tmp.md',
      'a/keep.tmp.md',
      'only-here.md',
      'a/only-here.md',
    ])
      write(path)
    expect(found('.')).toEqual(['a/keep.tmp.md', 'a/only-here.md'])
  })

  test('in folders above applies, up to the root of the repository', () => {
    write('.gitignore', '*.md\n')
    write('inner/.git/HEAD')
    write('inner/.gitignore', 'draft.md\n')
    write('inner/site/a.md')
    write('inner/site/draft.md')
    expect(found('inner/site')).toEqual(['inner/site/a.md'])
  })

  test('is case-sensitive, as in git', () => {
    write('.gitignore', 'docs/\n')
    write('Docs/a.md')
    write('docs2/b.md')
    expect(found('.')).toEqual(['Docs/a.md', 'docs2/b.md'])
  })

  test('does not apply to named files', () => {
    write('.gitignore', 'public/\nnote.md\n')
    write('public/a.md')
    write('note.md')
    expect(found('.')).toEqual([])
    expect(found('public', 'note.md')).toEqual(['note.md', 'public/a.md'])
  })
})

test('a folder with only ignored reports is recognised', () => {
  write('.gitignore', 'a/\n*.tmp.md\n')
  write('a/b/c.md')
  write('d/e.tmp.md')
  write('f/g.rst')
  expect(found('.')).toEqual([])
  expect(['.', 'd', 'f'].map((folder) => hasIgnoredReports(join(cwd, folder)))).toEqual([true, true, false])
})

test('whether a search finds a path is known without searching, even if the path does not exist', () => {
  write('.gitignore', 'public/\n*.tmp.md\n')
  write('a/.gitignore', '!keep.tmp.md\n')
  write('inner/.git/HEAD')
  const paths = ['b.md', 'a/b/c.md', 'a/keep.tmp.md', 'a/x.tmp.md', 'public/a.md', 'a/public/b/c.md', 'inner/x.tmp.md']
  const others = ['node_modules/p/README.md', 'a/node_modules/b.md', '.git/a.md', 'link/c.md', 'a/link.md', 'new/d.md']
  const reached = (): string[] => [...paths, ...others].filter((path) => isSearched(join(cwd, path)))
  const expected = ['b.md', 'a/b/c.md', 'a/keep.tmp.md', 'inner/x.tmp.md', 'new/d.md']
  expect(reached()).toEqual([...expected.slice(0, 4), 'link/c.md', 'a/link.md', 'new/d.md'])
  for (const path of [...paths, 'node_modules/p/README.md', 'a/node_modules/b.md', '.git/a.md', 'new/d.md']) write(path)
  symlinkSync('a/b', join(cwd, 'link'))
  symlinkSync('b/c.md', join(cwd, 'a/link.md'))
  expect(reached()).toEqual(expected)
  // The walk of the outer repository would say so of the inner one's, too, but for its root.
  expect(found('.', 'inner')).toEqual(expected.toSorted())
})

describe('paths', () => {
  test('are shown as given, each file once', () => {
    write('a/b.md')
    write('a/c.md')
    expect(found('a')).toEqual(['a/b.md', 'a/c.md'])
    expect(found('./a/')).toEqual(['a/b.md', 'a/c.md'])
    expect(found(join(cwd, 'a'))).toEqual([join(cwd, 'a/b.md'), join(cwd, 'a/c.md')])
    expect(found(join(cwd, 'a/c.md'), join(cwd, 'a'))).toEqual([join(cwd, 'a/b.md'), join(cwd, 'a/c.md')])
  })

  test('that are given in several ways are shown in one way', () => {
    write('a/b.md')
    write('a/c.md')
    const both = ['a/b.md', 'a/c.md']
    expect(found('./a/b.md', './a//c.md')).toEqual(both)
    expect(found('a', '.', 'a/../a/b.md', join(cwd, 'a/b.md'))).toEqual(both)
    expect(found('./a/b.md', 'a/c.md')).toEqual(both)
    expect(found('a/b.md', join(cwd, 'a/c.md'))).toEqual(both)
    expect(discover(['../a/b.md', 'c.md'], { cwd: join(cwd, 'a') }).files).toEqual([
      { path: 'b.md', named: true },
      { path: 'c.md', named: true },
    ])
  })

  test('may lead upwards', () => {
    write('a/b.md')
    write('c/d.md')
    expect(discover(['../a'], { cwd: join(cwd, 'c') }).files).toEqual([{ path: '../a/b.md', named: false }])
  })

  test('that do not exist are errors, and do not stop the search', () => {
    write('a.md')
    const { files, errors } = discover(['no.md', 'a.md', 'a.md/b'], { cwd })
    expect(files).toEqual([{ path: 'a.md', named: true }])
    expect(errors.map(({ path, message }) => [path, message])).toEqual([
      ['no.md', 'there is no such file or folder'],
      ['a.md/b', 'there is no such file or folder'],
    ])
  })
})

describe('links', () => {
  test('in folders are not followed', () => {
    write('site/a.md')
    write('elsewhere/b.md')
    symlinkSync('../elsewhere', join(cwd, 'site/out'))
    symlinkSync('../elsewhere/b.md', join(cwd, 'site/b.md'))
    symlinkSync('.', join(cwd, 'site/around'))
    symlinkSync('a.md', join(cwd, 'site/a2.md'))
    symlinkSync('nowhere', join(cwd, 'site/c.md'))
    expect(discover(['site'], { cwd })).toEqual({ files: [{ path: 'site/a.md', named: false }], errors: [], empty: [] })
  })

  test('that are named are followed', () => {
    write('elsewhere/b.md')
    symlinkSync('elsewhere', join(cwd, 'folder'))
    symlinkSync('elsewhere/b.md', join(cwd, 'file.md'))
    expect(found('folder', 'file.md')).toEqual(['file.md', 'folder/b.md'])
  })
})
