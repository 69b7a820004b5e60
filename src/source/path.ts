import { dirname, isAbsolute, normalize, relative, sep } from 'node:path'

/* Functions on the names of paths: none of them reads the disk. */

/** Whether a path is a folder or inside it; both are absolute. */
export function isWithin(path: string, folder: string): boolean {
  const fromFolder = relative(folder, path)
  return fromFolder !== '..' && !fromFolder.startsWith(`..${sep}`) && !isAbsolute(fromFolder)
}

/** A path with forward slashes, as paths are shown and compared everywhere. */
export function slashed(path: string): string {
  return sep === '/' ? path : path.replaceAll(sep, '/')
}

/** A path in normal form, without needless dots and slashes. */
export function plainPath(path: string): string {
  return slashed(normalize(path))
}

/**
 * A path relative to a folder that contains it; any other path, and a relative one, stays as it is. So does a path below the root,
 * where some editors start programs: without its first slash it would look like a path in the site.
 */
export function shortened(path: string, folder: string): string {
  const isRoot = dirname(folder) === folder
  return isAbsolute(path) && !isRoot && isWithin(path, folder) ? relative(folder, path) : path
}
