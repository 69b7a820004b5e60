import type { Digest } from '../events/digest.js'
import type { Kind } from '../report/kind.js'
import type { Report } from '../report/report.js'
import { mergeFindings } from './disputes.js'
import type { Finding, ReportedFinding } from './finding.js'
import { type LintSettings, lintAlone, lintComments } from './lint.js'
import { type SectionLines, sectionLinesOf } from './section-lines.js'
import { type Comments, suppress } from './suppression.js'

/** What was found in one file by itself: plain data, which can be sent to other threads and machines, and cached. */
export interface Found {
  /** As the user named it. */
  readonly path: string
  readonly kind: Kind
  /** Of the rules on single reports; not sorted. */
  readonly findings: readonly ReportedFinding[]
  /** Absent for files in which no findings are possible. */
  readonly sections?: SectionLines
  /** Absent if the file has no such comments. */
  readonly comments?: Comments
}

/** The same, with what the rules across reports need to know of the file. */
export interface Examined extends Found {
  readonly digest: Digest
}

/**
 * Checks one report by itself.
 * @param withEdits whether the fixes include their edits
 */
export function examine(report: Report, settings: LintSettings, withEdits: boolean): Found {
  const { path, kind } = report
  const { findings, comments } = lintAlone(report, settings)
  const hasComments = comments.suppressions.length > 0 || comments.complaints.length > 0
  return {
    path,
    kind,
    findings: findings.map((finding) => withEditsIf(withEdits, finding)),
    sections: sectionLinesOf(report),
    ...(hasComments && { comments }),
  }
}

/** A finding as plain data; the edits of its fix are computed and included only if they are wanted. */
export function withEditsIf(areWanted: boolean, finding: Finding): ReportedFinding {
  if (!finding.fix) return finding
  const { fix } = finding
  const { title, safety, day } = fix
  // Reading `fix.edits` may be what computes them: see `fixOnDemand`.
  const edits = areWanted && { edits: fix.edits }
  return { ...finding, fix: { title, safety, ...(day !== undefined && { day }), ...edits } }
}

/**
 * All findings to report for a file, not sorted.
 * @param across findings in it of the rules across reports, run with the severities of `withDisputingRules`
 * @param incomplete rules that did not see all the reports they need: a comment for one of them may well be right
 */
export function findingsToReport(
  { path, findings, comments }: Found,
  across: readonly ReportedFinding[],
  settings: Omit<LintSettings, 'schema'>,
  incomplete: readonly string[],
): readonly ReportedFinding[] {
  const { severities = {} } = settings
  if (!comments) return across.length > 0 ? mergeFindings(findings, across, severities) : findings
  const silenced = suppress(across, comments)
  const complaints = lintComments(silenced.comments, path, settings, incomplete)
  return [...mergeFindings(findings, silenced.findings, severities), ...complaints]
}
