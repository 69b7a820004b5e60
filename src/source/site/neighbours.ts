import { basename, dirname, join, resolve } from 'node:path'
import { entriesOrNone } from '../disk.js'
import { isWithin, slashed } from '../path.js'
import { isTop } from '../repository.js'
import { isEventFolder } from './event-path.js'
import { isFolderPage, pageOf } from './page-path.js'

/** Something in a folder. */
export interface Entry {
  readonly name: string
  readonly isFolder: boolean
}

/** What lies in a folder, by its path; nothing where it is closed to us. */
export type List = (folder: string) => readonly Entry[]

/**
 * The files that say something of a page, though nobody asked for them: its translations, the index pages of its section, and
 * the section's other events with theirs. Of an index page they are the events that it lists.
 * @param path of a file, absolute or relative; the paths given back start as it does
 * @param list what is looked into
 * @returns sorted, forward slashes
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

/** What `neighboursOf` finds on the disk. What lies above the root of a repository has nothing to do with its files. */
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
