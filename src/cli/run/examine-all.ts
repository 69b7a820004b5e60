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

/** How files are examined, and who watches. */
export interface Work {
  readonly manner: Manner
  readonly settings: Settings
  /** How many threads work at once; as many as pay if it is left out. */
  readonly jobs: number | undefined
  readonly clock: Clock
  readonly io: Io
}

/** Below so many files for each, a further thread takes longer to start than it saves. */
const FILES_PER_THREAD = 60

/** From so many files on, memory counts for more than time. */
const MANY = 4000

/** V8 compiles and collects in threads of its own: with a thread of ours on every processor, two take no less time than one. */
const usualJobs = (): number => Math.max(1, availableParallelism() - 1)

/** Examines files, in several threads where they are many; outcomes come in the order of the files. */
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
      // What the native parser held is set free between turns only.
      if (outcomes.length % 8 === 0) await new Promise((resolve) => setImmediate(resolve))
    }
    return outcomes
  } finally {
    progress?.end()
  }
}

/** Fewer files are examined before anybody wonders. */
const WORTH_WATCHING = 20

async function progressOf(files: number, io: Io): Promise<Progress | null> {
  if (files < WORTH_WATCHING || !io.stderr.isTTY) return null
  return (await import('../process/progress.js')).progressOn(io, files)
}
