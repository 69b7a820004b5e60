import type { Gathering } from '../events/gathering.js'
import type { AppliedFix, Lint } from '../fix/converge.js'
import { type Mended, mend, proved } from '../fix/mend.js'
import { type LintSettings, lintReport } from '../lint/lint.js'
import { readingBy } from '../report/reading.js'
import { compactLine } from '../reporters/compact.js'
import { counted } from '../reporters/summary.js'
import { printable } from '../reporters/terminal.js'
import { eventRuleIds } from '../rules/event-rule-ids.js'
import type { Safety } from '../rules/rule.js'
import { SourceError } from '../source/read.js'
import type { FixOptions } from './fix-options.js'
import { type FixRun, openFixRun } from './fix-run.js'
import type { Interview } from './interview.js'
import { complain, type ExitCode, type Io, UsageError } from './io.js'
import { type Left, leftIn, leftOf, rest } from './left.js'
import type { LintOne } from './lint-across.js'
import type { OpenReport } from './reports.js'

/**
 * Shows the fixes as a diff, or writes them. What it did, and what is left, goes to the standard error; once it has written,
 * each error that is left.
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

/** @param interview null where nobody is asked */
async function fixWith(
  interview: Interview | null,
  paths: readonly string[],
  options: FixOptions,
  io: Io,
): Promise<ExitCode> {
  const safety: Safety = options.unsafe ? 'unsafe' : 'safe'
  const problems: string[] = []
  const mendedFiles = new Set<string>()
  const setbacks = new Map<string, string>()
  const passedOver = new Set<string>()
  let failures: ReadonlySet<string> = new Set()
  let left: Left[] = []
  let fixes = 0
  let authored: Gathering | null = null

  for (let round = 1; ; round++) {
    const run = await openFixRun(paths, options, io, authored)
    const { reports, lookAcross, end } = run
    if (options.unsafe) authored = (await lookAcross()).authored
    const before = fixes
    failures = run.failures
    left = []
    problems.length = 0
    for (const open of reports) {
      const { path, text } = open.report
      const work = () => mendOne(open, { ...run, safety, interview })
      const mended = await attempt(path, problems, options, io, work)
      if (!mended) continue
      if (!authored) for (const id of rulesAcross(open.settings)) passedOver.add(id)
      left.push(...leftIn(mended, safety, interview !== null))
      // The round after the safe fixes finds nothing but the others.
      if (mended.state === 'refused') problems.push(`${path}: ${setbacks.get(path) ?? mended.reason}`)
      else if (mended.text !== text) {
        if (mended.setback) {
          setbacks.set(path, mended.setback)
          problems.push(`${path}: ${mended.setback}`)
        }
        mendedFiles.add(path)
        fixes += mended.fixes.length
        // A diff shows what it does; what needs another look is named all the same.
        for (const made of mended.fixes.toSorted((a, b) => a.line - b.line))
          if (options.write || options.stdin || made.safety === 'unsafe')
            io.stderr.write(`${printable(path)}:${asText(made)}\n`)
      }
    }
    end?.()
    if (!mayGoOn(options) || fixes === before || round === MAX_ROUNDS) break
  }
  const files = mendedFiles.size
  if (authored && options.write && files > 0) left = await leftAsWritten(paths, options, io, left)

  problems.unshift(...failures)
  for (const problem of problems) complain(problem, io)
  const errors = left.flatMap(({ finding }) => (finding.severity === 'error' ? finding : []))
  // For their sake a hook refuses the commit: whoever makes it is to see them. Who was asked has seen them.
  if (options.write && !interview) for (const error of errors) io.stderr.write(compactLine(error))
  const isForecast = authored !== null && !options.write && files > 1
  const said = `${done(fixes, files, left, options)}${rest(left, isForecast)}`
  // Whoever hears what is left, or that there is nothing, is to know what was not looked for.
  const isWhole = fixes > 0 && left.length === 0
  io.stderr.write(`${said}${isWhole ? '' : unseen(passedOver, options)}\n`)
  if (problems.length > 0) return 2
  // A filter: what was printed is all there is to say.
  if (options.stdin) return 0
  const hasMore = options.write ? errors.length > 0 : files > 0
  return hasMore ? 1 : 0
}

