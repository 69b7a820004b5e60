import { type Digest, digestOf } from '../events/digest.js'
import type { Kind } from '../report/kind.js'
import type { Report } from '../report/report.js'
import type { Told } from './finding.js'
import { type LintSettings, lintReport } from './lint.js'

/** What is kept of a file once it was checked: plain data, for other threads, for the cache, for rules across reports. */
export interface Examined {
  /** As the user named it. */
  readonly path: string
  readonly kind: Kind
  readonly findings: readonly Told[]
  readonly digest: Digest
}

/**
 * Checks one report and keeps what is needed of it.
 * @param withEdits whether the fixes come with their edits
 */
export function examine(report: Report, settings: LintSettings, withEdits: boolean): Examined {
  const findings = lintReport(report, settings).map(({ fix, ...finding }): Told => {
    if (!fix) return finding
    const { title, safety } = fix
    return { ...finding, fix: withEdits ? { title, safety, edits: fix.edits } : { title, safety } }
  })
  return { path: report.path, kind: report.kind, findings, digest: digestOf(report, settings.schema) }
}
