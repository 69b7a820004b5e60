import { isAbsolute, normalize, relative, sep } from 'node:path'

/* Paths by their names alone: nothing is looked at. */

/** Whether a path is a folder or lies in it; both absolute. */
export function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path)
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
}

/** A path with forward slashes, as paths are shown and compared everywhere. */
export function slashed(path: string): string {
  return sep === '/' ? path : path.replaceAll(sep, '/')
}

/** A path in the one way that it is shown and compared in, whatever dots and slashes it was named with. */
export function plainPath(path: string): string {
  return slashed(normalize(path))
}

/** A path as it is called from a folder that it lies in; as it is where it lies elsewhere, or is relative. */
export function shortened(path: string, folder: string): string {
  return isAbsolute(path) && isWithin(path, folder) ? relative(folder, path) : path
}
