import { Worker } from 'node:worker_threads'
import { type DiskAccesses, recordAccesses } from '../../source/disk.js'
import { detached } from '../../text/detached.js'
import type { Progress } from '../process/progress.js'
import { type Batch, examineInBatches } from './batches.js'
import { type Clock, type Measured, NO_CLOCK } from './clock.js'
import { examinerFor, type Outcome, type RunSetup } from './examiner.js'
import type { Settings } from './settings.js'
import type { Target } from './targets.js'

/** What receives the outcomes and the progress of the threads. */
export interface Receiver {
  readonly clock: Clock
  readonly progress: Progress | null
  /** Converts an outcome to the form in which it stays in memory. */
  compact(outcome: Outcome): Outcome
}

/** What a thread sends: the outcomes for some files or, once it is done, its accesses to the disk and how long it took. */
export type WorkerMessage = Batch | AccessMessage | Measured

interface AccessMessage {
  readonly accesses: DiskAccesses
}

/** The size in MB of the heap for short-lived objects. By default, each thread would take 30 MB and more. */
const YOUNG_GENERATION_MB = 6

/**
 * Examines files in several threads, including this one. Each thread takes the next batch as soon as it has finished one.
 * @param settings according to the setup; the other threads create their own
 * @returns the outcomes in the order of the files
 */
export async function examineInThreads(
  targets: readonly Target[],
  setup: RunSetup,
  settings: Settings,
  threads: number,
  { clock, progress, compact }: Receiver,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  clock.atOnce('threads', threads)
  const receive = ({ from, outcomes: some }: Batch): void => {
    for (const [index, outcome] of some.entries()) outcomes[from + index] = compact(outcome)
    progress?.done(some.length)
  }
  const taken = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT))
  const others = Array.from({ length: threads - 1 }, () => {
    const worker = new Worker(new URL('./worker.cjs', import.meta.url), {
      workerData: { targets, setup, taken, isTimed: clock !== NO_CLOCK },
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_GENERATION_MB },
    })
    return new Promise<void>((resolve, reject) => {
      worker.on('message', (message: WorkerMessage) => {
        if ('outcomes' in message) receive(message)
        else if ('accesses' in message) recordAccesses(message.accesses)
        else clock.add(message)
      })
      worker.on('error', reject)
      worker.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`a thread ended with code ${code}`))))
    })
  })
  const own = examineInBatches(targets, taken, await examinerFor(setup, settings, clock), (batch) =>
    receive(detached(batch)),
  )
  await Promise.all([...others, own])
  return outcomes
}
