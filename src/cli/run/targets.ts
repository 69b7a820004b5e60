import { resolve } from 'node:path'
import { discover, hasIgnoredReports } from '../../source/discover.js'
import { isStandardOutput } from '../../source/disk.js'
import { shortened, slashed } from '../../source/path.js'
import { SourceError } from '../../source/read.js'
import { isOutsideEvents } from '../../source/site/event-path.js'
import { failureLine } from '../process/failure.js'
import { UsageError } from '../process/io.js'
import type { Settings } from './settings.js'

/** A file to process. */
export interface Target {
  /** As the user named it. */
  readonly path: string
  /** Whether the user named the file itself, and not a folder that it lies in. */
  readonly named: boolean
  /** Whether it is only read to compare others with it. */
  readonly near?: boolean
}

export interface Targets {
  readonly targets: readonly Target[]
  /** What could not be searched, one line each. */
  readonly failures: readonly string[]
}

/** The message for `-`, which means standard input in other programs. */
const NO_DASH = '-: there is no such file; with --stdin, `check` and `fix` read standard input'

/** The files that the paths name, in the order of their paths; the current folder's if there are none. */
export function targetsOf(paths: readonly string[], settings: Settings, cwd: string): Targets {
  const failures = new Set<string>()
  const accepts = (path: string): boolean => {
    try {
      return settings.takes(path)
    } catch (error) {
      failures.add(reasonOf(error, path, cwd))
      return true
    }
  }
  const { files, errors, empty } = discover(paths.length > 0 ? paths : ['.'], { cwd, accepts })
  for (const error of errors) failures.add(error.path === '-' ? NO_DASH : reasonOf(error, error.path, cwd))
  for (const { path, refused } of empty) failures.add(`${path}: ${whyEmpty(path, refused, settings, cwd)}`)
  const targets = settings.reportsOnly
    ? files.filter(({ path }) => accepts(resolve(cwd, path))).map(({ path }) => ({ path, named: false }))
    : files
  return { targets, failures: [...failures] }
}

/** @param leftOut the reports in the folder, which the configuration excludes */
function whyEmpty(path: string, leftOut: readonly string[], settings: Settings, cwd: string): string {
  if (leftOut.length === 0)
    return hasIgnoredReports(resolve(cwd, path))
      ? 'git ignores all reports in this folder: to check one anyway, name its file'
      : 'no reports in this folder, expected .md, .markdown, or .txt with front matter'
  const configs = leftOut.flatMap((path) => settings.cascadeFor(path).excludedBy(path)?.path ?? [])
  const names = [...new Set(configs)].map((config) => shortened(config, cwd))
  return `every report in this folder is excluded by include or exclude in ${names.join(' and ')}`
}

/**
 * Why a file of the run could not be processed, in one line; null if it is to be skipped without a message: the user did not name it,
 * and it is in a folder without reports, or is the file that the output is redirected to.
 * @throws UsageError if the error is one
 */
export function failureOf(error: unknown, { path, named }: Target, cwd: string): string | null {
  // Errors of configurations and schemas have paths of their own.
  const isInFile = error instanceof SourceError && error.path === path
  const absolute = resolve(cwd, path)
  const isSkipped = isInFile && !named && (isOutsideEvents(slashed(absolute)) || isStandardOutput(absolute))
  return isSkipped ? null : reasonOf(error, path, cwd)
}

/**
 * Why a file could not be processed, in one line. Even an unexpected error in one file does not stop the run.
 * @throws UsageError if the error is one: it is about the whole run
 */
export function reasonOf(error: unknown, path: string, cwd: string): string {
  if (error instanceof UsageError) throw error
  return failureLine(error, cwd) ?? `${path}: it could not be understood (${(error as Error).message})`
}
