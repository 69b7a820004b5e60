import { type Digest, digestOf } from '../events/digest.js'
import type { Report } from '../report/report.js'
import { disputingRuleIds, eventRuleIds } from '../rules/event-rule-ids.js'
import { eventRules } from '../rules/event-rules.js'
import { mergeFindings, offersDay, undisputed, withDisputingRules } from './disputes.js'
import type { Finding } from './finding.js'
import { byPlace, type LintSettings, lintAlone, lintComments, lintReport } from './lint.js'
import { commentsIn, suppress } from './suppression.js'
import type { TogetherSettings } from './together.js'

/** Runs rules across reports over one report; whoever implements it knows the other reports. */
export type FindAmong = (
  report: Report,
  digest: Digest,
  settings: Pick<TogetherSettings, 'rules' | 'severitiesOf'>,
) => readonly Finding[]

/** Checks a report by itself and against others. Findings are sorted by place, then by rule. */
export function lintAmong(report: Report, settings: LintSettings, findAmong: FindAmong): Finding[] {
  const { findings, comments } = lintAlone(report, settings)
  const { schema, severities = {} } = settings
  const asked = { rules: eventRules, severitiesOf: () => withDisputingRules(severities) }
  const left = suppress(findAmong(report, digestOf(report, schema), asked), comments)
  const complaints = lintComments(left.comments, report.path, settings, eventRuleIds)
  return [...mergeFindings(findings, left.findings, severities), ...complaints].sort(byPlace)
}

const disputingRules = eventRules.filter(({ id }) => disputingRuleIds.includes(id))

/**
 * Checks a report by itself, but offers no fix that writes a day which other reports dispute. Those are consulted only if there
 * is such a fix.
 */
export function lintUndisputed(report: Report, settings: LintSettings, findAmong: FindAmong): Finding[] {
  const own = lintReport(report, settings)
  if (!offersDay(own)) return own
  const found = findAmong(report, digestOf(report, settings.schema, false), { rules: disputingRules })
  return [...undisputed(own, suppress(found, commentsIn(report)).findings)]
}
