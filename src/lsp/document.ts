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
import { isReached } from '../source/discover.js'
import { slashed } from '../source/path.js'
import { MAX_BYTES } from '../source/read.js'
import { isReportFile } from '../source/report-file.js'
import { nothingSeen, siteOf } from '../source/site/site.js'
import { once } from '../text/memoize.js'

/** What the program around the server decides; paths are absolute. */
export interface Settings {
  /** Whether a file that is found in a folder is to be taken. */
  takes(path: string): boolean
  of(path: string): LintSettings
}

/** What has to do with a report, as it was saved: its translations, its index pages, the site's other events, and the registry. */
export interface Near {
  readonly digests: readonly Digest[]
  readonly registry: readonly RegisteredEvent[]
}

/** An open document that is a report, or lists some, as it was checked. */
export interface OpenReport {
  readonly uri: string
  readonly version: number
  readonly report: Report
  readonly schema: Schema
  readonly findings: readonly Finding[]
  /** By itself and against what lies near. */
  readonly lint: Lint
  /** By itself, as safe fixes go by it. */
  readonly lintOwn: Lint
  readonly parse: Parse
  rebuild(text: string): Report
}

/**
 * Checks a document if a run on a folder around it would look at it, on the text as it stands in the editor, and against what lies near.
 * @param near is asked once at most for each check
 * @returns null for what is no report: another kind of file, one that git or the configuration leaves out, an empty one
 * @throws what the settings throw where they cannot be followed
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
  if (!isReportFile(path, () => Buffer.from(text)) || !isReached(path) || !settings.takes(path)) return null
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
    return surroundings ? lintWithin(surroundings, digest, { ...asked, isAsked: (other) => other === path }) : []
  }
  const findings = lintAmong(report, own, findAmong)
  const lint: Lint = (changed) => (changed === text ? findings : lintAmong(rebuild(changed), own, findAmong))
  const lintOwn: Lint = (changed) => lintUndisputed(rebuild(changed), own, findAmong)
  return { uri, version, report, schema: own.schema, findings, lint, lintOwn, parse, rebuild }
}

/** The file of a document; null for what is in none. */
function pathOf(uri: string): string | null {
  if (!uri.startsWith('file:')) return null
  try {
    return fileURLToPath(uri)
  } catch {
    return null
  }
}
