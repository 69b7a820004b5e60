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

/** A report of the run with all that is needed to check it, again and again while it is being fixed. */
export interface OpenReport {
  readonly absolute: string
  readonly report: Report
  readonly settings: LintSettings
  readonly parse: Parse
  rebuild(text: string): Report
}

/** A text that is taken for a report. */
export interface ReportText extends Source {
  /** Where its settings and its pictures are looked for. */
  readonly absolute: string
}

export interface Opener {
  readonly settings: Settings
  /** @throws ConfigError, SchemaError or SourceError for settings that cannot be followed, and a text that no parser is given */
  open(text: ReportText): OpenReport
}

/**
 * Opens the reports of one run.
 * @throws UsageError, ConfigError or SourceError for options that cannot be followed
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

/** Reports that are there to be worked on, one after the other. */
export interface OpenRun {
  /** Each is read and understood when its turn comes, and nobody keeps it. */
  readonly reports: Iterable<OpenReport>
  /** What could not be worked on, one line each; complete once all reports have been taken. */
  readonly failures: ReadonlySet<string>
}

/** A file that says something of the reports of a run, and is none of them. */
export interface NearReport extends Pick<OpenReport, 'absolute' | 'report' | 'settings'> {
  /** Whether it is of what was asked for: an index page. */
  readonly isAsked: boolean
}

/**
 * Opens the reports that the paths name; none of them keeps another from being opened. Of folders only reports on events.
 * @param withIndexPages of folders also the index pages, for which the rules on single reports are off
 * @throws UsageError, ConfigError or SourceError for options that cannot be followed
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

/** The same settings with the rules on single reports off: what is left are those across reports. */
export function acrossOnly(settings: LintSettings): LintSettings {
  const off = Object.fromEntries([...settings.rules, unusedSuppression].map(({ id }) => [id, 'off' as const]))
  return { ...settings, severities: { ...settings.severities, ...off } }
}
