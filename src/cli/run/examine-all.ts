import { availableParallelism } from 'node:os'
import { detached } from '../../text/detached.js'
import { sharingTexts } from '../../text/sharing-texts.js'
import type { Io } from '../process/io.js'
import type { Progress } from '../process/progress.js'
import type { Clock } from './clock.js'
import { examinerFor, type Outcome, type RunSetup } from './examiner.js'
import type { Settings } from './settings.js'
import { keepHeapSmall } from './small-heap.js'
import type { Target } from './targets.js'

/** What examining files needs. */
export interface RunContext {
  readonly setup: RunSetup
  readonly settings: Settings
  /** The number of threads; by default as many as are worthwhile. */
  readonly jobs: number | undefined
  readonly clock: Clock
  readonly io: Io
}

/** With fewer files than this for each, another thread takes longer to start than it saves. */
const FILES_PER_THREAD = 60

/** From this many files on, memory matters more than time. */
const MANY_FILES = 4000

/** One processor is left to V8, which compiles and collects garbage in its own threads: otherwise, two threads are no faster than one. */
const defaultJobs = (): number => Math.max(1, availableParallelism() - 1)

/** The native parser only releases its memory between turns of the event loop, so a turn examines no more files than this. */
const FILES_PER_TURN = 8

/** Examines files, in several threads if there are many. The outcomes are in the order of the files. */
export async function examineAll(
  targets: readonly Target[],
  { setup, settings, jobs, clock, io }: RunContext,
): Promise<Outcome[]> {
  const isMany = targets.length >= MANY_FILES
  if (isMany) keepHeapSmall()
  const compact = isMany ? sharingTexts() : <T>(data: T): T => data
  const most = Math.floor(targets.length / FILES_PER_THREAD)
  const threads = most > 1 ? Math.min(jobs ?? defaultJobs(), most) : 1
  const progress = await progressOf(targets.length, io)
  try {
    if (threads > 1)
      return await (await import('./threads.js')).examineInThreads(targets, setup, settings, threads, {
        clock,
        progress,
        compact,
      })
    if (targets.length === 0) return []
    const examine = await examinerFor(setup, settings, clock)
    const outcomes: Outcome[] = []
    for (const target of targets) {
      outcomes.push(compact(detached(await examine(target))))
      progress?.done(1)
      if (outcomes.length % FILES_PER_TURN === 0) await new Promise((resolve) => setImmediate(resolve))
    }
    return outcomes
  } finally {
    progress?.end()
  }
}

/** With fewer files than this, the run is over before anybody would look at its progress. */
const MIN_WATCHED_FILES = 20

async function progressOf(files: number, io: Io): Promise<Progress | null> {
  if (files < MIN_WATCHED_FILES || !io.stderr.isTTY) return null
  return (await import('../process/progress.js')).progressOn(io, files)
}
