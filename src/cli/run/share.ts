import type { Outcome } from './examiner.js'
import type { Target } from './targets.js'

/** What became of some files in a row. */
export interface Share {
  /** The index of the first. */
  readonly from: number
  readonly outcomes: readonly Outcome[]
}

/** Few enough that no thread waits long for another's last. */
const AT_ONCE = 8

/**
 * Examines files, some at a time, until none is left.
 * @param taken how many were taken by all threads together, in memory that they share
 */
export async function shareOut(
  targets: readonly Target[],
  taken: Int32Array,
  examine: (target: Target) => Promise<Outcome>,
  put: (share: Share) => void,
): Promise<void> {
  for (let from = Atomics.add(taken, 0, AT_ONCE); from < targets.length; from = Atomics.add(taken, 0, AT_ONCE)) {
    const outcomes: Outcome[] = []
    for (const target of targets.slice(from, from + AT_ONCE)) outcomes.push(await examine(target))
    put({ from, outcomes })
    // What other threads have put is taken in between.
    await new Promise((resolve) => setImmediate(resolve))
  }
}
