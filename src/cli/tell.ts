import type { Weights } from '../config/weights.js'
import { formats, WHOLE } from '../reporters/index.js'
import { counted, summarize } from '../reporters/summary.js'
import { repositoryRoot } from '../source/repository.js'
import type { BaselineOptions } from './baseline.js'
import type { CheckOptions } from './check-options.js'
import { coloursFor } from './colours.js'
import { type Asked, fixCommand } from './fix-command.js'
import { complain, type ExitCode, type Io } from './io.js'
import type { Run } from './run.js'
import { weightsFor } from './settings.js'

/** A run with the texts that were checked. */
export interface CheckedTexts extends Run {
  textOf(path: string): string | null
}

export interface TellOptions
  extends Pick<CheckOptions, 'format' | 'maxWarnings' | 'quiet' | 'columns'>,
    BaselineOptions,
    Asked {
  /** What findings cost; absent: what the configuration says. */
  readonly weights?: Weights | undefined
}

/** Prints the findings of a run in the format that is wanted. */
export async function tell(
  { findings: found, files, passedOver, listed, failures, textOf, sectionsOf, examined, registry }: CheckedTexts,
  options: TellOptions,
  io: Io,
): Promise<ExitCode> {
  const cwd = io.cwd()
  const all =
    options.baseline === undefined && !options.updateBaseline
      ? found
      : (await import('./baseline.js')).unknownFindings(
          { findings: found, files, listed, textOf, sectionsOf },
          options,
          io,
        )
  const findings = options.quiet ? all.filter(({ severity }) => severity === 'error') : all
  const warnings = all.filter(({ severity }) => severity === 'warning').length
  const tooMany = options.maxWarnings !== undefined && warnings > options.maxWarnings
  // Those that make the check fail are counted, though they may not be shown.
  const summary = { ...summarize(findings, files.length, passedOver), ...(tooMany && { warnings }) }

  for (const failure of failures) complain(failure, io)
  const show = await formats[options.format]()
  const shown = show({
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
    colours: coloursFor(io.stdout, io),
    width: (io.stdout.isTTY && options.columns) || null,
  })
  for (const part of typeof shown === 'string' ? [shown] : shown) io.stdout.write(part)

  if (failures.length > 0) return 2
  if (tooMany) complain(`${counted(warnings, 'warning')}, more than --max-warnings ${options.maxWarnings} allows`, io)
  return summary.errors > 0 || tooMany ? 1 : 0
}
