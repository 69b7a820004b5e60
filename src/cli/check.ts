import { resolve } from 'node:path'
import { type Format, formats } from '../reporters/index.js'
import type { Weights } from '../reporters/score.js'
import { counted, summarize } from '../reporters/summary.js'
import { repositoryRoot } from '../source/repository.js'
import type { BaselineOptions } from './baseline.js'
import type { RunOptions } from './collect.js'
import { coloursFor } from './colours.js'
import { complain, type ExitCode, type Io } from './io.js'
import { readReport } from './read-report.js'
import { recordingOf } from './repeat.js'
import { type Run, run } from './run.js'
import { weightsFor } from './settings.js'
import type { StdinOptions } from './stdin.js'

export interface CheckOptions extends RunOptions, BaselineOptions, StdinOptions {
  readonly format: Format
  /** What git's index holds, as it is staged. */
  readonly staged?: boolean
  readonly maxWarnings?: number
  readonly quiet?: boolean
  /** What took how long, on the standard error. */
  readonly stats?: boolean
}

/** The formats that show the edits of fixes. */
const EDITED: ReadonlySet<Format> = new Set(['sarif', 'html'])
/** The formats that show more than findings. */
const WHOLE: ReadonlySet<Format> = new Set(['html', 'score', 'score-csv'])

/** Checks reports and prints the findings. */
export async function check(paths: readonly string[], options: CheckOptions, io: Io): Promise<ExitCode> {
  const withEdits = EDITED.has(options.format)
  if (options.staged || options.stdin)
    return tell(await (await import('./check-texts.js')).checkTexts(paths, options, withEdits, io), options, io)
  const textOf = textsBelow(io.cwd())
  if (options.stats) {
    const { shownStats, startClock } = await import('./stats.js')
    const clock = startClock()
    const checked = await run(paths, { ...options, clock }, withEdits, io)
    const code = await clock.waited('print', () => tell({ ...checked, textOf }, options, io))
    io.stderr.write(shownStats(clock.measured()))
    return code
  }
  const recording = recordingOf(paths, options, io)
  try {
    const checked = await run(paths, options, withEdits, io)
    const code = await tell({ ...checked, textOf }, options, recording?.io ?? io)
    if (checked.isKept) recording?.keep(code)
    return code
  } finally {
    recording?.close()
  }
}

/** A run with the texts that were checked. */
export interface CheckedTexts extends Run {
  textOf(path: string): string | null
}

export interface TellOptions
  extends Pick<CheckOptions, 'format' | 'maxWarnings' | 'quiet' | 'config'>,
    BaselineOptions {
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
    cwd,
    root: repositoryRoot(cwd),
    colours: coloursFor(io.stdout, io),
  })
  for (const part of typeof shown === 'string' ? [shown] : shown) io.stdout.write(part)

  if (failures.length > 0) return 2
  if (tooMany) complain(`${counted(warnings, 'warning')}, more than --max-warnings ${options.maxWarnings} allows`, io)
  return summary.errors > 0 || tooMany ? 1 : 0
}

/** Texts of reports, read again when they are asked for: a run keeps none but the last. */
export function textsBelow(cwd: string): (path: string) => string | null {
  let last: { readonly path: string; readonly text: string | null } | null = null
  return (path) => {
    if (last?.path !== path) last = { path, text: textOf(path, cwd) }
    return last.text
  }
}

/** null where it can no longer be read. */
function textOf(path: string, cwd: string): string | null {
  try {
    return readReport(path, resolve(cwd, path))
  } catch {
    return null
  }
}
