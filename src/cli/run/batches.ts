import type { Outcome } from './examiner.js'
import type { Target } from './targets.js'

/** The outcomes for some consecutive files. */
export interface Batch {
  /** The index of the first. */
  readonly from: number
  readonly outcomes: readonly Outcome[]
}

/** How many files a thread takes at once: few, so that at the end no thread waits long for another. */
const BATCH_SIZE = 8

/**
 * Examines files in batches until none is left.
 * @param taken how many files all threads have taken so far, in memory that they share
 */
export async function examineInBatches(
  targets: readonly Target[],
  taken: Int32Array,
  examine: (target: Target) => Promise<Outcome>,
  deliver: (batch: Batch) => void,
): Promise<void> {
  for (let from = Atomics.add(taken, 0, BATCH_SIZE); from < targets.length; from = Atomics.add(taken, 0, BATCH_SIZE)) {
    const outcomes: Outcome[] = []
    for (const target of targets.slice(from, from + BATCH_SIZE)) outcomes.push(await examine(target))
    deliver({ from, outcomes })
    // Messages from other threads are handled in between.
    await new Promise((resolve) => setImmediate(resolve))
  }
}
