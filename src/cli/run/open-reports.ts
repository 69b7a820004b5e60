import { resolve } from 'node:path'
import type { LintSettings } from '../../lint/lint.js'
import { unusedSuppression } from '../../lint/unused-suppression.js'
import type { Parse } from '../../markdown/parse.js'
import { bindReport, type Source } from '../../report/bind.js'
import type { Report } from '../../report/report.js'
import { nothingSeen, siteOf } from '../../source/site/site.js'
import type { Io } from '../process/io.js'
import { loadParser, parserChoice } from './parsers.js'
import { readReport } from './read-report.js'
import { type Selection, type Settings, settingsFor } from './settings.js'
import { failureOf, targetsOf } from './targets.js'

/** A report with all that is needed to check it, repeatedly while it is being fixed. */
export interface OpenReport {
  readonly absolute: string
  readonly report: Report
  readonly settings: LintSettings
  readonly parse: Parse
  rebuild(text: string): Report
}

/** A text that counts as a report. */
export interface ReportText extends Source {
  /** The absolute path by which its settings and pictures are found. */
  readonly absolute: string
}

export interface Opener {
  readonly settings: Settings
  /** @throws ConfigError, SchemaError or SourceError for settings that cannot be used, or a text that exceeds the limits */
  open(text: ReportText): OpenReport
}

/**
 * Opens the reports of one run.
 * @throws UsageError, ConfigError or SourceError for unusable options
 */
export async function openerFor(selection: Selection, cwd: string, io: Io): Promise<Opener> {
  const settings = settingsFor(selection, cwd)
  const parse = await loadParser(parserChoice(selection.parser, io))
  const seen = nothingSeen()
  return {
    settings,
    open({ path, absolute, text, place = absolute }) {
      const own = settings.of(absolute)
      const { hasImage } = siteOf(absolute, seen)
      const rebuild = (changed: string): Report =>
        bindReport({ path, text: changed, place }, { schema: own.schema, parse, hasImage })
      return { absolute, report: rebuild(text), rebuild, settings: own, parse }
    },
  }
}

/** Reports to process, one after the other. */
export interface OpenRun {
  /** Each report is read when its turn comes, and not kept. */
  readonly reports: Iterable<OpenReport>
  /** What could not be processed, one line each; complete after the last report. */
  readonly failures: ReadonlySet<string>
}

/** A file that says something of the reports of a run, but is not one of them. */
export interface NearReport extends Pick<OpenReport, 'absolute' | 'report' | 'settings'> {
  /** Whether the user asked for it, as for an index page in a folder. */
  readonly isRequested: boolean
}

/**
 * Opens the reports that the paths name, in folders only event reports. An error in one of them does not affect the others.
 * @param withIndexPages whether to include index pages in folders, with the rules on single reports turned off
 * @throws UsageError, ConfigError or SourceError for unusable options
 */
export async function openReports(
  paths: readonly string[],
  selection: Selection,
  io: Io,
  withIndexPages = false,
): Promise<OpenRun> {
  const cwd = io.cwd()
  const { settings, open } = await openerFor(selection, cwd, io)
  const { targets, failures: unseen } = targetsOf(paths, settings, cwd)
  const failures = new Set(unseen)

  function* reports(): Generator<OpenReport> {
    for (const target of targets) {
      const { path, named } = target
      const absolute = resolve(cwd, path)
      try {
        const opened = open({ path, absolute, text: readReport(path, absolute) })
        const { kind } = opened.report
        if (named || kind === 'event') yield opened
        else if (withIndexPages && kind === 'index') yield { ...opened, settings: acrossOnly(opened.settings) }
      } catch (error) {
        const failure = failureOf(error, target, cwd)
        if (failure !== null) failures.add(failure)
      }
    }
  }
  return { reports: reports(), failures }
}

/** The same settings with all rules on single reports turned off, so that only those across reports are left. */
export function acrossOnly(settings: LintSettings): LintSettings {
  const off = Object.fromEntries([...settings.rules, unusedSuppression].map(({ id }) => [id, 'off' as const]))
  return { ...settings, severities: { ...settings.severities, ...off } }
}
