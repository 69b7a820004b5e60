import { Worker } from 'node:worker_threads'
import { type DiskAccesses, recordAccesses } from '../../source/disk.js'
import { detached } from '../../text/detached.js'
import type { Progress } from '../process/progress.js'
import { type Clock, type Measured, NO_CLOCK } from './clock.js'
import { examinerFor, type Manner, type Outcome } from './examiner.js'
import type { Settings } from './settings.js'
import { type Share, shareOut } from './share.js'
import type { Target } from './targets.js'

/** Who gets what comes out, and wants to know how the work goes. */
export interface Receiver {
  readonly clock: Clock
  readonly progress: Progress | null
  /** An outcome in the form in which it is kept. */
  kept(outcome: Outcome): Outcome
}

/** What a thread sends: the outcomes for some files or, once it is done, its accesses to the disk and how long it took. */
export type WorkerMessage = Share | AccessMessage | Measured

interface AccessMessage {
  readonly accesses: DiskAccesses
}

/** Left to itself, every thread takes 30 MB and more for what is thrown away soon. */
const YOUNG_MB = 6

/**
 * Examines files in several threads, of which this is one. Each takes the next few whenever it is done with what it had.
 * @param settings those that the manner's selection stands for; the other threads make their own
 * @returns the outcomes in the order of the files
 */
export async function examineInThreads(
  targets: readonly Target[],
  manner: Manner,
  settings: Settings,
  threads: number,
  { clock, progress, kept }: Receiver,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  clock.atOnce('threads', threads)
  const put = ({ from, outcomes: some }: Share): void => {
    for (const [index, outcome] of some.entries()) outcomes[from + index] = kept(outcome)
    progress?.done(some.length)
  }
  const taken = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT))
  const others = Array.from({ length: threads - 1 }, () => {
    const worker = new Worker(new URL('./worker.cjs', import.meta.url), {
      workerData: { targets, manner, taken, isTimed: clock !== NO_CLOCK },
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
    })
    return new Promise<void>((resolve, reject) => {
      worker.on('message', (message: WorkerMessage) => {
        if ('outcomes' in message) put(message)
        else if ('accesses' in message) recordAccesses(message.accesses)
        else clock.add(message)
      })
      worker.on('error', reject)
      worker.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`a thread ended with code ${code}`))))
    })
  })
  const own = shareOut(targets, taken, await examinerFor(manner, settings, clock), (share) => put(detached(share)))
  await Promise.all([...others, own])
  return outcomes
}
