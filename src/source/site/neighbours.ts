import { basename, dirname, join, resolve } from 'node:path'
import { entriesOrNone } from '../disk.js'
import { isWithin, slashed } from '../path.js'
import { isTop } from '../repository.js'
import { isEventFolder } from './event-path.js'
import { isFolderPage, pageOf } from './page-path.js'

/** An entry of a folder. */
export interface Entry {
  readonly name: string
  readonly isFolder: boolean
}

/** The entries of a folder, by its path; none if it cannot be read. */
export type List = (folder: string) => readonly Entry[]

/**
 * The files that a page is checked against: its translations, the index pages of its section, and the section's other events with
 * their translations; for an index page, its translations and the events that it lists.
 * @param path of a file, absolute or relative; the returned paths begin in the same way
 * @param list reads a folder
 * @returns sorted paths with forward slashes
 */
export function neighboursOf(path: string, list: List): string[] {
  const [folder, name] = [dirname(path), basename(path)]
  const namesIn = (parent: string, accepts: (entry: Entry) => boolean): string[] =>
    list(parent)
      .filter(accepts)
      .map((entry) => entry.name)
  const indexPages = (parent: string): string[] =>
    namesIn(parent, (entry) => !entry.isFolder && isFolderPage(entry.name)).map((page) => join(parent, page))
  const eventFoldersIn = (parent: string): string[] =>
    namesIn(parent, (entry) => entry.isFolder && isEventFolder(entry.name))

  const found = namesIn(folder, (entry) => !entry.isFolder && pageOf(entry.name) === pageOf(name)).map((twin) =>
    join(folder, twin),
  )
  if (isFolderPage(name)) {
    const listed = eventFoldersIn(folder)
    const section = listed.length > 0 ? folder : join(folder, '..')
    const events = listed.length > 0 ? listed : eventFoldersIn(section)
    found.push(...indexPages(section), ...events.flatMap((event) => indexPages(join(section, event))))
  } else found.push(...indexPages(folder))
  const own = join(path)
  return [...new Set(found)]
    .filter((file) => file !== own)
    .map(slashed)
    .sort()
}

/**
 * The same for the files on disk. Nothing above the root of a repository is read, because it has nothing to do with the repository.
 */
export function neighboursOnDisk(path: string, cwd: string): string[] {
  const own = resolve(cwd, dirname(path))
  return neighboursOf(path, (folder) => {
    const absolute = resolve(cwd, folder)
    return isWithin(absolute, own) || !isTop(own) ? entriesIn(absolute) : []
  })
}

function entriesIn(folder: string): Entry[] {
  return entriesOrNone(folder)
    .filter((entry) => entry.isFile() || entry.isDirectory())
    .map((entry) => ({ name: entry.name, isFolder: entry.isDirectory() }))
}
