import { Worker } from 'node:worker_threads'
import type { Manner, Outcome } from './examiner.js'
import { examinerFor } from './examiner.js'
import { type Share, shareOut } from './share.js'
import type { Target } from './targets.js'

/**
 * Examines files in several threads, of which this is one. Each takes the next few whenever it is done with what it had.
 * @returns the outcomes in the order of the files
 */
export async function examineInThreads(
  targets: readonly Target[],
  manner: Manner,
  threads: number,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  const put = ({ from, outcomes: some }: Share): void => {
    for (const [index, outcome] of some.entries()) outcomes[from + index] = outcome
  }
  const taken = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT))
  const others = Array.from({ length: threads - 1 }, () => {
    const worker = new Worker(new URL('./worker.cjs', import.meta.url), { workerData: { targets, manner, taken } })
    return new Promise<void>((resolve, reject) => {
      worker.on('message', put)
      worker.on('error', reject)
      worker.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`a thread ended with code ${code}`))))
    })
  })
  await Promise.all([...others, shareOut(targets, taken, await examinerFor(manner), put)])
  return outcomes
}
