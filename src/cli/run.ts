import type { RegisteredEvent } from '../events/registry.js'
import { hangsOnOthers, settled } from '../lint/disputes.js'
import { type Examined, settle } from '../lint/examine.js'
import type { Told } from '../lint/finding.js'
import { byPlace } from '../lint/lint.js'
import type { SectionLines } from '../lint/section-lines.js'
import { silence } from '../lint/suppression.js'
import { eventRuleReach } from '../rules/event-rule-ids.js'
import { rules } from '../rules/index.js'
import { siteOfPage } from '../source/page-path.js'
import { groupBy } from '../text/group-by.js'
import { type Clock, NO_CLOCK } from './clock.js'
import { collect, type RunOptions } from './collect.js'
import { type Collected, type CollectedFile, failuresOf, hasEventRules, knownOf } from './collected.js'
import type { Io } from './io.js'

/** What became of all files that were asked for. */
export interface Run {
  /** In the total order. */
  readonly findings: readonly Told[]
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
  /** Whether what was found is kept for the next run. */
  readonly isKept: boolean
  /** All that is known of the files that say something of events, for who needs more than findings. */
  examined(): Promise<readonly Examined[]>
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
  const fromOthers = groupBy(known ?? fresh ?? [], ({ path }) => path)
  clock.timed('remember', () => collected.keep?.(fresh))
  const isWide = hasManySites(files)
  const foundIn = new Map(files.map(({ found }) => [found.path, found]))
  const findings = files.flatMap(({ found, role, named, severities }): readonly Told[] => {
    const others = fromOthers.get(found.path) ?? []
    if (role === 'near') return []
    if (role === 'listed') {
      const heard = found.comments ? silence(others, found.comments).findings : others
      return settled([], heard, severities)
    }
    return settle(found, others, { rules, severities }, isWide && !named ? [] : WIDE_RULES)
  })
  const pathsOf = (wanted: CollectedFile['role']): string[] =>
    files.flatMap(({ found, role }) => (role === wanted ? found.path : []))
  return {
    findings: findings.sort(byPlace),
    files: pathsOf('checked'),
    passedOver,
    listed: pathsOf('listed'),
    failures: failuresOf(collected),
    registry: knownOf(collected).registry,
    sectionsOf: (path) => foundIn.get(path)?.sections ?? [],
    isKept: collected.keep !== null,
    async examined() {
      return (await collected.digests()).flatMap((digest) => {
        const found = foundIn.get(digest.path)
        return found ? { ...found, digest } : []
      })
    },
  }
}

/** Rules that go by reports of all sites: runs over single files, or over one site, do not see these. */
const WIDE_RULES = Object.entries(eventRuleReach).flatMap(([id, reach]) => (reach === 'sites' ? id : []))

function hasManySites(files: readonly CollectedFile[]): boolean {
  if (!files.some(({ found }) => found.comments)) return false
  return new Set(files.map(({ found: { path, kind } }) => siteOfPage(path, kind === 'index'))).size > 1
}

/** What is found by holding reports against each other, as an earlier run found it or this one; neither where nobody wants it. */
interface Together {
  readonly known: readonly Told[] | null
  readonly fresh: readonly Told[] | null
}

async function foundTogether(collected: Collected, withEdits: boolean, clock: Clock): Promise<Together> {
  const { files, registries } = collected
  const telling = files.filter(({ found }) => found.kind !== 'other').length
  const isWanted = hasEventRules(files) || files.some(({ found }) => hangsOnOthers(found.findings))
  if (telling === 0 || telling + registries.length < 2 || !isWanted) return { known: null, fresh: null }
  const known = collected.recall()
  const fresh = known ? null : await (await import('./together.js')).findTogether(collected, withEdits, clock)
  return { known, fresh }
}
