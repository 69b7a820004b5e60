import type { Weights } from '../../config/weights.js'
import type { ReportedFinding } from '../../lint/finding.js'
import { formats, WHOLE } from '../../reporters/index.js'
import type { Checked } from '../../reporters/reporter.js'
import { counted, summarize, type Tally, tally } from '../../reporters/summary.js'
import { repositoryRoot } from '../../source/repository.js'
import { coloursFor } from '../process/colours.js'
import { complain, type ExitCode, type Io } from '../process/io.js'
import { widthOf } from '../process/width.js'
import type { CheckedTexts } from '../run/run.js'
import { weightsFor } from '../run/settings.js'
import type { CheckOptions } from './check-options.js'
import { type CheckScope, fixCommand } from './fix-command.js'

export interface PrintOptions
  extends Pick<CheckOptions, 'format' | 'maxWarnings' | 'quiet' | 'columns' | 'baseline' | 'updateBaseline'>,
    CheckScope {
  /** The points that findings cost; by default those of the configuration. */
  readonly weights?: Weights | undefined
}

/** Prints the findings of a run in the chosen format, and to standard error what could not be processed. */
export async function printFindings(
  { findings: found, files, passedOver, listed, failures, textOf, sectionsOf, examined, registry }: CheckedTexts,
  options: PrintOptions,
  io: Io,
): Promise<ExitCode> {
  const cwd = io.cwd()
  const all =
    options.baseline === undefined && !options.updateBaseline
      ? found
      : (await import('./baseline.js')).newFindings({ findings: found, files, listed, textOf, sectionsOf }, options, io)
  const findings = shownFindings(all, options)
  const problems = countedProblems(tally(all), options)
  const summary = { ...summarize(findings, files.length, passedOver), ...problems }

  for (const failure of failures) complain(failure, io)
  const reporter = await formats[options.format]()
  const output = reporter({
    findings,
    summary,
    files,
    failures,
    examined: WHOLE.has(options.format) ? await examined() : [],
    registry,
    weights: WHOLE.has(options.format) ? (options.weights ?? weightsFor(options, cwd)) : {},
    textOf,
    sectionsOf,
    fixCommand: (safety) => fixCommand(options, safety, cwd),
    cwd,
    root: repositoryRoot(cwd),
    ...terminalOf(options, io),
  })
  for (const part of typeof output === 'string' ? [output] : output) io.stdout.write(part)

  return failures.length > 0 ? 2 : exitCodeFor(problems, options, io)
}

/** The colours and the width of the output of a run. The width is in cells; null if the output does not go to a terminal. */
export function terminalOf({ columns }: Pick<CheckOptions, 'columns'>, io: Io): Pick<Checked, 'colours' | 'width'> {
  return { colours: coloursFor(io.stdout, io), width: widthOf({ isTTY: io.stdout.isTTY, columns }) }
}

type Limits = Pick<CheckOptions, 'maxWarnings' | 'quiet'>

/** The findings to show: with `--quiet`, errors only. */
export function shownFindings(findings: readonly ReportedFinding[], { quiet }: Limits): readonly ReportedFinding[] {
  return quiet ? findings.filter(({ severity }) => severity === 'error') : findings
}

type ProblemCounts = Pick<Tally, 'errors' | 'warnings'>

/**
 * The errors and warnings to count. Warnings that `--quiet` hides are only counted if there are too many of them, which makes the
 * check fail.
 */
export function countedProblems({ errors, warnings }: ProblemCounts, { quiet, maxWarnings }: Limits): ProblemCounts {
  return { errors, warnings: quiet && !isTooMany(warnings, maxWarnings) ? 0 : warnings }
}

/** Prints a message if there are too many warnings. @returns the exit code of a check without failures */
export function exitCodeFor(
  { errors, warnings }: ProblemCounts,
  { maxWarnings }: Limits,
  io: Pick<Io, 'stderr'>,
): ExitCode {
  const tooMany = isTooMany(warnings, maxWarnings)
  if (tooMany) complain(`${counted(warnings, 'warning')}, more than --max-warnings ${maxWarnings} allows`, io)
  return errors > 0 || tooMany ? 1 : 0
}

function isTooMany(warnings: number, most = Number.POSITIVE_INFINITY): boolean {
  return warnings > most
}
