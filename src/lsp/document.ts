import { fileURLToPath } from 'node:url'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import type { Digest } from '../events/digest.js'
import { gather } from '../events/gathering.js'
import type { RegisteredEvent } from '../events/registry.js'
import type { Lint } from '../fix/converge.js'
import { type FindAmong, lintAmong, lintUndisputed } from '../lint/among.js'
import type { Finding } from '../lint/finding.js'
import type { LintSettings } from '../lint/lint.js'
import { lintWithin } from '../lint/together.js'
import type { Parse } from '../markdown/parse.js'
import { bindReport } from '../report/bind.js'
import type { Report } from '../report/report.js'
import type { Schema } from '../schema/schema.js'
import { isSearched } from '../source/discover.js'
import { slashed } from '../source/path.js'
import { MAX_BYTES } from '../source/read.js'
import { isReportFile } from '../source/report-file.js'
import { nothingSeen, siteOf } from '../source/site/site.js'
import { once } from '../text/memoize.js'

/** The settings, which the program around the server provides; paths are absolute. */
export interface Settings {
  /** Whether to take a file that is found in a folder. */
  takes(path: string): boolean
  of(path: string): LintSettings
}

/** What is known of the files near a report, as they were saved: its translations, index pages, the site's other events, the registry. */
export interface Near {
  readonly digests: readonly Digest[]
  readonly registry: readonly RegisteredEvent[]
}

/** An open document that is a report or an index page, as it was checked. */
export interface OpenReport {
  readonly uri: string
  readonly version: number
  readonly report: Report
  readonly schema: Schema
  readonly findings: readonly Finding[]
  /** Checks by itself and against the files near it. */
  readonly lint: Lint
  /** Checks by itself, which is what safe fixes depend on. */
  readonly lintOwn: Lint
  readonly parse: Parse
  rebuild(text: string): Report
}

/**
 * Checks a document, with the text as in the editor, by itself and against the files near it, if a run on a folder would check it.
 * @param near called at most once for each check
 * @returns null for a document that is not a report: another kind of file, an empty one, or one that git or the configuration excludes
 * @throws the errors of settings that cannot be used
 */
export function openReport(
  document: TextDocument,
  settings: Settings,
  parse: Parse,
  near: (report: Report, settings: LintSettings) => Near,
): OpenReport | null {
  const { uri, version } = document
  const path = pathOf(uri)
  const text = document.getText()
  if (path === null || text.length > MAX_BYTES || text.trim() === '') return null
  if (!isReportFile(path, () => Buffer.from(text)) || !isSearched(path) || !settings.takes(path)) return null
  const own = settings.of(path)
  const { hasImage } = siteOf(path, nothingSeen())
  const means = { schema: own.schema, parse, hasImage }
  const rebuild = (changed: string): Report => bindReport({ path: slashed(path), text: changed }, means)
  const report = rebuild(text)
  if (report.kind === 'other') return null
  const around = once(() => near(report, own))
  const findAmong: FindAmong = ({ path }, digest, asked) => {
    const { digests, registry } = around()
    const surroundings = gather([digest, ...digests], registry).around(path)
    return surroundings ? lintWithin(surroundings, digest, { ...asked, isRequested: (other) => other === path }) : []
  }
  const findings = lintAmong(report, own, findAmong)
  const lint: Lint = (changed) => (changed === text ? findings : lintAmong(rebuild(changed), own, findAmong))
  const lintOwn: Lint = (changed) => lintUndisputed(rebuild(changed), own, findAmong)
  return { uri, version, report, schema: own.schema, findings, lint, lintOwn, parse, rebuild }
}

/** The path of a document; null if it is not in a file. */
function pathOf(uri: string): string | null {
  if (!uri.startsWith('file:')) return null
  try {
    return fileURLToPath(uri)
  } catch {
    return null
  }
}
