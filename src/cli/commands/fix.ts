import type { Gathering } from '../../events/gathering.js'
import type { AppliedFix, Lint } from '../../fix/converge.js'
import { type Mended, mend, proved } from '../../fix/mend.js'
import { lintReport } from '../../lint/lint.js'
import { readingBy } from '../../report/reading.js'
import type { Colours } from '../../reporters/colours.js'
import { compactLine } from '../../reporters/compact.js'
import { printable } from '../../reporters/terminal.js'
import { wrapped } from '../../reporters/terminal-width.js'
import type { Safety } from '../../rules/rule.js'
import { SourceError } from '../../source/read.js'
import { coloursFor } from '../process/colours.js'
import { complain, type ExitCode, type Io, UsageError } from '../process/io.js'
import { widthOf } from '../process/width.js'
import { eventRulesOn } from '../run/collected.js'
import type { OpenReport } from '../run/reports.js'
import type { FixOptions } from './fix-options.js'
import { type FixRun, openFixRun } from './fix-run.js'
import { fixSummary } from './fix-summary.js'
import type { Interview } from './interview.js'
import type { LintOne } from './lint-across.js'
import { type Unfixed, unfixedIn, unfixedOf } from './unfixed.js'

/**
 * Prints the fixes as a diff, or writes them. What was done and what is left goes to standard error; after writing, also each error
 * that is left.
 */
export async function fix(paths: readonly string[], options: FixOptions, io: Io): Promise<ExitCode> {
  if (!options.interactive) return fixWith(null, paths, options, io)
  const interview = (await import('./interview.js')).interviewOn(io)
  try {
    return await fixWith(interview, paths, { ...options, write: true }, io)
  } finally {
    interview.close()
  }
}

/** @param interview null if the user is not asked about each fix */
async function fixWith(
  interview: Interview | null,
  paths: readonly string[],
  options: FixOptions,
  io: Io,
): Promise<ExitCode> {
  const colours = coloursFor(io.stderr, io)
  const safety = options.unsafe ? 'unsafe' : 'safe'
  const manner: FixContext = { safety, interview, options, io, colours, setbacks: new Map() }
  const { fixes, mended, last, authored } = await fixInRounds(paths, manner)

  const { problems } = last
  const files = mended.size
  const unfixed = authored && options.write && files > 0 ? await leftAsWritten(paths, manner, last.left) : last.left
  for (const problem of problems) complain(problem, io)
  const errors = unfixed.flatMap(({ finding }) => (finding.severity === 'error' ? finding : []))
  // A hook rejects the commit because of these errors, so they are printed. In an interview, the user has seen them already.
  if (options.write && !interview) for (const error of errors) io.stderr.write(compactLine(error, colours))
  const hasProblems = problems.length > 0
  const end = fixSummary({ fixes, files, unfixed, hasProblems, uncheckedRules: authored ? null : last.across }, options)
  io.stderr.write(`${wrapped(end, widthOf(io.stderr), 0).join('\n')}\n`)
  if (hasProblems) return 2
  // Used as a filter: printing the text is success.
  if (options.stdin) return 0
  const hasMore = options.write ? errors.length > 0 : files > 0
  return hasMore ? 1 : 0
}

/** The outcome of all rounds. */
interface Rounds {
  readonly fixes: number
  /** The paths of the files that were fixed. */
  readonly mended: ReadonlySet<string>
  readonly last: Round
  /** The reports before the first round; null if they were not compared with each other. */
  readonly authored: Gathering | null
}

async function fixInRounds(paths: readonly string[], manner: FixContext): Promise<Rounds> {
  const { options, io } = manner
  const mended = new Set<string>()
  let authored: Gathering | null = null
  let last: Round
  let rounds = 0
  let fixes = 0
  do {
    const run = await openFixRun(paths, options, io, authored)
    if (options.unsafe) authored = (await run.lookAcross()).authored
    last = await fixAll(run, manner)
    rounds++
    fixes += last.fixes
    for (const path of last.mended) mended.add(path)
  } while (mayRepeat(options) && last.fixes > 0 && rounds < MAX_ROUNDS)
  return { fixes, mended, last, authored }
}

/** How reports are fixed; the same in every round. */
interface FixContext {
  readonly safety: Safety
  readonly interview: Interview | null
  readonly options: FixOptions
  readonly io: Io
  readonly colours: Colours
  /** Why only safe fixes were applied, by the path of the file. Filled by each round. */
  readonly setbacks: Map<string, string>
}

/** The outcome of one pass over all reports. */
interface Round {
  readonly fixes: number
  /** The paths of the files that were fixed. */
  readonly mended: readonly string[]
  readonly left: readonly Unfixed[]
  /** The rules across reports that are enabled for any of them. */
  readonly across: ReadonlySet<string>
  /** What could not be processed or fixed, one line each. */
  readonly problems: readonly string[]
}

