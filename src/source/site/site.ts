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
   * Whether the site serves a picture to the page at this address; a path on the author's disk never counts. null if that cannot be
   * known. If the picture is not there, but the address can only mean one picture of the site: the address of that picture.
   * @param like another address on the page: the corrected one begins in the same way if `url` gives no usable beginning
   */
  hasImage(url: string, like?: string): boolean | null | RightAddress
}

/**
 * The site around a page: see `Seen.rootOf`.
 * @param path of the page, absolute or relative to the current folder
 * @param seen shared by all pages of the run
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

/** Other hosts, data URLs and template expressions. */
function isElsewhere(url: string): boolean {
  return /^[a-z][a-z0-9+.-]*:|^\/\//i.test(url) || /[{}<>]/.test(url) || url.includes(MASK)
}

/** Whether the site or one of its themes renders images with a template of its own, which may rewrite addresses. */
function hasImageTemplate(root: string, seen: Seen): boolean {
  return [root, ...themesOf(root, seen)].some((folder) =>
    [...seen.namesIn(join(folder, 'layouts/_default/_markup'))].some((name) => name.startsWith('render-image')),
  )
}
