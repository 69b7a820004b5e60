import { basename, dirname, join, relative, sep } from 'node:path'
import { once } from '../../text/memoize.js'
import { SERVED } from './hugo-config.js'
import { isBundle } from './page-path.js'
import type { Seen } from './seen.js'

/** The site around a page, for resolving the addresses on the page. Paths are absolute. */
export interface ServedFiles {
  readonly page: string
  readonly root: string
  /** The path of `baseURL`, with slashes at both ends. */
  readonly prefix: string
  /** The folders whose files the site serves from its root, without those of its themes. */
  readonly places: readonly string[]
  /** The files that an address may lead to, whether they exist or not. Files elsewhere in the repository are not published. */
  published(address: string): Iterable<string>
  /** The file that an address leads to; null if it does not exist. */
  fileAt(address: string): string | null
}

/** @param root of the site */
export function servedFiles(page: string, root: string, seen: Seen): ServedFiles {
  const { prefix, served } = seen.settingsOf(root)
  const places = served.map((name) => join(root, name))
  const beside = dirname(page)
  const content = join(root, 'content')
  const pages = page.startsWith(content + sep) ? content : beside
  /**
   * The folders that relative addresses are resolved from: `file` below the pages, `address` below the site's root. The address of a
   * page ends with a slash, so `../x.jpg` starts one folder further down than it does for the file.
   */
  const place = once(() => ({ file: relative(pages, beside), address: addressOf(page, content) }))

  function* published(address: string): Generator<string> {
    const inSite = prefix !== '/' && address.startsWith(prefix) ? `/${address.slice(prefix.length)}` : address
    const fromRoot = inSite.startsWith('/') ? inSite : join(place().address, inSite)
    if (!inSite.startsWith('/')) yield* within(pages, join(place().file, inSite))
    for (const folder of places) yield* within(folder, fromRoot)
    if (inSite.startsWith('/')) yield* within(content, inSite)
    for (const theme of themesOf(root, seen)) for (const name of SERVED) yield* within(join(theme, name), fromRoot)
  }

  return {
    ...{ page, root, prefix, places, published },
    fileAt(address) {
      for (const file of published(address)) if (hasExactly(file, root, seen)) return file
      return null
    },
  }
}

/** The folders of a site's themes. */
export function themesOf(root: string, { namesIn }: Seen): string[] {
  const themes = join(root, 'themes')
  return [...namesIn(themes)].map((name) => join(themes, name))
}

/** The file that a path leads to from a folder; none if it is outside that folder. */
function* within(folder: string, path: string): Generator<string> {
  const file = join(folder, path)
  // `../static/x.jpg` from `static` works on a disk, but not on the site.
  if (!/^\.\.(?:[\\/]|$)/.test(path) && file.startsWith(folder + sep)) yield file
}

/** The address of a page from its site's root, without slashes at its ends. */
function addressOf(page: string, content: string): string {
  return isBundle(basename(page)) ? relative(content, dirname(page)) : relative(content, page).replace(/\.[^.]*$/, '')
}

/** Whether a file exists in exactly this letter case: web servers tell `A.JPG` from `a.jpg`, some file systems do not. */
function hasExactly(file: string, root: string, seen: Seen): boolean {
  if (file !== root && !file.startsWith(root + sep)) return false
  const folder = dirname(file)
  const name = file.slice(folder.length + 1).normalize('NFC')
  return seen.namesIn(folder).has(name) && (folder === root || hasExactly(folder, root, seen))
}
