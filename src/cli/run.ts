import { availableParallelism } from 'node:os'
import type { Examined } from '../lint/examine.js'
import { examinerFor, type Manner, type Outcome } from './examiner.js'
import type { Io } from './io.js'
import type { Memory } from './memory.js'
import { parserChoice } from './parsers.js'
import type { Selection } from './settings.js'
import { settingsFor } from './settings.js'
import { type Target, targetsOf } from './targets.js'

export interface RunOptions extends Selection {
  /** How many threads work at once; as many as pay if it is left out. */
  readonly jobs?: number
  readonly cache?: boolean
}

/** What became of all files that were asked for. */
export interface Run {
  /** The reports, in the order of their paths. */
  readonly examined: readonly Examined[]
  /** Files in folders that are no event reports. */
  readonly passedOver: number
  /** What could not be worked on, one line each. */
  readonly failures: readonly string[]
}

/**
 * Examines the reports that the paths name.
 * @param withEdits whether the fixes come with their edits
 * @throws UsageError, ConfigError or SourceError for options that cannot be followed
 */
export async function run(paths: readonly string[], options: RunOptions, withEdits: boolean, io: Io): Promise<Run> {
  const cwd = io.cwd()
  const { config, schema, rule, parser, reportsOnly = false } = options
  const selection: Selection = { ...(config && { config }), ...(schema && { schema }), ...(rule && { rule }) }
  const manner: Manner = { cwd, selection, parser: parserChoice(parser, io), withEdits }
  const settings = settingsFor({ ...selection, reportsOnly }, cwd)
  const { targets, failures } = targetsOf(paths, settings, cwd)
  const isWorthIt = options.cache !== false && targets.length >= WORTH_REMEMBERING
  const memory = isWorthIt ? (await import('./memory.js')).openMemory(manner, settings, io) : null
  const outcomes = await examineNew(targets, memory, manner, options.jobs)
  const examined: Examined[] = []
  const reasons = new Set(failures)
  let passedOver = 0
  for (const [index, outcome] of outcomes.entries()) {
    if (outcome.state === 'failed') reasons.add(outcome.reason)
    else if (targets[index]?.named || outcome.examined.kind === 'event') examined.push(outcome.examined)
    else passedOver++
  }
  return { examined, passedOver, failures: [...reasons] }
}

/** Fewer files are examined sooner than remembered. */
const WORTH_REMEMBERING = 20

async function examineNew(
  targets: readonly Target[],
  memory: Memory | null,
  manner: Manner,
  jobs: number | undefined,
): Promise<readonly Outcome[]> {
  if (!memory) return examineAll(targets, manner, jobs)
  const recalled = targets.map((target) => memory.recall(target))
  const fresh = await examineAll(
    targets.filter((_, index) => !recalled[index]),
    manner,
    jobs,
  )
  let next = 0
  const outcomes = recalled.map((outcome) => outcome ?? (fresh[next++] as Outcome))
  memory.remember(targets, outcomes)
  return outcomes
}

/** Below so many files for each, a further thread takes longer to start than it saves. */
const FILES_PER_THREAD = 60

async function examineAll(
  targets: readonly Target[],
  manner: Manner,
  jobs = availableParallelism(),
): Promise<Outcome[]> {
  const threads = Math.min(jobs, Math.floor(targets.length / FILES_PER_THREAD))
  if (threads > 1) return (await import('./threads.js')).examineInThreads(targets, manner, threads)
  if (targets.length === 0) return []
  const examine = await examinerFor(manner)
  const outcomes: Outcome[] = []
  for (const target of targets) outcomes.push(await examine(target))
  return outcomes
}
