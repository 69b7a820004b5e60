import { basename, dirname, join } from 'node:path'
import { memoize } from '../../text/memoize.js'
import { entriesOrNone, isThere } from '../disk.js'
import { CONFIGS, type SiteSettings, settingsIn } from './hugo-config.js'
import { PICTURE } from './meant-picture.js'

/** What is seen of the disk around the pages of one run: it is looked at once. Paths are absolute. */
export interface Seen {
  /** The names of what is in a folder, composed. */
  namesIn(folder: string): ReadonlySet<string>
  /** The root of the site that a folder lies in; null where it lies in none. */
  rootOf(folder: string): string | null
  /** What the configuration of a site says, by its root. */
  settingsOf(root: string): SiteSettings
  /** The pictures below a folder; none where they are too many. */
  picturesBelow(folder: string): readonly string[]
}

export function nothingSeen(): Seen {
  const namesIn = memoize((folder) => new Set(entriesOrNone(folder).map(({ name }) => name.normalize('NFC'))))
  return { namesIn, rootOf: rootsBy(namesIn), settingsOf: memoize(settingsIn), picturesBelow: memoize(picturesIn) }
}

/**
 * The root is the nearest folder with a Hugo configuration, or the one that holds the `content` folder. Above a repository
 * nothing is listed: others put there what they like, and a look at all of it would be another one each time.
 */
function rootsBy(namesIn: Seen['namesIn']): Seen['rootOf'] {
  const has = (folder: string, name: string, isListed: boolean): boolean =>
    isListed ? namesIn(folder).has(name) : isThere(join(folder, name))
  const find = (folder: string, isListed: boolean): string | null => {
    const parent = dirname(folder)
    if (parent === folder) return null
    const isRoot = CONFIGS.some((name) =>
      name.includes('/') ? has(folder, 'config', isListed) && isThere(join(folder, name)) : has(folder, name, isListed),
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

/** How far down a site's pictures may be: deeper nesting is not seen. */
const MAX_DEPTH = 12

/** In a folder with more pictures than this, none is looked for. */
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
