import type { Lint } from '../../fix/converge.js'
import { type FixOutcome, fixText, withProof } from '../../fix/fix-text.js'
import { lintReport } from '../../lint/lint.js'
import { markdownReader } from '../../report/markdown-reader.js'
import type { Safety } from '../../rules/rule.js'
import { SourceError } from '../../source/read.js'
import type { OpenReport } from '../run/open-reports.js'
import type { FixRun } from './fix-run.js'
import type { Interview } from './interview.js'
import type { LintOne } from './lint-across.js'

/** What fixing a report needs of its run. */
interface ReportFixing extends Pick<FixRun, 'compareReports' | 'deliver' | 'mayDeliver'> {
  readonly safety: Safety
  /** null if the user is not asked about each fix. */
  readonly interview: Interview | null
}

/** Fixes one report and delivers the result; if that fails, the fixes count as refused. */
export async function fixReport(open: OpenReport, fixing: ReportFixing): Promise<FixOutcome> {
  const { safety, compareReports, deliver, interview } = fixing
  const { report, rebuild, settings } = open
  const lintBy = (lint: LintOne): Lint => {
    return (text) => lint(text === report.text ? report : rebuild(text), settings)
  }
  const fixBy = (lint: Lint): FixOutcome | Promise<FixOutcome> =>
    interview
      ? fixChosen(open, lint, fixing, interview)
      : fixText(report.text, lint, safety, markdownReader(open.parse))
  const isAlone = safety === 'safe' && !interview
  let lint = lintBy(isAlone ? lintReport : (await compareReports())[safety === 'safe' ? 'lintOwn' : 'lint'])
  let outcome = await fixBy(lint)
  // Comparing all reports takes long, and safe fixes only depend on it if they copy a day.
  if (isAlone && outcome.state === 'fixed' && outcome.fixes.some(({ day }) => day !== undefined)) {
    lint = lintBy((await compareReports()).lintOwn)
    outcome = await fixBy(lint)
  }
  if (outcome.state === 'refused' || outcome.text === report.text) return outcome
  try {
    deliver(open, outcome.text)
    return outcome
  } catch (error) {
    if (!(error instanceof SourceError)) throw error
    return { state: 'refused', reason: error.message, remaining: lint(report.text) }
  }
}

/** Applies the fixes that the user chooses. */
async function fixChosen(
  { report: { path, text }, parse }: OpenReport,
  lint: Lint,
  { safety, mayDeliver }: ReportFixing,
  interview: Interview,
): Promise<FixOutcome> {
  const { choose } = await import('../../fix/choose.js')
  const result = await choose(text, lint, safety, (offer) => {
    mayDeliver?.()
    return interview.ask(path, offer)
  })
  // Fixes that are still offered were declined.
  const relint: Lint = (of) => lint(of).map(({ fix: _, ...finding }) => finding)
  return withProof(text, result, lint, { safety, reader: markdownReader(parse), relint })
}
