import { decoded } from '../../text/decoded.js'

/** File names of pictures: the address of a picture never means another kind of file. */
export const PICTURE = /\.(?:jpe?g|png|gif|webp|svg|avif|bmp|tiff?)$/i

/** The file that a wrong address must mean. */
export interface IntendedPicture {
  readonly file: string
  /** Whether the two differ only in spelling: letter case, encoding, slashes, or a path on the disk instead of the site. */
  readonly certain: boolean
}

/**
 * The only picture that a wrong address can mean; null if there is none, or more than one.
 *
 * The tolerated differences were tested on 1,917 correct addresses of real reports, by removing the file of each, so that nothing
 * should be found: a path with folders left out or added, or with another extension, never led to another picture; a bare file name
 * did 24 times (`1.jpg` of another event). That it never happened there does not make such a match certain.
 * @param readings paths that the address may mean, in the form of the keys of `files`
 * @param segments of the address
 * @param files pictures, each with the segments of its own address
 */
export function intendedPicture(
  readings: readonly string[],
  segments: readonly string[],
  files: ReadonlyMap<string, readonly string[]>,
): IntendedPicture | null {
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

/** Ignores what people and file systems treat as the same: letter case, composed and decomposed letters, `%20` and a space. */
function folded(text: string): string {
  return decoded(text).normalize('NFC').toLowerCase()
}

function stem(path: string): string {
  return path.replace(PICTURE, '')
}

function only<T>(list: readonly T[]): T | null {
  return list.length === 1 ? (list[0] ?? null) : null
}

/** Whether the first list is the second one with zero or more items left out. */
function isSubsequence(part: readonly string[], whole: readonly string[]): boolean {
  let at = 0
  for (const segment of whole) if (segment === part[at]) at++
  return at === part.length
}