/** What is corrected in one report may show what is wrong in another: an index page goes by the pages that it lists. */
const MAX_ROUNDS = 5

function mayGoOn({ write, unsafe, interactive, stdin }: FixOptions): boolean {
  return Boolean(write && unsafe && !interactive && !stdin)
}

/** The rules across reports that are on. */
function rulesAcross({ severities = {} }: LintSettings): readonly string[] {
  return eventRuleIds.filter((id) => severities[id] !== 'off')
}

/** What a check finds now that all files are written. Nobody is asked twice. */
async function leftAsWritten(
  paths: readonly string[],
  options: FixOptions,
  io: Io,
  before: readonly Left[],
): Promise<Left[]> {
  const refused = new Set(before.flatMap(({ finding, why }) => (why === 'refused' ? finding.path : [])))
  const { reports, lookAcross } = await openFixRun(paths, options, io, null)
  const { lint } = await lookAcross()
  const left: Left[] = []
  for (const { report, settings } of reports) {
    const offered = refused.has(report.path) ? 'refused' : options.interactive ? 'declined' : 'author'
    // What goes wrong here went wrong before, and was told.
    const findings = await attempt(report.path, [], options, io, async () => lint(report, settings))
    left.push(...leftOf(findings ?? [], 'unsafe', offered))
  }
  return left
}

interface Mending extends Pick<FixRun, 'lookAcross' | 'deliver' | 'mayDeliver'> {
  readonly safety: Safety
  readonly interview: Interview | null
}

/** Mends one report and delivers it; what cannot be delivered is refused. */
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
  // To look at the others takes long. Safe fixes go by a report alone, but for a day that they give it.
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
  const { choose } = await import('../fix/choose.js')
  const result = await choose(text, lint, safety, (offer) => {
    mayDeliver?.()
    return interview.ask(path, offer)
  })
  // What is offered still was declined.
  const again: Lint = (of) => lint(of).map(({ fix: _, ...finding }) => finding)
  return proved(text, result, lint, { safety, reading: readingBy(parse), again })
}

/** What nobody foresaw in one file keeps no other from being fixed. */
async function attempt<T>(
  path: string,
  problems: string[],
  { debug }: FixOptions,
  io: Io,
  work: () => Promise<T>,
): Promise<T | null> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof UsageError) throw error
    const { message, stack } = error instanceof Error ? error : new Error(String(error))
    if (debug) io.stderr.write(`${stack}\n`)
    const advice = debug ? 'Report it with what stands above' : 'Run it again with --debug and report what it prints'
    problems.push(`${path}: it could not be fixed (${message}). ${advice}.`)
    return null
  }
}

function asText({ line, title, safety }: AppliedFix): string {
  return `${line}: ${printable(title)}${safety === 'unsafe' ? ' (unsafe)' : ''}`
}

function done(fixes: number, files: number, left: readonly Left[], { write, stdin }: FixOptions): string {
  const isLeft = left.some(({ why }) => why === 'declined' || why === 'refused')
  if (fixes === 0) return isLeft ? 'nothing was fixed' : 'nothing to fix'
  return `${counted(fixes, 'finding')} in ${counted(files, 'file')} ${write || stdin ? 'fixed' : 'can be fixed with --write'}`
}

/** @param passedOver the rules across reports that were on, but not followed */
function unseen(passedOver: ReadonlySet<string>, { rule }: FixOptions): string {
  if (passedOver.size === 0) return ''
  const what = rule ? [...passedOver].join(' and ') : 'what concerns several reports'
  return `; only --unsafe looks for ${what}`
}
