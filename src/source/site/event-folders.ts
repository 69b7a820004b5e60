import { basename, dirname, join, sep } from 'node:path'
import { entriesOrNone } from '../disk.js'
import { isTop } from '../repository.js'
import { type FolderNumbers, isAboutEvents, numbersOf } from './event-path.js'

/** How many levels below a folder to search for events: a site in a repository of sites, `content`, the chapter. */
const MAX_DEPTH = 5
const NO_PAGES = new Set(['node_modules', 'public', 'static', 'assets', 'resources', 'themes', 'layouts', 'archetypes'])

/** A folder with its numbers. */
export interface NumberedFolder extends FolderNumbers {
  readonly name: string
}

/**
 * The folders in which sites keep their events, each event in a folder of its own: the given folder or the nearest one above it that
 * is such a folder, or else all those below it.
 * @param folder absolute
 */
export function eventFolders(folder: string): string[] {
  for (let current = folder; ; current = dirname(current)) {
    if (holdsEvents(current)) return [current]
    if (isTop(current)) break
  }
  return below(folder, MAX_DEPTH)
}

function below(folder: string, depth: number): string[] {
  return foldersIn(folder)
    .filter((name) => !name.startsWith('.') && !NO_PAGES.has(name))
    .flatMap((name) => {
      const path = join(folder, name)
      if (holdsEvents(path)) return [path]
      return depth > 1 ? below(path, depth - 1) : []
    })
}

/** A chapter of events is recognised by its name (`4-EventParticipated`), or by the names of its folders (`4.1-Event1`). */
function holdsEvents(folder: string): boolean {
  const name = basename(folder)
  if (numbersOf(name)) return false
  const isPage = folder.split(sep).includes('content') && /^\d{1,2}[-_. ]/.test(name)
  return (isPage && isAboutEvents(name)) || foldersIn(folder).some((child) => numbersOf(child) && isAboutEvents(child))
}

/** The numbered folders in a folder, sorted by number. */
export function numberedFolders(folder: string): NumberedFolder[] {
  return foldersIn(folder)
    .flatMap((name) => {
      const numbers = numbersOf(name)
      return numbers ? [{ name, ...numbers }] : []
    })
    .sort((a, b) => a.number - b.number)
}

/** The names of the folders in a folder, sorted; none if it does not exist or cannot be read. */
function foldersIn(folder: string): string[] {
  return entriesOrNone(folder)
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
}
