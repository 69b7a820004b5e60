import { parentPort, workerData } from 'node:worker_threads'
import { openAccount } from '../../source/disk.js'
import { NO_CLOCK } from './clock.js'
import { examinerFor, type Manner } from './examiner.js'
import { settingsFor } from './settings.js'
import { shareOut } from './share.js'
import type { Target } from './targets.js'
import type { Word } from './threads.js'

interface Data {
  readonly targets: readonly Target[]
  readonly manner: Manner
  readonly taken: Int32Array
  readonly isTimed: boolean
}

const say = (word: Word): void => parentPort?.postMessage(word)

async function work({ targets, manner, taken, isTimed }: Data): Promise<void> {
  const account = manner.isKept ? openAccount() : null
  const clock = isTimed ? (await import('./start-clock.js')).startClock() : NO_CLOCK
  const settings = settingsFor(manner.selection, manner.cwd)
  await shareOut(targets, taken, await examinerFor(manner, settings, clock), say)
  if (account) say({ looked: { read: account.read, asked: account.asked, listed: account.listed } })
  if (isTimed) say(clock.measured())
}

work(workerData)
