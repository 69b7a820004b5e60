import { shortcodeRanges } from '../markdown/shortcodes.js'
import type { Report } from '../report/report.js'
import { eventRuleIds } from '../rules/event-rule-ids.js'
import type { Fix, Problem, ReportRule, Severity } from '../rules/rule.js'
import type { Schema } from '../schema/schema.js'
import { compare } from '../text/compare.js'
import { once } from '../text/kept.js'
import { overlaps } from '../text/range.js'
import { spotOf } from '../text/spot.js'
import { type Finding, placeOf, type Told } from './finding.js'
import { type Comments, commentsIn, complaintsOn, silence } from './suppression.js'
import { unusedSuppression } from './unused-suppression.js'

/** What the configuration says of rules. */
export type Severities = Readonly<Record<string, Severity | 'off'>>

export interface LintSettings {
  readonly schema: Schema
  readonly rules: readonly ReportRule[]
  /** What the configuration says of a rule; a rule that it does not name keeps its own severity. */
  readonly severities?: Severities
}

/** What the rules on single reports find in one, without what its comments suppress; and these comments. */
export interface Alone {
  readonly findings: readonly Finding[]
  readonly comments: Comments
}

/** Checks one report by every rule that is on. Findings come in the order of their place, then of the rule's name. */
export function lintReport(report: Report, settings: LintSettings): Finding[] {
  const { findings, comments } = lintAlone(report, settings)
  return [...findings, ...lintComments(comments, report.path, settings, eventRuleIds)].sort(byPlace)
}

/**
 * Checks one report by itself. Its comments are not judged yet: they may be for what is found across reports. Findings are not
 * sorted.
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
  return silence(found, commentsIn(report))
}

/**
 * Reports the comments that suppress nothing.
 * @param unheard rules that did not see all that they go by: nobody knows whether comments for them are right
 */
export function lintComments(
  comments: Comments,
  path: string,
  { rules, severities = {} }: Omit<LintSettings, 'schema'>,
  unheard: readonly string[] = [],
): Finding[] {
  const { id: rule, severity: usual } = unusedSuppression
  const severity = severities[rule] ?? usual
  if (severity === 'off') return []
  const known = new Set([...rules.map(({ id }) => id), ...eventRuleIds, rule])
  const isOff = (id: string): boolean => severities[id] === 'off' || unheard.includes(id)
  const complaints = (about: Comments): Finding[] =>
    complaintsOn(about, { known, isOff }).map(({ at, message }) => ({ ...placeOf(path, at), rule, severity, message }))
  // A comment may suppress what is said of others, not of itself.
  const isOfThis = ({ target }: { readonly target: string }): boolean => target === rule
  const { suppressions } = comments
  const left = silence(complaints({ ...comments, suppressions: suppressions.filter((one) => !isOfThis(one)) }), {
    suppressions: suppressions.filter(isOfThis),
    complaints: [],
  })
  return [...left.findings, ...complaints(left.comments)]
}

/** Findings go by path, line, column and rule. What one rule finds at one place stays in the order in which it finds it. */
export function byPlace(a: Told, b: Told): number {
  return compare(a.path, b.path) || a.line - b.line || a.column - b.column || compare(a.rule, b.rule)
}

/** Whatever a rule says, a fix within a Hugo shortcode is not safe: nobody but Hugo knows what it does there. */
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
