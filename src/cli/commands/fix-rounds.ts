import type { Gathering } from '../../events/gathering.js'
import type { AppliedFix } from '../../fix/converge.js'
import type { Colours } from '../../reporters/colours.js'
import { printable } from '../../reporters/terminal.js'
import type { Safety } from '../../rules/rule.js'
import { type Io, UsageError } from '../process/io.js'
import { eventRulesOn } from '../run/collected.js'
import type { FixOptions } from './fix-options.js'
import { fixReport } from './fix-report.js'
import { type FixRun, openFixRun } from './fix-run.js'
import type { Interview } from './interview.js'
import { type Unfixed, unfixedIn } from './unfixed.js'

/** How reports are fixed; the same in every round. */
export interface FixContext {
  readonly safety: Safety
  /** null if the user is not asked about each fix. */
  readonly interview: Interview | null
  readonly options: FixOptions
  readonly io: Io
  readonly colours: Colours
}

/** The outcome of all rounds. */
export interface Rounds {
  readonly fixes: number
  /** The paths of the files that were fixed. */
  readonly fixedFiles: ReadonlySet<string>
  readonly last: Round
  /** The reports before the first round; null if they were not compared with each other. */
  readonly authored: Gathering | null
}

/** The outcome of one pass over all reports. */
export interface Round {
  readonly fixes: number
  readonly fixedFiles: readonly string[]
  readonly unfixed: readonly Unfixed[]
  /** The rules across reports that are enabled for any of the reports. */
  readonly enabledEventRules: ReadonlySet<string>
  /** What could not be processed or fixed, one line each. */
  readonly problems: readonly string[]
}

/** A fix in one report may cause a finding in another: index pages are compared with the pages that they list. */
const MAX_ROUNDS = 5

/** Fixes all reports, and does so again as long as that may cause new findings. Prints what was done. */
export async function fixInRounds(paths: readonly string[], context: FixContext): Promise<Rounds> {
  const { options, io } = context
  const fixedFiles = new Set<string>()
  const setbacks = new Map<string, string>()
  let authored: Gathering | null = null
  let last: Round
  let rounds = 0
  let fixes = 0
  do {
    const run = await openFixRun(paths, options, io, authored)
    if (options.unsafe) authored = (await run.compareReports()).authored
    last = await fixAll(run, context, setbacks)
    rounds++
    fixes += last.fixes
    for (const path of last.fixedFiles) fixedFiles.add(path)
  } while (mayCauseFindings(options) && last.fixes > 0 && rounds < MAX_ROUNDS)
  return { fixes, fixedFiles, last, authored }
}

/** Whether fixes may cause findings in other reports. A dry run, an interview and a filter have a single round in any case. */
function mayCauseFindings({ write, unsafe, interactive, stdin }: FixOptions): boolean {
  return Boolean(write && unsafe && !interactive && !stdin)
}

/** @param setbacks why only safe fixes were applied, by the path of the file: added to in every round */
async function fixAll(run: FixRun, context: FixContext, setbacks: Map<string, string>): Promise<Round> {
  const { safety, interview, options, io, colours } = context
  const fixedFiles: string[] = []
  const unfixed: Unfixed[] = []
  const enabledEventRules = new Set<string>()
  const problems: string[] = []
  let fixes = 0
  for (const open of run.reports) {
    const { path, text } = open.report
    const result = await attemptOn(path, problems, context, () => fixReport(open, { ...run, safety, interview }))
    if (!result) continue
    for (const id of eventRulesOn(open.settings.severities)) enabledEventRules.add(id)
    unfixed.push(...unfixedIn(result, safety, interview !== null))
    // A refusal in a later round repeats the setback of an earlier one: only the unsafe fixes are left by then.
    if (result.state === 'refused') problems.push(`${path}: ${setbacks.get(path) ?? result.reason}`)
    else if (result.text !== text) {
      if (result.setback) {
        setbacks.set(path, result.setback)
        problems.push(`${path}: ${result.setback}`)
      }
      fixedFiles.push(path)
      fixes += result.fixes.length
      // A diff shows safe fixes well enough; unsafe ones, which need a review, are listed in any case.
      for (const made of result.fixes.toSorted((a, b) => a.line - b.line))
        if (options.write || options.stdin || made.safety === 'unsafe')
          io.stderr.write(`${printable(path)}:${fixLine(made, colours)}\n`)
    }
  }
  run.end?.()
  return { fixes, fixedFiles, unfixed, enabledEventRules, problems: [...run.failures, ...problems] }
}

/**
 * Works on one report. An unexpected error is added to the problems, so that the other reports are still fixed.
 * @returns null after an error
 * @throws UsageError
 */
export async function attemptOn<T>(
  path: string,
  problems: string[],
  { options: { debug }, io }: Pick<FixContext, 'options' | 'io'>,
  work: () => Promise<T>,
): Promise<T | null> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof UsageError) throw error
    const { message, stack } = error instanceof Error ? error : new Error(String(error))
    if (debug) io.stderr.write(`${stack}\n`)
    const advice = debug ? 'Report this with the output above' : 'Run it again with --debug and report what it prints'
    problems.push(`${path}: it could not be fixed (${message}). ${advice}.`)
    return null
  }
}

function fixLine({ line, title, safety }: AppliedFix, { green, yellow }: Colours): string {
  return `${line}: ${green(printable(title))}${safety === 'unsafe' ? yellow(' (unsafe)') : ''}`
}
