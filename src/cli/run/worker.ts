import { parentPort, workerData } from 'node:worker_threads'
import { openAccessLog } from '../../source/disk.js'
import { NO_CLOCK } from './clock.js'
import { examinerFor, type Manner } from './examiner.js'
import { settingsFor } from './settings.js'
import { shareOut } from './share.js'
import type { Target } from './targets.js'
import type { WorkerMessage } from './threads.js'

interface Data {
  readonly targets: readonly Target[]
  readonly manner: Manner
  readonly taken: Int32Array
  readonly isTimed: boolean
}

const send = (message: WorkerMessage): void => parentPort?.postMessage(message)

async function work({ targets, manner, taken, isTimed }: Data): Promise<void> {
  const log = manner.isKept ? openAccessLog() : null
  const clock = isTimed ? (await import('./start-clock.js')).startClock() : NO_CLOCK
  const settings = settingsFor(manner.selection, manner.cwd)
  await shareOut(targets, taken, await examinerFor(manner, settings, clock), send)
  if (log) send({ accesses: { read: log.read, probed: log.probed, listed: log.listed } })
  if (isTimed) send(clock.measured())
}

work(workerData)
