import { resolve } from 'node:path'
import type { LintSettings } from '../lint/lint.js'
import { bindReport } from '../report/bind.js'
import type { Parse } from '../report/parse.js'
import type { Report } from '../report/report.js'
import { nothingSeen, siteOf } from '../source/site.js'
import type { Io } from './io.js'
import { loadParser, parserChoice } from './parsers.js'
import { readReport } from './read-report.js'
import { type Selection, settingsFor } from './settings.js'
import { reasonOf, targetsOf } from './targets.js'

/** A report of the run with all that is needed to check it, again and again while it is being fixed. */
export interface OpenReport {
  readonly absolute: string
  readonly report: Report
  readonly settings: LintSettings
  readonly parse: Parse
  rebuild(text: string): Report
}

export interface Run {
  /** Each is read and understood when its turn comes, and nobody keeps it. */
  readonly reports: Iterable<OpenReport>
  /** What could not be worked on, one line each; complete once all reports have been taken. */
  readonly failures: ReadonlySet<string>
}

/**
 * Opens the reports that the paths name; none of them keeps another from being opened. Of folders only reports on events.
 * @throws UsageError, ConfigError or SourceError for options that cannot be followed
 */
export async function openReports(paths: readonly string[], selection: Selection, io: Io): Promise<Run> {
  const cwd = io.cwd()
  const settings = settingsFor(selection, cwd)
  const parse = await loadParser(parserChoice(selection.parser, io))
  const seen = nothingSeen()
  const { targets, failures: unseen } = targetsOf(paths, settings, cwd)
  const failures = new Set(unseen)

  function* reports(): Generator<OpenReport> {
    for (const { path, named } of targets) {
      const absolute = resolve(cwd, path)
      try {
        const own = settings.of(absolute)
        const { hasImage } = siteOf(absolute, seen)
        const rebuild = (text: string): Report => bindReport({ path, text }, { schema: own.schema, parse, hasImage })
        const report = rebuild(readReport(path, absolute))
        if (named || report.kind === 'event') yield { absolute, report, rebuild, settings: own, parse }
      } catch (error) {
        failures.add(reasonOf(error, path, cwd))
      }
    }
  }
  return { reports: reports(), failures }
}
