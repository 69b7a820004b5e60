import type { Digest } from '../../events/digest.js'
import type { Found } from '../../lint/examine.js'
import type { ReportedFinding } from '../../lint/finding.js'
import type { Severities } from '../../lint/lint.js'
import type { Known } from '../../lint/together.js'
import type { Kind } from '../../report/kind.js'
import { eventRuleIds } from '../../rules/event-rule-ids.js'
import type { RunSetup } from './examiner.js'
import type { Registry } from './registries.js'

/** A file of a run, examined by itself. */
export interface CollectedFile {
  readonly found: Found
  /**
   * Which findings on it to report. `checked`: all; `listed`, for an index page in a folder: only those of the rules across
   * reports; `near`, for a file that was only read for the sake of others: none.
   */
  readonly role: 'checked' | 'listed' | 'near'
  /** Whether the user named the file itself, and not a folder that it lies in. */
  readonly named: boolean
  readonly severities: Severities
}

/** The files of a run, before they are compared with each other. */
export interface Collected {
  /** Those that were asked for, in the order of their paths, then those near them. */
  readonly files: readonly CollectedFile[]
  /** The number of files in folders that are not event reports. */
  readonly passedOver: number
  /** What could not be processed, one line each. */
  readonly failures: readonly string[]
  /** The registries of events that apply to the files. */
  readonly registries: readonly Registry[]
  /** The digests of the files that say something of events. */
  digests(): Promise<readonly Digest[]>
  /** The findings across reports of an earlier run over the same files; null if there are none in the cache. */
  recall(): readonly ReportedFinding[] | null
  /** null if the run is not cached. */
  readonly cache: RunCache | null
}

/** What a run caches for the next one. */
export interface RunCache {
  readonly setup: RunSetup
  /** The files that could be examined, of every kind. */
  examined(): readonly ExaminedFile[]
  /** Writes the cache. @param fresh the findings across reports, if they are new */
  remember(fresh: readonly ReportedFinding[] | null): void
}

export interface ExaminedFile {
  /** As the user named it. */
  readonly path: string
  readonly kind: Kind
  /** The hash of its text. */
  readonly hash: string
  /** The hash of its digest. */
  readonly digestHash: string
}

/** Everything that could not be processed, each once. */
export function failuresOf({ failures, registries }: Pick<Collected, 'failures' | 'registries'>): string[] {
  return [...new Set([...failures, ...registries.flatMap(({ failure }) => failure ?? [])])]
}

/** What the rules across reports need to know of a run: the registered events, and which files were asked for. */
export function knownOf({ files, registries }: Pick<Collected, 'files' | 'registries'>): Required<Known> {
  const asked = new Set(files.flatMap(({ role, found }) => (role === 'near' ? [] : found.path)))
  return { registry: registries.flatMap(({ events }) => events), isRequested: (path) => asked.has(path) }
}

/** Whether any rule across reports is on for any file that was asked for. */
export function hasEventRules(files: readonly Pick<CollectedFile, 'role' | 'severities'>[]): boolean {
  return files.some(({ role, severities }) => role !== 'near' && eventRulesOn(severities).length > 0)
}

/** The ids of the rules across reports that are on. @param severities as configured */
export function eventRulesOn(severities: Severities = {}): readonly string[] {
  return eventRuleIds.filter((id) => severities[id] !== 'off')
}
