import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openAccessLog } from '../src/source/disk.js'
import { type Entry, neighboursOf, neighboursOnDisk } from '../src/source/site/neighbours.js'
import { emptyFolder, writeIn } from './folder.js'

/** A section of events with its index pages; the folder of the first event has more than its report. */
const FILES = [
  'site/4-Events/_index.md',
  'site/4-Events/_index.vi.md',
  'site/4-Events/notes.md',
  'site/4-Events/4.1-Event1/_index.md',
  'site/4-Events/4.1-Event1/_index.vi.md',
  'site/4-Events/4.1-Event1/notes.md',
  'site/4-Events/4.1-Event1/notes.vi.md',
  'site/4-Events/4.1-Event1/photo.jpg',
  'site/4-Events/4.2-Event2/_index.md',
  'site/4-Events/4.2-Event2/more/_index.md',
  'site/4-Events/images/_index.md',
  'site/1-Worklog/_index.md',
]

/** The entries of one of these folders. */
function list(folder: string): Entry[] {
  const below = FILES.filter((path) => path.startsWith(`${folder}/`)).map((path) => path.slice(folder.length + 1))
  return [...new Set(below.map((path) => path.split('/')[0] ?? ''))].map((name) => ({
    name,
    isFolder: !below.includes(name),
  }))
}

const near = (path: string): string[] => neighboursOf(path, list).map((found) => found.replace('site/4-Events/', ''))

describe('the neighbours of', () => {
  test('a report are its translation, the index pages of its section, and the other events', () => {
    expect(near('site/4-Events/4.1-Event1/_index.md')).toEqual([
      '4.1-Event1/_index.vi.md',
      '4.2-Event2/_index.md',
      '_index.md',
      '_index.vi.md',
    ])
  })

  test('an index page are its translation, and the events that it lists', () => {
    expect(near('site/4-Events/_index.vi.md')).toEqual([
      '4.1-Event1/_index.md',
      '4.1-Event1/_index.vi.md',
      '4.2-Event2/_index.md',
      '_index.md',
    ])
  })

  test('another page in a folder are its translation, and the index pages of the folder', () => {
    expect(near('site/4-Events/4.1-Event1/notes.md')).toEqual([
      '4.1-Event1/_index.md',
      '4.1-Event1/_index.vi.md',
      '4.1-Event1/notes.vi.md',
    ])
  })

  test('a page in an unreadable folder are none', () => {
    expect(neighboursOf('a/_index.md', () => [])).toEqual([])
  })
})

describe('neighbours on disk', () => {
  const pages = { 'own/_index.md': '', 'own/_index.vi.md': '', '_index.md': '', '4.1-Event1/_index.md': '' }

  test('are not searched above the root of the repository', () => {
    const folder = emptyFolder()
    writeIn(folder, { ...pages, 'own/.git/HEAD': '' })
    const log = openAccessLog()
    expect(neighboursOnDisk('own/_index.md', folder)).toEqual(['own/_index.vi.md'])
    log.close()
    expect([...log.listed.keys()]).toEqual([join(folder, 'own')])
  })

  test('are searched in the section without a repository', () => {
    const folder = emptyFolder()
    writeIn(folder, pages)
    expect(neighboursOnDisk('own/_index.md', folder)).toEqual(['4.1-Event1/_index.md', '_index.md', 'own/_index.vi.md'])
  })
})
