import type { Digest } from '../../events/digest.js'
import type { Found } from '../../lint/examine.js'
import type { ReportedFinding } from '../../lint/finding.js'
import type { Severities } from '../../lint/lint.js'
import type { Known } from '../../lint/together.js'
import type { Kind } from '../../report/kind.js'
import { eventRuleIds } from '../../rules/event-rule-ids.js'
import type { Manner } from './examiner.js'
import type { Registry } from './registries.js'

/** A file of a run, by itself. */
export interface CollectedFile {
  readonly found: Found
  /**
   * What is told of it: all that is found; of an index page in a folder only what other pages say otherwise; nothing of what
   * merely lies near what was asked for.
   */
  readonly role: 'checked' | 'listed' | 'near'
  /** Whether the user named the file itself, and not a folder that it lies in. */
  readonly named: boolean
  readonly severities: Severities
}

/** All that is known of the files of a run before they are held against each other. */
export interface Collected {
  /** Those that were asked for, in the order of their paths, then those near them. */
  readonly files: readonly CollectedFile[]
  /** Files in folders that are no event reports. */
  readonly passedOver: number
  /** What could not be worked on, one line each. */
  readonly failures: readonly string[]
  /** Of events that are known for certain. */
  readonly registries: readonly Registry[]
  /** Of the files that say something of events. */
  digests(): Promise<readonly Digest[]>
  /** What was found by holding the same files against each other before; null where nobody knows. */
  recall(): readonly ReportedFinding[] | null
  /** null where nothing is kept for the next run. */
  readonly keeping: Keeping | null
}

/** What is kept of a run's files for the next one. */
export interface Keeping {
  readonly manner: Manner
  /** The files that could be examined, whatever they are. */
  examined(): readonly ExaminedFile[]
  /** Keeps what there is. @param fresh what was newly found by holding the files against each other */
  remember(fresh: readonly ReportedFinding[] | null): void
}

export interface ExaminedFile {
  /** As the user named it. */
  readonly path: string
  readonly kind: Kind
  /** The hash of its text. */
  readonly hash: string
  /** The hash of what it says to others. */
  readonly said: string
}

/** Everything that could not be worked on, each once. */
export function failuresOf({ failures, registries }: Pick<Collected, 'failures' | 'registries'>): string[] {
  return [...new Set([...failures, ...registries.flatMap(({ failure }) => failure ?? [])])]
}

/** What is known of a run before its reports are held against each other: the registered events, and what was asked for. */
export function knownOf({ files, registries }: Pick<Collected, 'files' | 'registries'>): Required<Known> {
  const asked = new Set(files.flatMap(({ role, found }) => (role === 'near' ? [] : found.path)))
  return { registry: registries.flatMap(({ events }) => events), isAsked: (path) => asked.has(path) }
}

/** Whether a rule that holds reports against each other is on for any report that was asked for. */
export function hasEventRules(files: readonly Pick<CollectedFile, 'role' | 'severities'>[]): boolean {
  return files.some(({ role, severities }) => role !== 'near' && eventRulesOn(severities).length > 0)
}

/** Such rules that are on where these severities hold, by their ids. */
export function eventRulesOn(severities: Severities = {}): readonly string[] {
  return eventRuleIds.filter((id) => severities[id] !== 'off')
}
