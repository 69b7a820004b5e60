import { resolve } from 'node:path'
import type { LintSettings } from '../lint/lint.js'
import { buildReport } from '../report/build.js'
import type { Report } from '../report/report.js'
import { discover } from '../source/discover.js'
import { readSource, SourceError } from '../source/read.js'
import { siteOf } from '../source/site.js'
import { failureLine } from './failure.js'
import { type Io, UsageError } from './io.js'
import { type Selection, settingsFor } from './settings.js'

/** A report of the run with all that is needed to check it, again and again while it is being fixed. */
export interface OpenReport {
  readonly absolute: string
  readonly report: Report
  readonly settings: LintSettings
  rebuild(text: string): Report
}

export interface Run {
  readonly reports: readonly OpenReport[]
  /** Files in folders that are no event reports. */
  readonly passedOver: number
  /** What could not be worked on, one line each. */
  readonly failures: readonly string[]
}

/**
 * Opens the reports that the paths name; none of them keeps another from being opened.
 * @throws UsageError, ConfigError or SourceError for options that cannot be followed
 */
export function openReports(paths: readonly string[], selection: Selection, io: Io): Run {
  const cwd = io.cwd()
  const settings = settingsFor(selection, cwd)
  const folders = new Map<string, ReadonlySet<string>>()
  const failures = new Set<string>()
  const reports: OpenReport[] = []
  let passedOver = 0

  const attempt = <T>(path: string, work: () => T): T | null => {
    try {
      return work()
    } catch (error) {
      if (error instanceof UsageError) throw error
      // What nobody foresaw in one file keeps no other from being checked.
      failures.add(failureLine(error, cwd) ?? `${path}: it could not be understood (${(error as Error).message})`)
      return null
    }
  }
  const { files, errors, empty } = discover(paths.length > 0 ? paths : ['.'], {
    cwd,
    accepts: (path) => attempt(path, () => settings.takes(path)) ?? true,
  })
  for (const error of errors) failures.add(failureLine(error, cwd) ?? error.message)
  for (const path of empty)
    failures.add(`${path}: no reports in this folder, expected .md, .markdown, or .txt with front matter`)

  for (const { path, named } of files) {
    const absolute = resolve(cwd, path)
    const opened = attempt(path, () => {
      const own = settings.of(absolute)
      const { hasImage } = siteOf(absolute, folders)
      const rebuild = (text: string): Report => buildReport({ path, text }, own.schema, hasImage)
      return { absolute, report: rebuild(readNamed(path, absolute)), rebuild, settings: own }
    })
    if (!opened) continue
    if (named || opened.report.kind === 'event') reports.push(opened)
    else passedOver++
  }
  return { reports, passedOver, failures: [...failures] }
}

/** The text of a report; errors name the file as the user does. */
function readNamed(path: string, absolute: string): string {
  try {
    const { text } = readSource(absolute)
    if (text.trim() === '') throw new SourceError('the file is empty, expected a report', path, 1)
    return text
  } catch (error) {
    throw error instanceof SourceError ? new SourceError(error.message, path, error.line) : error
  }
}
