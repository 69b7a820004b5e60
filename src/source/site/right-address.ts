import { basename, dirname, join, relative, sep } from 'node:path'
import { decoded } from '../../text/decoded.js'
import { SERVED } from './hugo-config.js'
import { meantPicture } from './meant-picture.js'
import { isBundle } from './page-path.js'
import type { Seen } from './seen.js'
import type { ServedFiles } from './served-files.js'

/** The address to be written for a wrong one; certain where the two differ only in how a path is written. */
export interface RightAddress {
  readonly url: string
  readonly certain: boolean
}

/** Paths that lead nowhere but on one computer. */
const DISK = /^(?:file:\/*|[a-z]:(?=[\\/])|\\\\|~(?=\/)|(?=\/(?:home|users)\/))/i

/** Whether an address is a path on the author's disk. */
export function isOnDisk(url: string): boolean {
  return DISK.test(url)
}

/**
 * The address of the one picture that a wrong address can mean; null where there is none, or a choice.
 * @param like another address on the page, in whose manner it is written where `url` has none
 */
export function rightAddress(url: string, like: string, files: ServedFiles, seen: Seen): RightAddress | null {
  const { page, root, prefix, places, published, fileAt } = files
  const written = pathOf(url)
  const address = decoded(written.replace(DISK, '')).replaceAll('\\', '/')
  const segments = address.split('/').filter((segment) => !/^\.{0,2}$/.test(segment))
  const readings = [
    ...published(address),
    join(root, 'static', address),
    // The same as a path on the disk: from the page, from the site, from anywhere above the site.
    join(dirname(page), address),
    join(root, address),
    ...segments.flatMap((name, at) => (SERVED.includes(name) ? [join(root, ...segments.slice(at))] : [])),
  ]
  const addresses = picturesFor(page, places, seen)
  const meant = meantPicture(readings, isOnDisk(url) ? segments.slice(-1) : segments, addresses)
  if (!meant) return null
  const path = spelled(addresses.get(meant.file) ?? [], written)
  const start = [url, like, '/']
    .map((other) => startOf(other, prefix))
    .find((one) => fileAt(one + decoded(path)) === meant.file)
  return start === undefined ? null : { url: start + path + url.slice(written.length), certain: meant.certain }
}

/** An address without `?…` and `#…`. */
export function pathOf(url: string): string {
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
