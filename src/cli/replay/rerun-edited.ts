import { resolve } from 'node:path'
import { dependsOnOthers } from '../../lint/disputes.js'
import { byPlace } from '../../lint/lint.js'
import { prettyEnd, prettyFile } from '../../reporters/pretty.js'
import { openAccessLog } from '../../source/disk.js'
import { hashOf } from '../../source/hash.js'
import { once } from '../../text/memoize.js'
import type { CheckOptions } from '../output/check-options.js'
import { fixCommand } from '../output/fix-command.js'
import { countedProblems, exitCodeFor, shownFindings, terminalOf } from '../output/print-findings.js'
import { attempt } from '../process/attempt.js'
import { coloursFor } from '../process/colours.js'
import type { ExitCode, Io } from '../process/io.js'
import { NO_CLOCK } from '../run/clock.js'
import { examineAll } from '../run/examine-all.js'
import type { Examination } from '../run/examiner.js'
import { readReport } from '../run/read-report.js'
import { openResultCache, type ResultCache } from '../run/result-cache.js'
import { areManySites, findingsOf } from '../run/run.js'
import { settingsFor } from '../run/settings.js'
import type { Target } from '../run/targets.js'
import { compareAgain, type EventFindingsOf } from './compare-again.js'
import { type DiskChanges, diskStateLines } from './disk-state.js'
import {
  type Counts,
  collectedFile,
  countsOf,
  parseRunFiles,
  printRunFiles,
  type RunFile,
  type RunFiles,
} from './run-files.js'
import type { RunRecord } from './run-record.js'

/*
 * Between two checks, people usually edit one report, and nothing else that the check depends on changes. Then only the edited
 * reports are examined; they are compared with the others only if they say something different about their event. The output for
 * every file with the same findings as before is printed again as it was.
 */

/** How a check was called. */
interface Call {
  readonly paths: readonly string[]
  readonly options: CheckOptions
  readonly io: Io
  /** In ms since 1970. */
  readonly begun: number
}

interface Rerun {
  readonly exit: ExitCode
  /** null if the next check could not tell what has changed since. */
  readonly record: RunRecord | null
}

/**
 * Repeats an earlier check by examining only the edited reports, and prints its whole output.
 * @param changes what has changed of the paths that it accessed
 * @returns null if that is not enough; nothing has been printed then
 */
export async function rerunEdited(before: RunRecord, changes: DiskChanges, call: Call): Promise<Rerun | null> {
  const { options, io, begun } = call
  const run = attempt(() => parseRunFiles(before.files))
  if (!run) return null
  const log = openAccessLog()
  try {
    const cache = openResultCache(run.setup, settingsFor(run.setup.selection, io.cwd()), io)
    const edited = await examineEdited(run, changes.edited, options, io)
    const eventFindings = edited && (await compareAgain(run, edited, cache))
    const parts = eventFindings && updatedParts(before.stdout, run, { edited, eventFindings, cache, options, io })
    if (!parts) return null

    const whole = joinParts(parts, run, call)
    io.stdout.write(whole.stdout)
    if (whole.stderr.length > 0) io.stderr.write(whole.stderr)

    const outcomes = [...edited.values()]
    cache.remember(outcomes.map((outcome) => ({ target: outcome.target, outcome })))
    const texts = new Map(outcomes.map(({ target: { path }, hash }) => [resolve(io.cwd(), path), hash]))
    const lines = diskStateLines(log, { texts, begun, known: changes.lines })
    const files = printRunFiles({ ...run, files: parts.map(({ file }) => file) })
    return { exit: whole.exit, record: lines && { ...whole, diskState: lines, files } }
  } finally {
    log.close()
  }
}

interface Edited extends Examination {
  readonly target: Target
}

