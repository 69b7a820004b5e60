import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import { decoded } from '../../text/decoded.js'
import { once } from '../../text/kept.js'
import { MASK } from '../../text/mask.js'
import { SERVED } from './hugo-config.js'
import { meantPicture } from './meant-picture.js'
import { isBundle } from './page-path.js'
import type { Seen } from './seen.js'

export { nothingSeen } from './seen.js'

/** The address to be written for a wrong one; certain where the two differ only in how a path is written. */
export interface RightAddress {
  readonly url: string
  readonly certain: boolean
}

/** The Hugo site that a report belongs to. */
export interface Site {
  /**
   * Whether the site serves a picture of that address to the page; a path on the author's disk never. null: nobody can tell.
   * Where it serves none, but one picture of the site alone can be meant: the address of that.
   * @param like another address on the page, in whose manner the right one is written where `url` has none
   */
  hasImage(url: string, like?: string): boolean | null | RightAddress
}

/** Paths that lead nowhere but on one computer. */
const DISK = /^(?:file:\/*|[a-z]:(?=[\\/])|\\\\|~(?=\/)|(?=\/(?:home|users)\/))/i

/**
 * Finds the site around a page: the nearest folder above it with a Hugo configuration, or the one that holds the `content`
 * folder it lies in.
 * @param path of the page, absolute or relative to the current folder
 * @param seen what was seen for other pages of the run
 */
export function siteOf(path: string, seen: Seen): Site {
  const page = resolve(path)
  const beside = dirname(page)
  const root = seen.rootOf(beside)
  if (root === null) return { hasImage: () => null }
  const { prefix, served, hasMounts } = seen.settingsOf(root)
  const content = join(root, 'content')
  const pages = page.startsWith(content + sep) ? content : beside

  /**
   * The folders that relative addresses start from, below the pages and below the site's root. A page's address ends with a
   * slash, so `../x.jpg` starts one folder further down than its file.
   */
  const place = once(() => ({ file: relative(pages, beside), address: addressOf(page, content) }))
  /** The files that an address may lead to. What lies elsewhere in the repository is not published. */
  const published = function* (address: string): Generator<string> {
    const inSite = prefix !== '/' && address.startsWith(prefix) ? `/${address.slice(prefix.length)}` : address
    const fromRoot = inSite.startsWith('/') ? inSite : join(place().address, inSite)
    if (!inSite.startsWith('/')) yield* within(pages, join(place().file, inSite))
    for (const name of served) yield* within(join(root, name), fromRoot)
    if (inSite.startsWith('/')) yield* within(content, inSite)
    for (const theme of themesOf(root, seen)) for (const name of SERVED) yield* within(join(theme, name), fromRoot)
  }
  const fileAt = (address: string): string | null => {
    for (const file of published(address)) if (hasExactly(file, root, seen)) return file
    return null
  }

  const rightAddress = (url: string, like: string): RightAddress | null => {
    const written = pathOf(url)
    const address = decoded(written.replace(DISK, '')).replaceAll('\\', '/')
    const segments = address.split('/').filter((segment) => !/^\.{0,2}$/.test(segment))
    const isOnDisk = DISK.test(url)
    const readings = [
      ...published(address),
      join(root, 'static', address),
      // The same as a path on the disk: from the page, from the site, from anywhere above the site.
      join(beside, address),
      join(root, address),
      ...segments.flatMap((name, at) => (SERVED.includes(name) ? [join(root, ...segments.slice(at))] : [])),
    ]
    const places = served.map((name) => join(root, name))
    const addresses = picturesFor(page, places, seen)
    const meant = meantPicture(readings, isOnDisk ? segments.slice(-1) : segments, addresses)
    if (!meant) return null
    const path = spelled(addresses.get(meant.file) ?? [], written)
    const start = [url, like, '/']
      .map((other) => startOf(other, prefix))
      .find((s) => fileAt(s + decoded(path)) === meant.file)
    return start === undefined ? null : { url: start + path + url.slice(written.length), certain: meant.certain }
  }

  return {
    hasImage(url, like = '/') {
      if (!DISK.test(url) && isElsewhere(url)) return null
      const address = decoded(pathOf(url))
      if (address === '') return null
      if (fileAt(address) !== null) return true
      const slashed = url.replaceAll('\\', '/')
      const isServed = fileAt(decoded(pathOf(slashed))) !== null
      if ((isServed || fileAt(`/${decoded(pathOf(slashed))}`) !== null) && hasImageTemplate(root, seen)) return true
      if (isServed) return { url: slashed, certain: true }
      const right = rightAddress(url, like)
      return hasMounts && !right?.certain && !DISK.test(url) ? null : (right ?? false)
    },
  }
}

/** The file that a path leads to from a folder; none where it leads out of it. */
function* within(folder: string, path: string): Generator<string> {
  const file = join(folder, path)
  // `../static/x.jpg` from `static` leads there on a disk, not on the site.
  if (!/^\.\.(?:[\\/]|$)/.test(path) && file.startsWith(folder + sep)) yield file
}

/** Other hosts, data and templates. */
function isElsewhere(url: string): boolean {
  return /^[a-z][a-z0-9+.-]*:|^\/\//i.test(url) || /[{}<>]/.test(url) || url.includes(MASK)
}

/** An address without `?…` and `#…`. */
function pathOf(url: string): string {
  return url.split(/[?#]/)[0] ?? ''
}

/** What stands before the path of an address in a site: the path of `baseURL`, a slash, dots. */
function startOf(url: string, prefix: string): string {
  if (prefix !== '/' && url.startsWith(prefix)) return prefix
  return /^(?:\/|(?:\.{1,2}\/)*)/.exec(url)?.[0] ?? ''
}

/** A path as an address; segments that are right in the old one stay as they were written. */
function spelled(segments: readonly string[], old: string): string {
  const before = old.split(/[\\/]/).slice(-segments.length)
  return segments
    .map((segment, at) => {
      const same = before[at + before.length - segments.length]
      return same !== undefined && decoded(same) === segment ? same : encoded(segment)
    })
    .join('/')
}

/** Percent-encodes what Markdown, HTML or a shortcode would read as something else; letters of all languages stay. */
function encoded(segment: string): string {
  return segment.replace(/[^\p{L}\p{M}\p{N}\-._~!$*+,;=@]/gu, (character) =>
    /['()]/.test(character) ? `%${character.charCodeAt(0).toString(16)}` : encodeURIComponent(character),
  )
}

/** The address of a page from its site's root, without slashes at its ends. */
function addressOf(page: string, content: string): string {
  return isBundle(basename(page)) ? relative(content, dirname(page)) : relative(content, page).replace(/\.[^.]*$/, '')
}

/** The folders of the themes that lie in a site. */
function themesOf(root: string, { namesIn }: Seen): string[] {
  const themes = join(root, 'themes')
  return [...namesIn(themes)].map((name) => join(themes, name))
}

/** Whether the site, or a theme of it, makes its own addresses of those that pages write. */
function hasImageTemplate(root: string, seen: Seen): boolean {
  return [root, ...themesOf(root, seen)].some((folder) =>
    [...seen.namesIn(join(folder, 'layouts/_default/_markup'))].some((name) => name.startsWith('render-image')),
  )
}

/** Whether a file is there in just this letter case: servers tell `A.JPG` from `a.jpg`, some disks do not. */
function hasExactly(file: string, root: string, seen: Seen): boolean {
  if (file !== root && !file.startsWith(root + sep)) return false
  const folder = dirname(file)
  const name = file.slice(folder.length + 1).normalize('NFC')
  return seen.namesIn(folder).has(name) && (folder === root || hasExactly(folder, root, seen))
}

/**
 * The pictures that a page may mean, with the segments of the path by which it calls them.
 * @param served the folders that the site serves from its root; a theme's pictures are its own
 */
function picturesFor(page: string, served: readonly string[], { picturesBelow }: Seen): Map<string, string[]> {
  const places = isBundle(basename(page)) ? [...served, dirname(page)] : served
  return new Map(
    places.flatMap((folder) =>
      picturesBelow(folder).map((file): [string, string[]] => [file, relative(folder, file).split(sep)]),
    ),
  )
}
