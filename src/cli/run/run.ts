import type { RegisteredEvent } from '../../events/registry.js'
import { dependsOnOthers, mergeFindings } from '../../lint/disputes.js'
import { type Examined, type Found, findingsToReport } from '../../lint/examine.js'
import type { ReportedFinding } from '../../lint/finding.js'
import { byPlace } from '../../lint/lint.js'
import type { SectionLines } from '../../lint/section-lines.js'
import { silence } from '../../lint/suppression.js'
import { eventRuleReach } from '../../rules/event-rule-ids.js'
import { rules } from '../../rules/index.js'
import { siteOfPage } from '../../source/site/page-path.js'
import { groupBy } from '../../text/group-by.js'
import type { Io } from '../process/io.js'
import { type Clock, NO_CLOCK } from './clock.js'
import { collect, type RunOptions } from './collect.js'
import { type Collected, type CollectedFile, failuresOf, hasEventRules, type Keeping, knownOf } from './collected.js'

/** What became of all files that were asked for. */
export interface Run {
  /** In the total order. */
  readonly findings: readonly ReportedFinding[]
  /** The reports that were checked, in the order of their paths. */
  readonly files: readonly string[]
  /** Files in folders that are no event reports. */
  readonly passedOver: number
  /** Those among them of which it is told what other pages say otherwise. */
  readonly listed: readonly string[]
  /** What could not be worked on, one line each. */
  readonly failures: readonly string[]
  /** Events that are known for certain. */
  readonly registry: readonly RegisteredEvent[]
  sectionsOf(path: string): SectionLines
  /** What the next run may go by; null where nothing is kept for it. */
  readonly basis: Basis | null
  /** All that is known of the files that say something of events, for who needs more than findings. */
  examined(): Promise<readonly Examined[]>
}

/** A run with the texts that were checked. */
export interface CheckedTexts extends Run {
  textOf(path: string): string | null
}

/** What a run leaves for the next one to go by. */
export interface Basis extends Pick<Keeping, 'manner' | 'examined'> {
  readonly files: readonly ToldFile[]
  readonly passedOver: number
  /** The paths of the registries. */
  readonly registries: readonly string[]
  /** Whether the files were held against each other. */
  readonly isTogether: boolean
}

/** A file of a run with all that is told of it. */
export interface ToldFile extends CollectedFile {
  /** Findings in it of the rules across reports, run with the severities of `withDisputingRules`. */
  readonly together: readonly ReportedFinding[]
  /** Not sorted. */
  readonly told: readonly ReportedFinding[]
}

/**
 * Checks the reports that the paths name, each by itself and against the others.
 * @param withEdits whether the fixes come with their edits
 * @throws UsageError, ConfigError or SourceError for options that cannot be followed
 */
export async function run(paths: readonly string[], options: RunOptions, withEdits: boolean, io: Io): Promise<Run> {
  return conclude(await collect(paths, options, withEdits, io), withEdits, options.clock)
}

/** Holds reports against each other that were examined each by itself. */
export async function conclude(collected: Collected, withEdits: boolean, clock = NO_CLOCK): Promise<Run> {
  const { files, passedOver } = collected
  const { known, fresh } = await clock.waited('hold against each other', () =>
    foundTogether(collected, withEdits, clock),
  )
  const found = known ?? fresh
  const fromOthers = groupBy(found ?? [], ({ path }) => path)
  clock.timed('remember', () => collected.keeping?.remember(fresh))
  const isWide = hasManySites(files)
  const toldFiles = files.map((file): ToldFile => {
    const together = fromOthers.get(file.found.path) ?? []
    return { ...file, together, told: toldOf(file, together, isWide) }
  })
  const foundIn = new Map(files.map(({ found }) => [found.path, found]))
  const pathsOf = (wanted: CollectedFile['role']): string[] =>
    files.flatMap(({ found, role }) => (role === wanted ? found.path : []))
  const { keeping, registries } = collected
  return {
    findings: toldFiles.flatMap(({ told }) => told).sort(byPlace),
    files: pathsOf('checked'),
    passedOver,
    listed: pathsOf('listed'),
    failures: failuresOf(collected),
    registry: knownOf(collected).registry,
    sectionsOf: (path) => foundIn.get(path)?.sections ?? [],
    basis: keeping && {
      ...keeping,
      files: toldFiles,
      passedOver,
      registries: registries.map(({ path }) => path),
      isTogether: found !== null,
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
 * @param together findings in it of the rules across reports, run with the severities of `withDisputingRules`
 * @param isWide whether the run is over several sites
 */
export function toldOf(
  { found, role, named, severities }: CollectedFile,
  together: readonly ReportedFinding[],
  isWide: boolean,
): readonly ReportedFinding[] {
  if (role === 'near') return []
  if (role === 'listed') {
    const left = found.comments ? silence(together, found.comments).findings : together
    return mergeFindings([], left, severities)
  }
  return findingsToReport(found, together, { rules, severities }, isWide && !named ? [] : WIDE_RULES)
}

/** Rules that go by reports of all sites: runs over single files, or over one site, do not see these. */
const WIDE_RULES = Object.entries(eventRuleReach).flatMap(([id, reach]) => (reach === 'sites' ? id : []))

/** Whether a run is over several sites; nobody asks where no report has comments. */
function hasManySites(files: readonly CollectedFile[]): boolean {
  return files.some(({ found }) => found.comments) && areManySites(files.map(({ found }) => found))
}

export function areManySites(files: readonly Pick<Found, 'path' | 'kind'>[]): boolean {
  return new Set(files.map(({ path, kind }) => siteOfPage(path, kind === 'index'))).size > 1
}

/** What is found by holding reports against each other, as an earlier run found it or this one; neither where nobody wants it. */
interface Together {
  readonly known: readonly ReportedFinding[] | null
  readonly fresh: readonly ReportedFinding[] | null
}

async function foundTogether(collected: Collected, withEdits: boolean, clock: Clock): Promise<Together> {
  const { files, registries } = collected
  const telling = files.filter(({ found }) => found.kind !== 'other').length
  const isWanted = hasEventRules(files) || files.some(({ found }) => dependsOnOthers(found.findings))
  if (telling === 0 || telling + registries.length < 2 || !isWanted) return { known: null, fresh: null }
  const known = collected.recall()
  const fresh = known ? null : await (await import('./together.js')).findTogether(collected, withEdits, clock)
  return { known, fresh }
}
