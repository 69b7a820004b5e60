import { pointsOf } from '../config/weights.js'
import type { Checked } from './reporter.js'
import { scoresOf } from './score.js'
import { printable } from './terminal.js'

/** The scores of all sites as one JSON document: every lost point with its finding. */
export function score(checked: Checked): string {
  const { weights } = checked
  const sites = scoresOf(checked).map(({ site, score: mean, reports }) => ({
    site,
    score: mean,
    reports: reports.map(({ path, score: own, findings }) => ({
      path,
      score: own,
      lost: findings.map((finding) => {
        const { rule, severity, line, column, message } = finding
        return { points: pointsOf(finding, weights), rule, severity, line, column, message }
      }),
    })),
  }))
  return `${JSON.stringify({ schemaVersion: 1, weights, sites }, null, 2)}\n`
}

/** The scores as CSV: a line for each site, with the points that its reports lost by each rule. */
export function scoreCsv(checked: Checked): string {
  const rules = [...new Set(checked.findings.map(({ rule }) => rule))].sort()
  const head = ['site', 'score', 'reports', 'errors', 'warnings', ...rules]
  const rows = scoresOf(checked).map(({ site, score: mean, reports }) => {
    const findings = reports.flatMap((report) => report.findings)
    const errors = findings.filter(({ severity }) => severity === 'error').length
    const lost = rules.map((rule) =>
      findings
        .filter((finding) => finding.rule === rule)
        .reduce((sum, finding) => sum + pointsOf(finding, checked.weights), 0),
    )
    return [site, mean, reports.length, errors, findings.length - errors, ...lost]
  })
  return [head, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('')
}

/**
 * Quotes a value as in RFC 4180. An apostrophe before what a spreadsheet would take for a formula makes it text. Line ends are
 * spelled out, as on a terminal.
 */
function cell(value: string | number): string {
  if (typeof value === 'number') return String(value)
  const shown = printable(value)
  const text = /^[=+\-@\t]/.test(shown) ? `'${shown}` : shown
  return /[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
