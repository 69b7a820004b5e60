import { shortcodeRanges } from '../markdown/shortcodes.js'
import type { Report } from '../report/report.js'
import { eventRuleIds } from '../rules/event-rule-ids.js'
import type { Fix, Problem, ReportRule, Severity } from '../rules/rule.js'
import type { Schema } from '../schema/schema.js'
import { compare } from '../text/compare.js'
import { once } from '../text/memoize.js'
import { overlaps } from '../text/range.js'
import { spotOf } from '../text/spot.js'
import { type Finding, placeOf, type ReportedFinding } from './finding.js'
import { type Comments, commentsIn, complaintsOn, suppress } from './suppression.js'
import { unusedSuppression } from './unused-suppression.js'

/** The configured severities, by rule id; a rule that is not in it keeps its own severity. */
export type Severities = Readonly<Record<string, Severity | 'off'>>

export interface LintSettings {
  readonly schema: Schema
  readonly rules: readonly ReportRule[]
  readonly severities?: Severities
}

/** The findings in one report of the rules on single reports, without those that its comments suppress; and these comments. */
export interface Alone {
  readonly findings: readonly Finding[]
  readonly comments: Comments
}

/** Checks one report by every rule on single reports that is on. Findings are sorted by place, then by rule. */
export function lintReport(report: Report, settings: LintSettings): Finding[] {
  const { findings, comments } = lintAlone(report, settings)
  return [...findings, ...lintComments(comments, report.path, settings, eventRuleIds)].sort(byPlace)
}

/**
 * Checks one report by itself, without reporting unused comments: they may be meant for what the rules across reports find.
 * Findings are not sorted.
 */
export function lintAlone(report: Report, { schema, rules, severities = {} }: LintSettings): Alone {
  const fixFor = fixesOutside(report.text)
  const found: Finding[] = []
  for (const rule of rules) {
    const configured = severities[rule.id]
    if (configured === 'off' || (report.kind === 'index' && !rule.onAnyPage)) continue
    for (const problem of rule.check(report, schema))
      found.push(findingOf(problem, rule.id, configured ?? problem.severity ?? rule.severity, report, fixFor))
  }
  return suppress(found, commentsIn(report))
}

/**
 * Reports the comments that suppress nothing.
 * @param incomplete rules that did not see all the reports they need: it is unknown whether a comment for one of them is unused
 */
export function lintComments(
  comments: Comments,
  path: string,
  { rules, severities = {} }: Omit<LintSettings, 'schema'>,
  incomplete: readonly string[] = [],
): Finding[] {
  const { id: rule, severity: usual } = unusedSuppression
  const severity = severities[rule] ?? usual
  if (severity === 'off') return []
  const known = new Set([...rules.map(({ id }) => id), ...eventRuleIds, rule])
  const isOff = (id: string): boolean => severities[id] === 'off' || incomplete.includes(id)
  const complaints = (about: Comments): Finding[] =>
    complaintsOn(about, { known, isOff }).map(({ at, message }) => ({ ...placeOf(path, at), rule, severity, message }))
  // A comment that disables this very rule silences complaints about other comments, not about itself.
  const isOfThis = ({ target }: { readonly target: string }): boolean => target === rule
  const { suppressions } = comments
  const left = suppress(complaints({ ...comments, suppressions: suppressions.filter((one) => !isOfThis(one)) }), {
    suppressions: suppressions.filter(isOfThis),
    complaints: [],
  })
  return [...left.findings, ...complaints(left.comments)]
}

/** Sorts findings by path, line, column and rule. Several findings of one rule at one place keep their order. */
export function byPlace(a: ReportedFinding, b: ReportedFinding): number {
  return compare(a.path, b.path) || a.line - b.line || a.column - b.column || compare(a.rule, b.rule)
}

/** Makes a fix unsafe if it edits a Hugo shortcode, whatever the rule says: only Hugo knows what the change does there. */
function fixesOutside(text: string): (fix: Fix) => Fix {
  const shortcodes = once(() => shortcodeRanges(text))
  return (fix) => {
    if (fix.safety !== 'safe' || !text.includes('{{')) return fix
    const isWithin = shortcodes().some((shortcode) => fix.edits.some(({ range }) => overlaps(range, shortcode)))
    return isWithin ? { ...fix, safety: 'unsafe' } : fix
  }
}

function findingOf(
  problem: Problem,
  rule: string,
  severity: Severity,
  report: Report,
  fixFor: (fix: Fix) => Fix,
): Finding {
  const { range, message, data, related, open, fix } = problem
  const { path, lines } = report
  return {
    ...placeOf(path, spotOf(range, lines)),
    rule,
    severity,
    message,
    ...(data && { data }),
    ...(related && {
      related: related.map((other) => ({ path, line: lines.place(other.range[0]).line, message: other.message })),
    }),
    ...(open !== undefined && { open }),
    ...(fix && { fix: fixFor(fix) }),
  }
}