/** The results for the edited reports, by their paths as the user names them; null if one of them no longer is a report. */
async function examineEdited(
  { files, setup, wereCompared }: RunFiles,
  paths: readonly string[],
  { jobs }: CheckOptions,
  io: Io,
): Promise<Map<string, Edited> | null> {
  const wanted = new Set(paths)
  const before = files.filter(({ path }) => wanted.has(resolve(setup.cwd, path)))
  if (before.length < wanted.size) return null
  const targets = before.map(({ path, named, role }): Target => ({ path, named, near: role === 'near' }))
  const settings = settingsFor(setup.selection, setup.cwd)
  const outcomes = await examineAll(targets, { setup, settings, jobs, clock: NO_CLOCK, io })
  const edited = new Map<string, Edited>()
  for (const [at, { path, kind }] of before.entries()) {
    const outcome = outcomes[at]
    if (outcome?.state !== 'examined' || outcome.found.kind !== kind) return null
    if (!wereCompared && dependsOnOthers(outcome.found.findings)) return null
    edited.set(path, { ...outcome, target: targets[at] as Target })
  }
  return edited
}

/** A file with the output for it. */
interface Part {
  readonly file: RunFile
  readonly printed: Buffer
}

interface Updates {
  readonly edited: ReadonlyMap<string, Edited>
  readonly eventFindings: EventFindingsOf
  readonly cache: ResultCache
  readonly options: CheckOptions
  readonly io: Io
}

/** All files in their order; null if the output for one of them is unknown. */
function updatedParts(before: Buffer, run: RunFiles, now: Updates): Part[] | null {
  const isWide = once(() => areManySites(run.files.filter(({ role }) => role !== null)))
  const parts: Part[] = []
  let at = 0
  for (const file of run.files) {
    const printed = before.subarray(at, at + file.size)
    at += file.size
    const eventFindings = now.eventFindings(file)
    const isSame = !now.edited.has(file.path) && eventFindings === file.eventFindings
    const part = isSame ? { file, printed } : printAgain({ ...file, eventFindings }, run, now, isWide)
    if (!part) return null
    parts.push(part)
  }
  return parts
}

function printAgain(
  file: RunFile,
  { severities }: RunFiles,
  { edited, cache, options, io }: Updates,
  isWide: () => boolean,
): Part | null {
  const { path } = file
  const own = edited.get(path)
  const digestHash = own ? cache.digestHashOf(path, own) : file.digestHash
  const known = collectedFile(file, severities)
  if (!known || known.role === 'near') return { file: { ...file, digestHash }, printed: Buffer.alloc(0) }
  const outcome = own ?? cache.recall({ path, named: false })
  if (!outcome) return null
  const { found, hash } = outcome
  const reported = findingsOf(
    { ...known, found },
    JSON.parse(file.eventFindings),
    found.comments !== undefined && isWide(),
  )
  const shown = shownFindings(reported, options).toSorted(byPlace)
  const text = attempt(() => readReport(path, resolve(io.cwd(), path)))
  // Somebody may be writing it right now.
  if (text === null || hashOf(text) !== hash) return null
  const printed =
    shown.length > 0 ? Buffer.from(prettyFile(path, shown, text, terminalOf(options, io))) : Buffer.alloc(0)
  return { file: { ...file, digestHash, counts: countsOf(reported, options), size: printed.length }, printed }
}

/** The whole output of the check, and its exit code. */
function joinParts(
  parts: readonly Part[],
  { files, passedOver }: RunFiles,
  { paths, options, io }: Call,
): Pick<RunRecord, 'exit' | 'stdout' | 'stderr'> {
  const counts = sumOf(parts.map(({ file }) => file.counts))
  const weighed = countedProblems(counts, options)
  const end = prettyEnd({
    summary: { files: files.filter(({ role }) => role === 'checked').length, passedOver, ...weighed },
    offers: counts,
    failures: [],
    fixCommand: (safety) => fixCommand({ ...options, paths }, safety, io.cwd()),
    colours: coloursFor(io.stdout, io),
  })
  const complaints: Buffer[] = []
  const exit = exitCodeFor(weighed, options, { stderr: { write: (text) => complaints.push(Buffer.from(text)) } })
  const stdout = Buffer.concat([...parts.map(({ printed }) => printed), Buffer.from(end)])
  return { exit, stdout, stderr: Buffer.concat(complaints) }
}

function sumOf(counts: readonly Counts[]): Counts {
  const sum = (of: keyof Counts): number => counts.reduce((all, own) => all + own[of], 0)
  return { errors: sum('errors'), warnings: sum('warnings'), safe: sum('safe'), unsafe: sum('unsafe') }
}
