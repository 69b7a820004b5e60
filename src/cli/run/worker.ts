import { parentPort, workerData } from 'node:worker_threads'
import { openAccessLog } from '../../source/disk.js'
import { examineInBatches } from './batches.js'
import { NO_CLOCK } from './clock.js'
import { examinerFor, type RunSetup } from './examiner.js'
import { settingsFor } from './settings.js'
import type { Target } from './targets.js'
import type { WorkerMessage } from './threads.js'

interface Data {
  readonly targets: readonly Target[]
  readonly setup: RunSetup
  readonly taken: Int32Array
  readonly isTimed: boolean
}

const send = (message: WorkerMessage): void => parentPort?.postMessage(message)

async function work({ targets, setup, taken, isTimed }: Data): Promise<void> {
  const log = setup.isCached ? openAccessLog() : null
  const clock = isTimed ? (await import('./start-clock.js')).startClock() : NO_CLOCK
  const settings = settingsFor(setup.selection, setup.cwd)
  await examineInBatches(targets, taken, await examinerFor(setup, settings, clock), send)
  if (log) send({ accesses: { read: log.read, probed: log.probed, listed: log.listed } })
  if (isTimed) send(clock.measured())
}

work(workerData)
