import { dirname, resolve } from 'node:path'
import type { Digest } from '../../events/digest.js'
import { siteOfPage } from '../../source/site/page-path.js'
import type { Io } from '../process/io.js'
import { type Clock, NO_CLOCK } from './clock.js'
import { type Collected, type CollectedFile, hasEventRules } from './collected.js'
import { examineAll, type Work } from './examine-all.js'
import type { Manner, Outcome } from './examiner.js'
import type { Memory } from './memory.js'
import { parserChoice } from './parsers.js'
import { registriesFor } from './registries.js'
import { type Selection, settingsFor } from './settings.js'
import { type Target, targetsOf } from './targets.js'
import { targetsNear } from './targets-near.js'

export interface RunOptions extends Selection {
  /** How many threads work at once; as many as pay if it is left out. */
  readonly jobs?: number
  readonly cache?: boolean
  /** Measures the run. */
  readonly clock?: Clock
}

/** One of several parts that a run is divided into, counted from 1. */
export interface Shard {
  readonly index: number
  readonly of: number
}

/**
 * Examines the reports that the paths name, each by itself, and reads what lies near them.
 * @param withEdits whether the fixes come with their edits
 * @param shard the part of the files that is wanted, all if it is left out
 * @returns with the paths of all files of the run, whatever part is wanted
 * @throws UsageError, ConfigError or SourceError for options that cannot be followed
 */
export async function collect(
  paths: readonly string[],
  options: RunOptions,
  withEdits: boolean,
  io: Io,
  shard: Shard = { index: 1, of: 1 },
): Promise<Collected & { readonly targets: readonly string[] }> {
  const cwd = io.cwd()
  const { config, schema, rule, parser, reportsOnly = false, jobs, clock = NO_CLOCK } = options
  const selection: Selection = {
    ...(config !== undefined && { config }),
    ...(schema !== undefined && { schema }),
    ...(rule && { rule }),
  }
  const settings = settingsFor({ ...selection, reportsOnly }, cwd)
  const { targets: all, failures } = clock.timed('find', () => targetsOf(paths, settings, cwd))
  const asked = all.slice(
    Math.floor((all.length * (shard.index - 1)) / shard.of),
    Math.floor((all.length * shard.index) / shard.of),
  )
  const named = new Set((paths.length > 0 ? paths : ['.']).map((path) => resolve(cwd, path)))
  const targets = [...asked, ...targetsNear(asked, { all, named, settings, cwd })]
  const isKept = options.cache !== false && targets.length >= WORTH_REMEMBERING
  const sites = new Set(targets.map(({ path }) => siteOfPage(path, false)))
  const manner: Manner = {
    cwd,
    selection,
    parser: parserChoice(parser, io),
    withEdits,
    digest: shard.of > 1 || sites.size > 1 ? 'whole' : targets.length > 1 ? 'without passages' : 'none',
    isKept,
  }
  const memory = isKept ? (await import('./memory.js')).openMemory(manner, settings, io) : null
  const work: Work = { manner, settings, jobs, clock, io }
  const outcomes = await examineNew(targets, memory, work)

  const files: CollectedFile[] = []
  /** The places, among the targets, of those that say something of events. */
  const telling: number[] = []
  const reasons = new Set(failures)
  let passedOver = 0
  for (const [at, { path, named: isNamed, near = false }] of targets.entries()) {
    const outcome = outcomes[at] as Outcome
    if (outcome.state !== 'examined') {
      if (near) continue
      if (outcome.state === 'failed') reasons.add(outcome.reason)
      else passedOver++
      continue
    }
    const { found } = outcome
    const role = near ? 'near' : isNamed || found.kind === 'event' ? 'checked' : 'listed'
    if (role === 'listed') passedOver++
    if (found.kind !== 'other') telling.push(at)
    else if (role !== 'checked') continue
    const absolute = resolve(cwd, path)
    const { severities = {} } = settings.of(absolute)
    files.push({ found, role, named: named.has(absolute), severities })
  }
  const registries = registriesFor(hasEventRules(files) ? foldersOf(targets, cwd) : [], cwd)
  const names = (): string[] => [
    ...registries.map(({ text }) => text),
    ...telling.flatMap((at) => {
      const { path, near } = targets[at] as Target
      const outcome = outcomes[at]
      return memory && outcome?.state === 'examined' ? `${near ? 'near ' : ''}${memory.sayingOf(path, outcome)}` : []
    }),
  ]
  return {
    targets: all.map(({ path }) => path),
    files,
    passedOver,
    failures: [...reasons],
    registries,
    async digests() {
      // What the memory has stays there: an outcome with a digest is one to be remembered.
      const digests = telling.map((at) => {
        const outcome = outcomes[at]
        if (outcome?.state !== 'examined') return null
        const { path } = targets[at] as Target
        return outcome.digest ?? memory?.digestOf(path, memory.saidBy(path, outcome)) ?? null
      })
      const lost = telling.filter((_, index) => digests[index] === null)
      const found = await examineAll(
        lost.map((at) => targets[at] as Target),
        { ...work, manner: { ...manner, digest: manner.digest === 'none' ? 'without passages' : manner.digest } },
      )
      for (const [index, at] of lost.entries()) outcomes[at] = found[index] as Outcome
      return telling.flatMap((at, index) => digests[index] ?? digestIn(outcomes[at]) ?? [])
    },
    recall: () => memory?.recallTogether(names()) ?? null,
    keeping: memory && {
      manner,
      examined() {
        return targets.flatMap(({ path }, at) => {
          const outcome = outcomes[at]
          if (outcome?.state !== 'examined') return []
          const { found, hash } = outcome
          return { path, kind: found.kind, hash, said: memory.saidBy(path, outcome) }
        })
      },
      remember(fresh) {
        memory.remember(targets, outcomes)
        if (fresh) memory.rememberTogether(names(), fresh)
      },
    },
  }
}

function digestIn(outcome: Outcome | undefined): Digest | null {
  return outcome?.state === 'examined' ? outcome.digest : null
}

function foldersOf(targets: readonly Target[], cwd: string): Set<string> {
  return new Set(targets.map(({ path }) => dirname(resolve(cwd, path))))
}

/** Fewer files are examined sooner than remembered. */
const WORTH_REMEMBERING = 4

/** What became of files, as it is remembered or, where it is not, by examining them. */
async function examineNew(targets: readonly Target[], memory: Memory | null, work: Work): Promise<Outcome[]> {
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