/** Fixes each report, and prints what was done. */
async function fixAll(run: FixRun, manner: FixContext): Promise<Round> {
  const { safety, interview, options, io, colours, setbacks } = manner
  const mended: string[] = []
  const left: Unfixed[] = []
  const across = new Set<string>()
  const problems: string[] = []
  let fixes = 0
  for (const open of run.reports) {
    const { path, text } = open.report
    const result = await tried(path, problems, manner, () => mendOne(open, { ...run, safety, interview }))
    if (!result) continue
    for (const id of eventRulesOn(open.settings.severities)) across.add(id)
    left.push(...unfixedIn(result, safety, interview !== null))
    // A refusal in a later round repeats the setback of an earlier one: only the unsafe fixes are left by then.
    if (result.state === 'refused') problems.push(`${path}: ${setbacks.get(path) ?? result.reason}`)
    else if (result.text !== text) {
      if (result.setback) {
        setbacks.set(path, result.setback)
        problems.push(`${path}: ${result.setback}`)
      }
      mended.push(path)
      fixes += result.fixes.length
      // A diff shows safe fixes well enough; unsafe ones, which need a review, are listed in any case.
      for (const made of result.fixes.toSorted((a, b) => a.line - b.line))
        if (options.write || options.stdin || made.safety === 'unsafe')
          io.stderr.write(`${printable(path)}:${asText(made, colours)}\n`)
    }
  }
  run.end?.()
  return { fixes, mended, left, across, problems: [...run.failures, ...problems] }
}

/** A fix in one report may bring out a finding in another: index pages are compared with the pages that they list. */
const MAX_ROUNDS = 5

function mayRepeat({ write, unsafe, interactive, stdin }: FixOptions): boolean {
  return Boolean(write && unsafe && !interactive && !stdin)
}

/** What a check finds after all files have been written. The user is not asked again. */
async function leftAsWritten(
  paths: readonly string[],
  manner: FixContext,
  before: readonly Unfixed[],
): Promise<Unfixed[]> {
  const { options, io, interview } = manner
  const refused = new Set(before.flatMap(({ finding, why }) => (why === 'refused' ? finding.path : [])))
  const { reports, lookAcross } = await openFixRun(paths, options, io, null)
  const { lint } = await lookAcross()
  const left: Unfixed[] = []
  for (const { report, settings } of reports) {
    const offered = refused.has(report.path) ? 'refused' : interview ? 'declined' : 'author'
    // Errors here are ignored: they also occurred, and were reported, before.
    const findings = await tried(report.path, [], manner, async () => lint(report, settings))
    left.push(...unfixedOf(findings ?? [], 'unsafe', offered))
  }
  return left
}

type Mending = Pick<FixRun, 'lookAcross' | 'deliver' | 'mayDeliver'> & Pick<FixContext, 'safety' | 'interview'>

/** Fixes one report and delivers the result; if that fails, it counts as refused. */
async function mendOne(open: OpenReport, mending: Mending): Promise<Mended> {
  const { safety, lookAcross, deliver, interview } = mending
  const { report, rebuild, settings } = open
  const lintBy = (lint: LintOne): Lint => {
    return (text) => lint(text === report.text ? report : rebuild(text), settings)
  }
  const mendBy = (by: Lint): Mended | Promise<Mended> =>
    interview ? mendChosen(open, by, mending, interview) : mend(report.text, by, safety, readingBy(open.parse))
  const isAlone = safety === 'safe' && !interview
  let lint = lintBy(isAlone ? lintReport : (await lookAcross())[safety === 'safe' ? 'lintOwn' : 'lint'])
  let mended = await mendBy(lint)
  // Comparing all reports takes long, and safe fixes only depend on it if they copy a day.
  if (isAlone && mended.state === 'mended' && mended.fixes.some(({ day }) => day !== undefined)) {
    lint = lintBy((await lookAcross()).lintOwn)
    mended = await mendBy(lint)
  }
  if (mended.state === 'refused' || mended.text === report.text) return mended
  try {
    deliver(open, mended.text)
    return mended
  } catch (error) {
    if (!(error instanceof SourceError)) throw error
    return { state: 'refused', reason: error.message, remaining: lint(report.text) }
  }
}

async function mendChosen(
  { report: { path, text }, parse }: OpenReport,
  lint: Lint,
  { safety, mayDeliver }: Mending,
  interview: Interview,
): Promise<Mended> {
  const { choose } = await import('../../fix/choose.js')
  const result = await choose(text, lint, safety, (offer) => {
    mayDeliver?.()
    return interview.ask(path, offer)
  })
  // Fixes that are still offered were declined.
  const again: Lint = (of) => lint(of).map(({ fix: _, ...finding }) => finding)
  return proved(text, result, lint, { safety, reading: readingBy(parse), again })
}

/**
 * Works on one report. An unexpected error is added to the problems, so that the other reports are still fixed.
 * @returns null after an error
 * @throws UsageError
 */
async function tried<T>(
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

function asText({ line, title, safety }: AppliedFix, { green, yellow }: Colours): string {
  return `${line}: ${green(printable(title))}${safety === 'unsafe' ? yellow(' (unsafe)') : ''}`
}
