import { byPlace, lintReport } from '../lint/lint.js'
import { json } from '../reporters/json.js'
import { pretty } from '../reporters/pretty.js'
import { summarize } from '../reporters/summary.js'
import { coloursFor } from './colours.js'
import { complain, type ExitCode, type Io } from './io.js'
import { openReports } from './reports.js'
import type { Selection } from './settings.js'

export interface CheckOptions extends Selection {
  readonly format: 'pretty' | 'json'
  readonly maxWarnings?: number
  readonly quiet?: boolean
}

/** Checks reports and prints the findings. */
export function check(paths: readonly string[], options: CheckOptions, io: Io): ExitCode {
  const { reports, passedOver, failures } = openReports(paths, options, io)
  const all = reports.flatMap(({ report, settings }) => lintReport(report, settings)).sort(byPlace)
  const findings = options.quiet ? all.filter(({ severity }) => severity === 'error') : all
  const summary = summarize(findings, reports.length, passedOver)

  for (const failure of failures) complain(failure, io)
  const texts = new Map(reports.map(({ report }) => [report.path, report]))
  const lineOf = (path: string, line: number): string => {
    const report = texts.get(path)
    return report ? report.text.slice(...report.lines.range(line)) : ''
  }
  io.stdout.write(
    options.format === 'json' ? json(findings, summary) : pretty(findings, summary, lineOf, coloursFor(io.stdout, io)),
  )

  if (failures.length > 0) return 2
  const tooMany =
    options.maxWarnings !== undefined &&
    all.filter(({ severity }) => severity === 'warning').length > options.maxWarnings
  if (tooMany) complain(`more warnings than --max-warnings ${options.maxWarnings} allows`, io)
  return summary.errors > 0 || tooMany ? 1 : 0
}
