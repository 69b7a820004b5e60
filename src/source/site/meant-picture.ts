import { decoded } from '../../text/decoded.js'

/** Pictures by their names: what else lies in a site is never meant by a picture's address. */
export const PICTURE = /\.(?:jpe?g|png|gif|webp|svg|avif|bmp|tiff?)$/i

/** A file that a wrong address must mean. */
export interface MeantFile {
  readonly file: string
  /** Whether it differs by how it is written alone: letter case, encoding, slashes, a path of the disk instead of the site. */
  readonly certain: boolean
}

/**
 * The one picture that a wrong address can mean; null where there is none, or a choice.
 *
 * What may differ was tried on 1,917 right addresses of real reports, by taking their file away, when nothing is to be found:
 * a path with folders left out or put in, or with another type, never led to another picture, a mere file name 24 times
 * (`1.jpg` of another event). That it never happened there does not make such a match certain.
 * @param readings paths that the address may stand for, in the manner of `files`
 * @param segments of the address
 * @param files pictures, each with the segments of its own address
 */
export function meantPicture(
  readings: readonly string[],
  segments: readonly string[],
  files: ReadonlyMap<string, readonly string[]>,
): MeantFile | null {
  const wanted = new Set(readings.map(folded))
  const certain = only([...files.keys()].filter((file) => wanted.has(folded(file))))
  if (certain !== null) return { file: certain, certain: true }

  const address = segments.map(folded)
  const sameName = [...files].filter(([, own]) => folded(own.at(-1) ?? '') === address.at(-1))
  const elsewhere = sameName.filter(([, own]) => {
    const path = own.map(folded)
    return isSubsequence(path, address) || isSubsequence(address, path)
  })
  const withoutType = new Set(readings.filter((path) => PICTURE.test(path)).map((path) => folded(stem(path))))
  const otherType = [...files].filter(([file]) => withoutType.has(folded(stem(file))))
  const file = only((elsewhere.length > 0 ? elsewhere : otherType).map(([path]) => path))
  return file === null ? null : { file, certain: false }
}

/** What people and their disks take for the same: capital letters, composed letters, `%20` for a blank. */
function folded(text: string): string {
  return decoded(text).normalize('NFC').toLowerCase()
}

function stem(path: string): string {
  return path.replace(PICTURE, '')
}

function only<T>(list: readonly T[]): T | null {
  return list.length === 1 ? (list[0] ?? null) : null
}

/** Whether one list is the other with some left out. */
function isSubsequence(part: readonly string[], whole: readonly string[]): boolean {
  let at = 0
  for (const segment of whole) if (segment === part[at]) at++
  return at === part.length
}
