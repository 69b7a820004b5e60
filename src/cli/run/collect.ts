import { dirname, resolve } from 'node:path'
import type { Found } from '../../lint/examine.js'
import { siteOfPage } from '../../source/site/page-path.js'
import type { Io } from '../process/io.js'
import { type Clock, NO_CLOCK } from './clock.js'
import { type Collected, type CollectedFile, type ExaminedFile, hasEventRules } from './collected.js'
import type { RunContext } from './examine-all.js'
import type { Done, Outcome, RunSetup } from './examiner.js'
import { parserChoice } from './parsers.js'
import { digestsOf, type Examined, examineOrRecall, isAboutEvents, isExamined } from './recall.js'
import { type Registry, registriesFor } from './registries.js'
import type { ResultCache } from './result-cache.js'
import { type Selection, type Settings, selectionOf, settingsFor } from './settings.js'
import { type Target, targetsOf } from './targets.js'
import { neighboursOf } from './targets-near.js'

export interface RunOptions extends Selection {
  /** The number of threads; by default as many as are worthwhile. */
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

/** With fewer files than this, examining them takes less time than using the cache. */
const MIN_CACHED_FILES = 4

/**
 * Examines the reports that the paths name, each by itself, and reads those near them, for the rules across reports.
 * @param withEdits whether the fixes include their edits
 * @param shard the part of the files that is wanted; by default all
 * @returns also the paths of all files of the run, whatever part is wanted
 * @throws UsageError, ConfigError or SourceError for unusable options
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
  const targets = [...asked, ...neighboursOf(asked, { all, named, settings, cwd })]
  const isCached = options.cache !== false && targets.length >= MIN_CACHED_FILES
  const sites = new Set(targets.map(({ path }) => siteOfPage(path, false)))
  const setup: RunSetup = {
    cwd,
    selection,
    parser: parserChoice(parser, io),
    withEdits,
    digest: shard.of > 1 || sites.size > 1 ? 'whole' : targets.length > 1 ? 'without passages' : 'none',
    isCached,
  }
  const cache = isCached ? (await import('./result-cache.js')).openResultCache(setup, settings, io) : null
  const context: RunContext = { setup, settings, jobs, clock, io }
  const outcomes = await examineOrRecall(targets, cache, context)
  const done = targets.map((target, at): Done => ({ target, outcome: outcomes[at] as Outcome }))

  const files = done.filter(isExamined).flatMap((one) => collectedFile(one, named, settings, cwd) ?? [])
  const folders = targets.map(({ path }) => dirname(resolve(cwd, path)))
  const registries = registriesFor(hasEventRules(files) ? new Set(folders) : [], cwd)
  const comparisonKeys = (): string[] => (cache ? comparisonKeysOf(done, registries, cache) : [])
  return {
    targets: all.map(({ path }) => path),
    files,
    passedOver: done.filter(isPassedOver).length,
    failures: [...new Set([...failures, ...done.flatMap(reasonIn)])],
    registries,
    digests: () => digestsOf(done, cache, context),
    recall: () => cache?.recallEventFindings(comparisonKeys()) ?? null,
    cache: cache && {
      setup,
      examined: () => examinedFiles(done, cache),
      remember(fresh) {
        cache.remember(done)
        if (fresh) cache.rememberEventFindings(comparisonKeys(), fresh)
      },
    },
  }
}

/** Everything that the findings across reports depend on. */
function comparisonKeysOf(done: readonly Done[], registries: readonly Registry[], cache: ResultCache): string[] {
  const files = done
    .filter(isAboutEvents)
    .map(({ target: { path, near }, outcome }) => `${near ? 'near ' : ''}${cache.comparisonKeyOf(path, outcome)}`)
  return [...registries.map(({ text }) => text), ...files]
}

function examinedFiles(done: readonly Done[], cache: ResultCache): ExaminedFile[] {
  return done.filter(isExamined).map(({ target: { path }, outcome }) => {
    return { path, kind: outcome.found.kind, hash: outcome.hash, digestHash: cache.digestHashOf(path, outcome) }
  })
}

/** The targets of a part. The sizes of any two parts differ by one at most. */
function partOf(targets: readonly Target[], { index, of }: Shard): readonly Target[] {
  const endOf = (part: number): number => Math.floor((targets.length * part) / of)
  return targets.slice(endOf(index - 1), endOf(index))
}

/**
 * A file with its findings; null for a page in a folder that has nothing to do with events.
 * @param named the absolute paths of what the user named
 */
function collectedFile(
  { target, outcome: { found } }: Examined,
  named: ReadonlySet<string>,
  settings: Settings,
  cwd: string,
): CollectedFile | null {
  const role = roleOf(target, found)
  if (found.kind === 'other' && role !== 'checked') return null
  const absolute = resolve(cwd, target.path)
  return { found, role, named: named.has(absolute), severities: settings.of(absolute).severities ?? {} }
}

function roleOf({ named, near }: Target, { kind }: Found): CollectedFile['role'] {
  if (near) return 'near'
  return named || kind === 'event' ? 'checked' : 'listed'
}

/** Whether a file was found in a folder and is not an event report. */
function isPassedOver({ target, outcome }: Done): boolean {
  if (outcome.state === 'examined') return roleOf(target, outcome.found) === 'listed'
  return outcome.state === 'passed over' && !target.near
}

/** Why a file that was asked for could not be examined; files near those may fail silently. */
function reasonIn({ target, outcome }: Done): readonly string[] {
  return outcome.state === 'failed' && !target.near ? [outcome.reason] : []
}
