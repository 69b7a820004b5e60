import { dirname, join, relative, resolve } from 'node:path'
import { pathExists } from './disk.js'
import { isWithin, slashed } from './path.js'

/**
 * The root of the repository around a folder: the nearest folder, itself or above, that contains `.git`, or else the folder itself.
 * @param folder absolute
 */
export function repositoryRoot(folder: string): string {
  for (let current = folder; ; current = dirname(current)) {
    if (pathExists(join(current, '.git'))) return current
    if (dirname(current) === current) return folder
  }
}

/** Whether a folder is the root of a repository or of the disk, so that nothing above it concerns its files. */
export function isTop(folder: string): boolean {
  return pathExists(join(folder, '.git')) || dirname(folder) === folder
}

/**
 * A path relative to the root of the repository, with forward slashes; absolute if the file is elsewhere.
 * @param path absolute, or relative to the current folder
 */
export function repositoryPath(path: string, { cwd, root }: { readonly cwd: string; readonly root: string }): string {
  const absolute = resolve(cwd, path)
  return slashed(isWithin(absolute, root) ? relative(root, absolute) : absolute)
}
