import { compactLine } from '../../reporters/compact.js'
import { wrapped } from '../../reporters/terminal-width.js'
import { coloursFor } from '../process/colours.js'
import { complain, type ExitCode, type Io } from '../process/io.js'
import { widthOf } from '../process/width.js'
import type { FixOptions } from './fix-options.js'
import { attemptOn, type FixContext, fixInRounds } from './fix-rounds.js'
import { openFixRun } from './fix-run.js'
import { fixSummary } from './fix-summary.js'
import type { Interview } from './interview.js'
import { type Unfixed, unfixedOf } from './unfixed.js'

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
  const context: FixContext = { safety: options.unsafe ? 'unsafe' : 'safe', interview, options, io, colours }
  const { fixes, fixedFiles, last, authored } = await fixInRounds(paths, context)

  const { problems } = last
  const files = fixedFiles.size
  const unfixed =
    authored && options.write && files > 0 ? await unfixedAsWritten(paths, context, last.unfixed) : last.unfixed
  for (const problem of problems) complain(problem, io)
  const errors = unfixed.flatMap(({ finding }) => (finding.severity === 'error' ? finding : []))
  // A hook rejects the commit because of these errors, so they are printed. In an interview, the user has seen them already.
  if (options.write && !interview) for (const error of errors) io.stderr.write(compactLine(error, colours))
  const hasProblems = problems.length > 0
  const uncheckedRules = authored ? null : last.enabledEventRules
  const end = fixSummary({ fixes, files, unfixed, hasProblems, uncheckedRules }, options)
  io.stderr.write(`${wrapped(end, widthOf(io.stderr), 0).join('\n')}\n`)
  if (hasProblems) return 2
  // Used as a filter: printing the text is success.
  if (options.stdin) return 0
  const hasMore = options.write ? errors.length > 0 : files > 0
  return hasMore ? 1 : 0
}

/** What a check finds after all files have been written. The user is not asked again. */
async function unfixedAsWritten(
  paths: readonly string[],
  context: FixContext,
  before: readonly Unfixed[],
): Promise<Unfixed[]> {
  const { options, io, interview } = context
  const refused = new Set(before.flatMap(({ finding, why }) => (why === 'refused' ? finding.path : [])))
  const { reports, compareReports } = await openFixRun(paths, options, io, null)
  const { lint } = await compareReports()
  const unfixed: Unfixed[] = []
  for (const { report, settings } of reports) {
    const offered = refused.has(report.path) ? 'refused' : interview ? 'declined' : 'author'
    // Errors here are ignored: they also occurred, and were reported, before.
    const findings = await attemptOn(report.path, [], context, async () => lint(report, settings))
    unfixed.push(...unfixedOf(findings ?? [], 'unsafe', offered))
  }
  return unfixed
}
