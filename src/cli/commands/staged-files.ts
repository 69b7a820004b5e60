import { existsSync, realpathSync } from 'node:fs'
import { basename, dirname, join, relative, resolve } from 'node:path'
import type { StagedFile } from '../../source/git/git-index.js'
import { isWithin, slashed } from '../../source/path.js'
import { hasReportName } from '../../source/report-file.js'
import type { Settings } from '../run/settings.js'
import { reasonOf } from '../run/targets.js'

/** A staged file that a run works on. */
export interface WantedFile {
  readonly file: StagedFile
  /** The path as the user would write it. */
  readonly path: string
  /** Whether the user named the file itself, and not just a folder above it. */
  readonly named: boolean
}

/**
 * The staged files that may be reports: below the paths, or without paths, in the whole repository.
 * @param cwd without symbolic links
 * @returns the files, and for those that cannot be processed why, one line each
 */
export function wantedFiles(
  staged: readonly StagedFile[],
  paths: readonly string[],
  settings: Settings,
  cwd: string,
): { readonly files: readonly WantedFile[]; readonly failures: readonly string[] } {
  const asked = paths.map((path) => ({ path, places: placesOf(resolve(cwd, path)) }))
  const isBelow = ({ absolute }: StagedFile, places: readonly string[]): boolean =>
    places.some((place) => isWithin(absolute, place))
  const failures = asked
    .filter(({ places }) => !places.some(existsSync) && !staged.some((file) => isBelow(file, places)))
    .map(({ path }) => `${path}: there is no such file or folder, nor is one staged`)

  const isTaken = ({ file: { name, absolute }, path, named }: WantedFile): boolean => {
    if (named) return true
    try {
      return hasReportName(name) && settings.takes(absolute)
    } catch (error) {
      failures.push(reasonOf(error, path, cwd))
      return false
    }
  }
  const taken = staged
    .filter((file) => asked.length === 0 || asked.some(({ places }) => isBelow(file, places)))
    .map((file) => ({
      file,
      path: shownFrom(cwd, file),
      named: !settings.reportsOnly && asked.some(({ places }) => places.includes(file.absolute)),
    }))
    .filter(isTaken)
  for (const { file, path } of taken)
    if (file.isConflicted) failures.push(`${path}: it has a merge conflict: resolve that first`)
  return { files: taken.filter(({ file }) => !file.isConflicted), failures }
}

/** The path of a staged file as the user would write it. */
export function shownFrom(cwd: string, { absolute }: StagedFile): string {
  return slashed(relative(cwd, absolute))
}

/**
 * The paths that a path may have in the index: the target of its links, because git tracks nothing behind a link; and its own,
 * because a staged file may have become a link in the working tree.
 */
function placesOf(path: string): string[] {
  return [path, behindLinks(path)]
}

/** A path with its links resolved, as far as it exists. */
function behindLinks(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    const folder = dirname(path)
    return folder === path ? path : join(behindLinks(folder), basename(path))
  }
}
