import { basename, dirname, join } from 'node:path'
import { memoize } from '../../text/memoize.js'
import { entriesOrNone, pathExists } from '../disk.js'
import { CONFIGS, type SiteSettings, settingsIn } from './hugo-config.js'
import { PICTURE } from './intended-picture.js'

/** What a run has seen on the disk around its pages; everything is read once. Paths are absolute. */
export interface Seen {
  /** The names in a folder, in NFC. */
  namesIn(folder: string): ReadonlySet<string>
  /** The root of the Hugo site that a folder is in; null if it is in none. */
  rootOf(folder: string): string | null
  /** The settings in the configuration of a site, by the site's root. */
  settingsOf(root: string): SiteSettings
  /** The pictures below a folder; none if there are too many. */
  picturesBelow(folder: string): readonly string[]
}

export function nothingSeen(): Seen {
  const namesIn = memoize((folder) => new Set(entriesOrNone(folder).map(({ name }) => name.normalize('NFC'))))
  return { namesIn, rootOf: rootsBy(namesIn), settingsOf: memoize(settingsIn), picturesBelow: memoize(picturesIn) }
}

/**
 * Finds the root: the nearest folder with a Hugo configuration, or one with both a `content` folder around the page and a `static`
 * folder. Folders above a repository are never listed, only asked for the names in question: their other content changes all the
 * time, and a listing would differ in every run.
 */
function rootsBy(namesIn: Seen['namesIn']): Seen['rootOf'] {
  const has = (folder: string, name: string, isListed: boolean): boolean =>
    isListed ? namesIn(folder).has(name) : pathExists(join(folder, name))
  const find = (folder: string, isListed: boolean): string | null => {
    const parent = dirname(folder)
    if (parent === folder) return null
    const isRoot = CONFIGS.some((name) =>
      name.includes('/')
        ? has(folder, 'config', isListed) && pathExists(join(folder, name))
        : has(folder, name, isListed),
    )
    if (isRoot) return folder
    const isParentListed = isListed && !has(folder, '.git', isListed)
    if (basename(folder) === 'content' && has(parent, 'static', isParentListed)) return parent
    return (isParentListed ? rootOf : rootAbove)(parent)
  }
  const rootOf: Seen['rootOf'] = memoize((folder) => find(folder, true))
  const rootAbove: Seen['rootOf'] = memoize((folder) => find(folder, false))
  return rootOf
}

/** How many levels of folders to search for pictures. */
const MAX_DEPTH = 12

/** If a folder has more pictures than this, they are not used. */
const MAX_PICTURES = 20_000

function picturesIn(folder: string): readonly string[] {
  const found: string[] = []
  const search = (current: string, depth: number): void => {
    for (const entry of entriesOrNone(current)) {
      const path = join(current, entry.name)
      if (entry.isDirectory() && depth < MAX_DEPTH && found.length <= MAX_PICTURES) search(path, depth + 1)
      else if (entry.isFile() && PICTURE.test(entry.name)) found.push(path)
    }
  }
  search(folder, 0)
  return found.length > MAX_PICTURES ? [] : found
}
