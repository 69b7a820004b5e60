import type { RegisteredEvent } from '../../events/registry.js'
import { dependsOnOthers, mergeFindings } from '../../lint/disputes.js'
import { type Examined, type Found, findingsToReport } from '../../lint/examine.js'
import type { ReportedFinding } from '../../lint/finding.js'
import { byPlace } from '../../lint/lint.js'
import type { SectionLines } from '../../lint/section-lines.js'
import { suppress } from '../../lint/suppression.js'
import { eventRuleReach } from '../../rules/event-rule-ids.js'
import { rules } from '../../rules/index.js'
import { siteOfPage } from '../../source/site/page-path.js'
import { groupBy } from '../../text/group-by.js'
import type { Io } from '../process/io.js'
import { type Clock, NO_CLOCK } from './clock.js'
import { collect, type RunOptions } from './collect.js'
import { type Collected, type CollectedFile, failuresOf, hasEventRules, knownOf, type RunCache } from './collected.js'

/** The result of a run over all files that were asked for. */
export interface Run {
  /** Sorted by path, place and rule. */
  readonly findings: readonly ReportedFinding[]
  /** The paths of the reports that were checked, sorted. */
  readonly files: readonly string[]
  /** The number of files in folders that are not event reports. */
  readonly passedOver: number
  /** The index pages among them, which the rules across reports have checked. */
  readonly listed: readonly string[]
  /** What could not be processed, one line each. */
  readonly failures: readonly string[]
  /** The events of the registries. */
  readonly registry: readonly RegisteredEvent[]
  sectionsOf(path: string): SectionLines
  /** What the next run can build on; null if the run is not cached. */
  readonly basis: Basis | null
  /** The findings and digests of the files that say something of events, for reporters that show more than findings. */
  examined(): Promise<readonly Examined[]>
}

/** A run with access to the texts that were checked. */
export interface CheckedTexts extends Run {
  textOf(path: string): string | null
}

/** What a run leaves for the next one to build on. */
export interface Basis extends Pick<RunCache, 'setup' | 'examined'> {
  readonly files: readonly FileFindings[]
  readonly passedOver: number
  /** The paths of the registries. */
  readonly registries: readonly string[]
  /** Whether the files were compared with each other. */
  readonly wereCompared: boolean
}

/** A file of a run with its findings. */
export interface FileFindings extends CollectedFile {
  /** Findings in it of the rules across reports, run with the severities of `withDisputingRules`. */
  readonly eventFindings: readonly ReportedFinding[]
  /** All findings to report for it; not sorted. */
  readonly reported: readonly ReportedFinding[]
}

/**
 * Checks the reports that the paths name, each by itself and against the others.
 * @param withEdits whether the fixes include their edits
 * @throws UsageError, ConfigError or SourceError for options that cannot be followed
 */
export async function run(paths: readonly string[], options: RunOptions, withEdits: boolean, io: Io): Promise<Run> {
  return conclude(await collect(paths, options, withEdits, io), withEdits, options.clock)
}

/** Compares reports with each other that have been examined by themselves. */
export async function conclude(collected: Collected, withEdits: boolean, clock = NO_CLOCK): Promise<Run> {
  const { files, passedOver } = collected
  const { known, fresh } = await clock.waited('compare reports', () =>
    findOrRecallEventFindings(collected, withEdits, clock),
  )
  const found = known ?? fresh
  const eventFindingsIn = groupBy(found ?? [], ({ path }) => path)
  clock.timed('remember', () => collected.cache?.remember(fresh))
  const isWide = hasManySites(files)
  const checkedFiles = files.map((file): FileFindings => {
    const eventFindings = eventFindingsIn.get(file.found.path) ?? []
    return { ...file, eventFindings, reported: findingsOf(file, eventFindings, isWide) }
  })
  const foundIn = new Map(files.map(({ found }) => [found.path, found]))
  const pathsOf = (wanted: CollectedFile['role']): string[] =>
    files.flatMap(({ found, role }) => (role === wanted ? found.path : []))
  const { cache, registries } = collected
  return {
    findings: checkedFiles.flatMap(({ reported }) => reported).sort(byPlace),
    files: pathsOf('checked'),
    passedOver,
    listed: pathsOf('listed'),
    failures: failuresOf(collected),
    registry: knownOf(collected).registry,
    sectionsOf: (path) => foundIn.get(path)?.sections ?? [],
    basis: cache && {
      ...cache,
      files: checkedFiles,
      passedOver,
      registries: registries.map(({ path }) => path),
      wereCompared: found !== null,
    },
    async examined() {
      return (await collected.digests()).flatMap((digest) => {
        const found = foundIn.get(digest.path)
        return found ? { ...found, digest } : []
      })
    },
  }
}

/**
 * All findings to report for a file; not sorted.
 * @param eventFindings findings in it of the rules across reports, run with the severities of `withDisputingRules`
 * @param isWide whether the run is over several sites
 */
export function findingsOf(
  { found, role, named, severities }: CollectedFile,
  eventFindings: readonly ReportedFinding[],
  isWide: boolean,
): readonly ReportedFinding[] {
  if (role === 'near') return []
  if (role === 'listed') {
    const left = found.comments ? suppress(eventFindings, found.comments).findings : eventFindings
    return mergeFindings([], left, severities)
  }
  return findingsToReport(found, eventFindings, { rules, severities }, isWide && !named ? [] : WIDE_RULES)
}

/** The rules that need the reports of all sites: runs over single files, or over one site, do not see all of these. */
const WIDE_RULES = Object.entries(eventRuleReach).flatMap(([id, reach]) => (reach === 'sites' ? id : []))

/** Whether a run is over several sites, which matters only if some report has suppression comments. */
function hasManySites(files: readonly CollectedFile[]): boolean {
  return files.some(({ found }) => found.comments) && areManySites(files.map(({ found }) => found))
}

export function areManySites(files: readonly Pick<Found, 'path' | 'kind'>[]): boolean {
  return new Set(files.map(({ path, kind }) => siteOfPage(path, kind === 'index'))).size > 1
}

/** The findings across reports, from an earlier run or from this one; both null if they are not needed. */
interface EventFindings {
  readonly known: readonly ReportedFinding[] | null
  readonly fresh: readonly ReportedFinding[] | null
}

async function findOrRecallEventFindings(
  collected: Collected,
  withEdits: boolean,
  clock: Clock,
): Promise<EventFindings> {
  const { files, registries } = collected
  const aboutEvents = files.filter(({ found }) => found.kind !== 'other').length
  const isWanted = hasEventRules(files) || files.some(({ found }) => dependsOnOthers(found.findings))
  if (aboutEvents === 0 || aboutEvents + registries.length < 2 || !isWanted) return { known: null, fresh: null }
  const known = collected.recall()
  const fresh = known ? null : await (await import('./event-rules.js')).runEventRules(collected, withEdits, clock)
  return { known, fresh }
}
