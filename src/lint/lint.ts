import type { Report } from '../report/report.js'
import type { Problem, ReportRule, Severity } from '../rules/rule.js'
import type { Schema } from '../schema/schema.js'
import type { Finding, Told } from './finding.js'
import { silence } from './suppression.js'
import { unusedSuppression } from './unused-suppression.js'

export interface LintSettings {
  readonly schema: Schema
  readonly rules: readonly ReportRule[]
  /** What the configuration says of a rule; a rule that it does not name keeps its own severity. */
  readonly severities?: Readonly<Record<string, Severity | 'off'>>
}

/** Checks one report by every rule that is on. Findings come in the order of their place, then of the rule's name. */
export function lintReport(report: Report, { schema, rules, severities = {} }: LintSettings): Finding[] {
  const active = rules.filter(({ id }) => severities[id] !== 'off')
  const found = active.flatMap((rule) =>
    [...rule.check(report, schema)].map((problem) =>
      findingOf(problem, rule.id, severityOf(problem, rule, severities[rule.id]), report),
    ),
  )
  const isOff = (id: string): boolean => severities[id] === 'off'
  const { findings, unused } = silence(found, report, { known: new Set(rules.map(({ id }) => id)), isOff })
  const severity = severities[unusedSuppression.id] ?? unusedSuppression.severity
  const complaints =
    severity === 'off' ? [] : unused.map((problem) => findingOf(problem, unusedSuppression.id, severity, report))
  return [...findings, ...complaints].sort(byPlace)
}

/** The total order of findings: path, line, column, rule. */
export function byPlace(a: Told, b: Told): number {
  return (
    compare(a.path, b.path) ||
    a.line - b.line ||
    a.column - b.column ||
    compare(a.rule, b.rule) ||
    compare(a.message, b.message)
  )
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function severityOf(problem: Problem, rule: ReportRule, configured: Severity | 'off' | undefined): Severity {
  return configured && configured !== 'off' ? configured : (problem.severity ?? rule.severity)
}

function findingOf(problem: Problem, rule: string, severity: Severity, report: Report): Finding {
  const { range, message, data, related, fix } = problem
  const start = report.lines.place(range[0])
  const end = report.lines.place(range[1])
  return {
    path: report.path,
    rule,
    severity,
    message,
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
    range,
    ...(data && { data }),
    ...(related && {
      related: related.map((other) => ({
        path: other.path ?? report.path,
        line: report.lines.place(other.range[0]).line,
        message: other.message,
      })),
    }),
    ...(fix && { fix }),
  }
}
