import { dirname, resolve } from 'node:path'
import type { Digest } from '../../events/digest.js'
import type { Found } from '../../lint/examine.js'
import { siteOfPage } from '../../source/site/page-path.js'
import type { Io } from '../process/io.js'
import { type Clock, NO_CLOCK } from './clock.js'
import { type Collected, type CollectedFile, hasEventRules } from './collected.js'
import { examineAll, type Work } from './examine-all.js'
import type { Done, Examination, Manner, Outcome } from './examiner.js'
import type { Memory } from './memory.js'
import { parserChoice } from './parsers.js'
import { registriesFor } from './registries.js'
import { type Selection, selectionOf, settingsFor } from './settings.js'
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
  const { parser, reportsOnly = false, jobs, clock = NO_CLOCK } = options
  const selection = selectionOf(options)
  const settings = settingsFor({ ...selection, reportsOnly }, cwd)
  const { targets: all, failures } = clock.timed('find', () => targetsOf(paths, settings, cwd))
  const asked = partOf(all, shard)
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
  const done = targets.map((target, at): Done => ({ target, outcome: outcomes[at] as Outcome }))

  const files = done.filter(isExamined).flatMap(({ target, outcome: { found } }): CollectedFile[] => {
    const role = roleOf(target, found)
    if (found.kind === 'other' && role !== 'checked') return []
    const absolute = resolve(cwd, target.path)
    return [{ found, role, named: named.has(absolute), severities: settings.of(absolute).severities ?? {} }]
  })
  const folders = targets.map(({ path }) => dirname(resolve(cwd, path)))
  const registries = registriesFor(hasEventRules(files) ? new Set(folders) : [], cwd)
  const names = (): string[] => [
    ...registries.map(({ text }) => text),
    ...done.filter(tellsOfEvents).flatMap(({ target: { path, near }, outcome }) => {
      return memory ? `${near ? 'near ' : ''}${memory.sayingOf(path, outcome)}` : []
    }),
  ]
  return {
    targets: all.map(({ path }) => path),
    files,
    passedOver: done.filter(isPassedOver).length,
    failures: [...new Set([...failures, ...done.flatMap(reasonIn)])],
    registries,
    digests: () => digestsOf(done, memory, work),
    recall: () => memory?.recallTogether(names()) ?? null,
    keeping: memory && {
      manner,
      examined: () =>
        done.filter(isExamined).map(({ target: { path }, outcome }) => {
          return { path, kind: outcome.found.kind, hash: outcome.hash, said: memory.saidBy(path, outcome) }
        }),
      remember(fresh) {
        memory.remember(done)
        if (fresh) memory.rememberTogether(names(), fresh)
      },
    },
  }
}

/** The targets of a part, which has as many as any other, or one more or fewer. */
function partOf(targets: readonly Target[], { index, of }: Shard): readonly Target[] {
  const endOf = (part: number): number => Math.floor((targets.length * part) / of)
  return targets.slice(endOf(index - 1), endOf(index))
}

type Examined = Done & { readonly outcome: Examination }

function isExamined(done: Done): done is Examined {
  return done.outcome.state === 'examined'
}

function tellsOfEvents(done: Done): done is Examined {
  return isExamined(done) && done.outcome.found.kind !== 'other'
}

function roleOf({ named, near }: Target, { kind }: Found): CollectedFile['role'] {
  if (near) return 'near'
  return named || kind === 'event' ? 'checked' : 'listed'
}

/** Whether a file that was found in a folder is no event report. */
function isPassedOver({ target, outcome }: Done): boolean {
  if (outcome.state === 'examined') return roleOf(target, outcome.found) === 'listed'
  return outcome.state === 'passed over' && !target.near
}

/** Why a file that was asked for could not be worked on. */
function reasonIn({ target, outcome }: Done): readonly string[] {
  return outcome.state === 'failed' && !target.near ? [outcome.reason] : []
}

/** What the files say of events: as it was found out, as it is remembered, or else by examining them again. */
async function digestsOf(done: readonly Done[], memory: Memory | null, work: Work): Promise<Digest[]> {
  const telling = done.filter(tellsOfEvents)
  // What the memory has stays there: an outcome with a digest is one to be remembered.
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
