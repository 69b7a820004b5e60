import type { Digest } from '../../events/digest.js'
import { examineAll, type Work } from './examine-all.js'
import type { Done, Examination, Outcome } from './examiner.js'
import type { Memory } from './memory.js'
import type { Target } from './targets.js'

/** A file that could be examined. */
export type Examined = Done & { readonly outcome: Examination }

export function isExamined(done: Done): done is Examined {
  return done.outcome.state === 'examined'
}

/** Whether a file says something of events, so that the rules across reports need its digest. */
export function tellsOfEvents(done: Done): done is Examined {
  return isExamined(done) && done.outcome.found.kind !== 'other'
}

/** Recalls what earlier runs found in the files, and examines those that are new or have changed. */
export async function examineOrRecall(
  targets: readonly Target[],
  memory: Memory | null,
  work: Work,
): Promise<Outcome[]> {
  if (!memory) return examineAll(targets, work)
  const { clock } = work
  const recalled = clock.timed('recall', () => targets.map((target) => memory.recall(target)))
  clock.count('recalled', recalled.filter((outcome) => outcome).length)
  const fresh = await examineAll(
    targets.filter((_, index) => !recalled[index]),
    work,
  )
  let next = 0
  return recalled.map((outcome) => outcome ?? (fresh[next++] as Outcome))
}

/** The digests of the files: from this run or an earlier one or, if it is lost there, by examining the file again. */
export async function digestsOf(done: readonly Done[], memory: Memory | null, work: Work): Promise<Digest[]> {
  const telling = done.filter(tellsOfEvents)
  // A digest from the cache is not put into the outcome: outcomes with a digest are written to the cache.
  const digests = telling.map(({ target: { path }, outcome }) => {
    return outcome.digest ?? memory?.digestOf(path, memory.saidBy(path, outcome)) ?? null
  })
  const lost: readonly Done[] = telling.filter((_, at) => digests[at] === null)
  const { manner } = work
  const found = await examineAll(
    lost.map(({ target }) => target),
    { ...work, manner: { ...manner, digest: manner.digest === 'none' ? 'without passages' : manner.digest } },
  )
  for (const [at, one] of lost.entries()) one.outcome = found[at] as Outcome
  return telling.flatMap((one: Done, at) => digests[at] ?? (isExamined(one) ? (one.outcome.digest ?? []) : []))
}
