import { dirname, join, resolve } from 'node:path'
import { decoded } from '../../text/decoded.js'
import { MASK } from '../../text/mask.js'
import { isOnDisk, pathOf, type RightAddress, rightAddress } from './right-address.js'
import type { Seen } from './seen.js'
import { servedFiles, themesOf } from './served-files.js'

export { nothingSeen } from './seen.js'

/** The Hugo site that a report belongs to. */
export interface Site {
  /**
   * Whether the site serves a picture of that address to the page; a path on the author's disk never. null: nobody can tell.
   * Where it serves none, but one picture of the site alone can be meant: the address of that.
   * @param like another address on the page, in whose manner the right one is written where `url` has none
   */
  hasImage(url: string, like?: string): boolean | null | RightAddress
}

/**
 * Finds the site around a page: the nearest folder above it with a Hugo configuration, or the one that holds the `content`
 * folder it lies in.
 * @param path of the page, absolute or relative to the current folder
 * @param seen what was seen for other pages of the run
 */
export function siteOf(path: string, seen: Seen): Site {
  const page = resolve(path)
  const root = seen.rootOf(dirname(page))
  if (root === null) return { hasImage: () => null }
  const { hasMounts } = seen.settingsOf(root)
  const files = servedFiles(page, root, seen)
  const { fileAt } = files

  return {
    hasImage(url, like = '/') {
      if (!isOnDisk(url) && isElsewhere(url)) return null
      const address = decoded(pathOf(url))
      if (address === '') return null
      if (fileAt(address) !== null) return true
      const slashed = url.replaceAll('\\', '/')
      const isServed = fileAt(decoded(pathOf(slashed))) !== null
      if ((isServed || fileAt(`/${decoded(pathOf(slashed))}`) !== null) && hasImageTemplate(root, seen)) return true
      if (isServed) return { url: slashed, certain: true }
      const right = rightAddress(url, like, files, seen)
      return hasMounts && !right?.certain && !isOnDisk(url) ? null : (right ?? false)
    },
  }
}

/** Other hosts, data and templates. */
function isElsewhere(url: string): boolean {
  return /^[a-z][a-z0-9+.-]*:|^\/\//i.test(url) || /[{}<>]/.test(url) || url.includes(MASK)
}

/** Whether the site, or a theme of it, makes its own addresses of those that pages write. */
function hasImageTemplate(root: string, seen: Seen): boolean {
  return [root, ...themesOf(root, seen)].some((folder) =>
    [...seen.namesIn(join(folder, 'layouts/_default/_markup'))].some((name) => name.startsWith('render-image')),
  )
}
