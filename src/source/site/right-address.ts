import { basename, dirname, join, relative, sep } from 'node:path'
import { decoded } from '../../text/decoded.js'
import { SERVED } from './hugo-config.js'
import { intendedPicture } from './intended-picture.js'
import { isBundle } from './page-path.js'
import type { Seen } from './seen.js'
import type { ServedFiles } from './served-files.js'

/** The corrected form of a wrong address; `certain` if the two differ only in how the path is written. */
export interface RightAddress {
  readonly url: string
  readonly certain: boolean
}

/** The beginnings of paths that only work on one computer. */
const DISK = /^(?:file:\/*|[a-z]:(?=[\\/])|\\\\|~(?=\/)|(?=\/(?:home|users)\/))/i

/** Whether an address is a path on the author's disk. */
export function isOnDisk(url: string): boolean {
  return DISK.test(url)
}

/**
 * The address of the only picture that a wrong address can mean; null if there is none, or more than one.
 * @param url the wrong address
 * @param like another address on the page: the result begins in the same way (`/`, `../`) if the beginning of `url` does not lead to
 * the picture
 */
export function rightAddress(url: string, like: string, files: ServedFiles, seen: Seen): RightAddress | null {
  const { page, root, prefix, places, published, fileAt } = files
  const written = pathOf(url)
  const address = decoded(written.replace(DISK, '')).replaceAll('\\', '/')
  const segments = address.split('/').filter((segment) => !/^\.{0,2}$/.test(segment))
  const readings = [
    ...published(address),
    join(root, 'static', address),
    // Authors also write paths as on the disk: from the page, from the site's root, or from anywhere above that.
    join(dirname(page), address),
    join(root, address),
    ...segments.flatMap((name, at) => (SERVED.includes(name) ? [join(root, ...segments.slice(at))] : [])),
  ]
  const addresses = picturesFor(page, places, seen)
  const intended = intendedPicture(readings, isOnDisk(url) ? segments.slice(-1) : segments, addresses)
  if (!intended) return null
  const path = spelled(addresses.get(intended.file) ?? [], written)
  const start = [url, like, '/']
    .map((other) => startOf(other, prefix))
    .find((one) => fileAt(one + decoded(path)) === intended.file)
  return start === undefined ? null : { url: start + path + url.slice(written.length), certain: intended.certain }
}

/** An address without `?…` and `#…`. */
export function pathOf(url: string): string {
  return url.split(/[?#]/)[0] ?? ''
}

/** What comes before the path in an address within a site: the path of `baseURL`, a slash, or dots. */
function startOf(url: string, prefix: string): string {
  if (prefix !== '/' && url.startsWith(prefix)) return prefix
  return /^(?:\/|(?:\.{1,2}\/)*)/.exec(url)?.[0] ?? ''
}

/** Joins segments to an address; those that are correct in the old address are kept as they were written. */
function spelled(segments: readonly string[], old: string): string {
  const before = old.split(/[\\/]/).slice(-segments.length)
  return segments
    .map((segment, at) => {
      const same = before[at + before.length - segments.length]
      return same !== undefined && decoded(same) === segment ? same : encoded(segment)
    })
    .join('/')
}

/** Percent-encodes what Markdown, HTML or a shortcode would misread; letters of all languages stay. */
function encoded(segment: string): string {
  return segment.replace(/[^\p{L}\p{M}\p{N}\-._~!$*+,;=@]/gu, (character) =>
    /['()]/.test(character) ? `%${character.charCodeAt(0).toString(16)}` : encodeURIComponent(character),
  )
}

/**
 * The pictures that a page may mean, by path, each with the segments of its address.
 * @param served the folders that the site serves from its root, without the themes'
 */
function picturesFor(page: string, served: readonly string[], { picturesBelow }: Seen): Map<string, string[]> {
  const places = isBundle(basename(page)) ? [...served, dirname(page)] : served
  return new Map(
    places.flatMap((folder) =>
      picturesBelow(folder).map((file): [string, string[]] => [file, relative(folder, file).split(sep)]),
    ),
  )
}
