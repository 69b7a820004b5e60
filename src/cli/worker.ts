import { parentPort, workerData } from 'node:worker_threads'
import { examinerFor, type Manner } from './examiner.js'
import { shareOut } from './share.js'
import type { Target } from './targets.js'

const { targets, manner, taken } = workerData as { targets: readonly Target[]; manner: Manner; taken: Int32Array }

examinerFor(manner).then((examine) => shareOut(targets, taken, examine, (share) => parentPort?.postMessage(share)))
