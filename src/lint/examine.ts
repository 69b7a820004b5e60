import type { Digest } from '../events/digest.js'
import type { Kind } from '../report/kind.js'
import type { Report } from '../report/report.js'
import { settled } from './disputes.js'
import type { Finding, Told } from './finding.js'
import { type LintSettings, lintAlone, lintComments } from './lint.js'
import { type SectionLines, sectionLinesOf } from './section-lines.js'
import { type Comments, silence } from './suppression.js'

/** What was found in a file by itself: plain data, for other threads, the cache, other machines. */
export interface Found {
  /** As the user named it. */
  readonly path: string
  readonly kind: Kind
  /** What the rules on single reports found; not sorted. */
  readonly findings: readonly Told[]
  /** Absent where there is nothing to be found in them. */
  readonly sections?: SectionLines
  /** Absent where there are none. */
  readonly comments?: Comments
}

/** The same, with what the report says to others. */
export interface Examined extends Found {
  readonly digest: Digest
}

/**
 * Checks one report by itself and keeps what was found.
 * @param withEdits whether the fixes come with their edits
 */
export function examine(report: Report, settings: LintSettings, withEdits: boolean): Found {
  const { path, kind } = report
  const { findings, comments } = lintAlone(report, settings)
  const hasComments = comments.suppressions.length > 0 || comments.complaints.length > 0
  return {
    path,
    kind,
    findings: findings.map((finding) => told(finding, withEdits)),
    sections: sectionLinesOf(report),
    ...(hasComments && { comments }),
  }
}

/** A finding without the edits of its fix, or with them. */
export function told(finding: Finding, withEdits: boolean): Told {
  if (!finding.fix) return finding
  const { fix } = finding
  const { title, safety, day } = fix
  // Edits are made when they are asked for.
  const edits = withEdits && { edits: fix.edits }
  return { ...finding, fix: { title, safety, ...(day !== undefined && { day }), ...edits } }
}

/**
 * All that is told of a file, not sorted.
 * @param together what was found in it by holding it against others, `withDisputes`
 * @param unheard rules that did not see all reports that they go by: comments for them may well be right
 */
export function settle(
  { path, findings, comments }: Found,
  together: readonly Told[],
  settings: Omit<LintSettings, 'schema'>,
  unheard: readonly string[],
): readonly Told[] {
  if (!comments) return together.length > 0 ? settled(findings, together, settings.severities ?? {}) : findings
  const silenced = silence(together, comments)
  const complaints = lintComments(silenced.comments, path, settings, unheard)
  return [...settled(findings, silenced.findings, settings.severities ?? {}), ...complaints]
}
