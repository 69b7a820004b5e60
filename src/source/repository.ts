import { dirname, join, relative, resolve } from 'node:path'
import { isThere } from './disk.js'
import { isWithin, slashed } from './path.js'

/**
 * The root of the repository around a folder: the nearest folder at or above it that holds `.git`; without one, the folder
 * itself.
 * @param folder absolute
 */
export function repositoryRoot(folder: string): string {
  for (let current = folder; ; current = dirname(current)) {
    if (isThere(join(current, '.git'))) return current
    if (dirname(current) === current) return folder
  }
}

/** Whether nothing above a folder belongs to its files: it is the root of a repository, or of the disk. */
export function isTop(folder: string): boolean {
  return isThere(join(folder, '.git')) || dirname(folder) === folder
}

/**
 * A path as it is called from the root of its repository, with forward slashes; absolute where the file lies elsewhere.
 * @param path absolute, or relative to the current folder
 */
export function repositoryPath(path: string, { cwd, root }: { readonly cwd: string; readonly root: string }): string {
  const absolute = resolve(cwd, path)
  return slashed(isWithin(absolute, root) ? relative(root, absolute) : absolute)
}
