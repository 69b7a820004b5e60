import type { Digest } from '../../events/digest.js'
import { examineAll, type RunContext } from './examine-all.js'
import type { Done, Examination, Outcome } from './examiner.js'
import type { ResultCache } from './result-cache.js'
import type { Target } from './targets.js'

/** A file that could be examined. */
export type Examined = Done & { readonly outcome: Examination }

export function isExamined(done: Done): done is Examined {
  return done.outcome.state === 'examined'
}

/** Whether a file is about events, so that the rules across reports need its digest. */
export function isAboutEvents(done: Done): done is Examined {
  return isExamined(done) && done.outcome.found.kind !== 'other'
}

/** Recalls what earlier runs found in the files, and examines those that are new or have changed. */
export async function examineOrRecall(
  targets: readonly Target[],
  cache: ResultCache | null,
  context: RunContext,
): Promise<Outcome[]> {
  if (!cache) return examineAll(targets, context)
  const { clock } = context
  const recalled = clock.timed('recall', () => targets.map((target) => cache.recall(target)))
  clock.count('recalled', recalled.filter((outcome) => outcome).length)
  const fresh = await examineAll(
    targets.filter((_, index) => !recalled[index]),
    context,
  )
  let next = 0
  return recalled.map((outcome) => outcome ?? (fresh[next++] as Outcome))
}

/** The digests of the files, from this run or the cache. If one is no longer in the cache, its file is examined again. */
export async function digestsOf(
  done: readonly Done[],
  cache: ResultCache | null,
  context: RunContext,
): Promise<Digest[]> {
  const aboutEvents = done.filter(isAboutEvents)
  // A digest from the cache is not put into the outcome: outcomes with a digest are written to the cache.
  const digests = aboutEvents.map(({ target: { path }, outcome }) => {
    return outcome.digest ?? cache?.digestOf(path, cache.digestHashOf(path, outcome)) ?? null
  })
  const lost: readonly Done[] = aboutEvents.filter((_, at) => digests[at] === null)
  const { setup } = context
  const found = await examineAll(
    lost.map(({ target }) => target),
    { ...context, setup: { ...setup, digest: setup.digest === 'none' ? 'without passages' : setup.digest } },
  )
  for (const [at, one] of lost.entries()) one.outcome = found[at] as Outcome
  return aboutEvents.flatMap((one: Done, at) => digests[at] ?? (isExamined(one) ? (one.outcome.digest ?? []) : []))
}
