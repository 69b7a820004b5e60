import { availableParallelism } from 'node:os'
import { detached } from '../../text/detached.js'
import { sharingTexts } from '../../text/sharing-texts.js'
import type { Io } from '../process/io.js'
import type { Progress } from '../process/progress.js'
import type { Clock } from './clock.js'
import { examinerFor, type Manner, type Outcome } from './examiner.js'
import type { Settings } from './settings.js'
import { keepHeapSmall } from './small-heap.js'
import type { Target } from './targets.js'

/** How to examine files, and whom to inform. */
export interface Work {
  readonly manner: Manner
  readonly settings: Settings
  /** The number of threads; by default as many as are worthwhile. */
  readonly jobs: number | undefined
  readonly clock: Clock
  readonly io: Io
}

/** With fewer files than this for each, another thread takes longer to start than it saves. */
const FILES_PER_THREAD = 60

/** From this many files on, memory matters more than time. */
const MANY = 4000

/** One processor is left to V8, which compiles and collects garbage in its own threads: else two threads are no faster than one. */
const usualJobs = (): number => Math.max(1, availableParallelism() - 1)

/** Examines files, in several threads if there are many. The outcomes are in the order of the files. */
export async function examineAll(
  targets: readonly Target[],
  { manner, settings, jobs, clock, io }: Work,
): Promise<Outcome[]> {
  const isMany = targets.length >= MANY
  if (isMany) keepHeapSmall()
  const kept = isMany ? sharingTexts() : <T>(data: T): T => data
  const most = Math.floor(targets.length / FILES_PER_THREAD)
  const threads = most > 1 ? Math.min(jobs ?? usualJobs(), most) : 1
  const progress = await progressOf(targets.length, io)
  try {
    if (threads > 1)
      return await (await import('./threads.js')).examineInThreads(targets, manner, settings, threads, {
        clock,
        progress,
        kept,
      })
    if (targets.length === 0) return []
    const examine = await examinerFor(manner, settings, clock)
    const outcomes: Outcome[] = []
    for (const target of targets) {
      outcomes.push(kept(detached(await examine(target))))
      progress?.done(1)
      // The memory of the native parser is only released between turns of the event loop.
      if (outcomes.length % 8 === 0) await new Promise((resolve) => setImmediate(resolve))
    }
    return outcomes
  } finally {
    progress?.end()
  }
}

/** With fewer files than this, the run is over before anybody would look at its progress. */
const WORTH_WATCHING = 20

async function progressOf(files: number, io: Io): Promise<Progress | null> {
  if (files < WORTH_WATCHING || !io.stderr.isTTY) return null
  return (await import('../process/progress.js')).progressOn(io, files)
}
