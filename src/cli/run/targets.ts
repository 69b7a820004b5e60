import { resolve } from 'node:path'
import { discover, holdsIgnored } from '../../source/discover.js'
import { isStandardOutput } from '../../source/disk.js'
import { shortened, slashed } from '../../source/path.js'
import { SourceError } from '../../source/read.js'
import { liesElsewhere } from '../../source/site/event-path.js'
import { failureLine } from '../process/failure.js'
import { UsageError } from '../process/io.js'
import type { Settings } from './settings.js'

/** A file to be worked on. */
export interface Target {
  /** As the user named it. */
  readonly path: string
  /** Whether the user named the file itself, and not a folder that it lies in. */
  readonly named: boolean
  /** Nobody asked for it: it is read for what it says of those that were asked for. */
  readonly near?: boolean
}

export interface Targets {
  readonly targets: readonly Target[]
  /** What could not be looked into, one line each. */
  readonly failures: readonly string[]
}

/** What stands for the standard input elsewhere. */
const NO_PATH = '-: there is no such file; with --stdin, `check` and `fix` read standard input'

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
  for (const error of errors) failures.add(error.path === '-' ? NO_PATH : reasonOf(error, error.path, cwd))
  for (const { path, refused } of empty) failures.add(`${path}: ${whyEmpty(path, refused, settings, cwd)}`)
  const targets = settings.reportsOnly
    ? files.filter(({ path }) => accepts(resolve(cwd, path))).map(({ path }) => ({ path, named: false }))
    : files
  return { targets, failures: [...failures] }
}

/** @param leftOut the reports that lie in the folder */
function whyEmpty(path: string, leftOut: readonly string[], settings: Settings, cwd: string): string {
  if (leftOut.length === 0)
    return holdsIgnored(resolve(cwd, path))
      ? 'git ignores all reports in this folder: to check one anyway, name its file'
      : 'no reports in this folder, expected .md, .markdown, or .txt with front matter'
  const configs = leftOut.flatMap((path) => settings.cascadeFor(path).leftOutBy(path)?.path ?? [])
  const names = [...new Set(configs)].map((config) => shortened(config, cwd))
  return `every report in this folder is excluded by include or exclude in ${names.join(' and ')}`
}

/**
 * Why a file of the run could not be worked on, in one line; null where it is passed over: nobody named it, and it lies where no
 * report does, or it is the file that the output is redirected to.
 * @throws UsageError where the error is one
 */
export function failureOf(error: unknown, { path, named }: Target, cwd: string): string | null {
  // Errors of configurations and schemas have paths of their own.
  const isInFile = error instanceof SourceError && error.path === path
  const absolute = resolve(cwd, path)
  const isNone = isInFile && !named && (liesElsewhere(slashed(absolute)) || isStandardOutput(absolute))
  return isNone ? null : reasonOf(error, path, cwd)
}

/**
 * Why a file could not be worked on, in one line. What nobody foresaw in one file keeps no other from being worked on.
 * @throws UsageError where the error is one: it is about the whole run
 */
export function reasonOf(error: unknown, path: string, cwd: string): string {
  if (error instanceof UsageError) throw error
  return failureLine(error, cwd) ?? `${path}: it could not be understood (${(error as Error).message})`
}
