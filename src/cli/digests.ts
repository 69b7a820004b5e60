import type { Digest } from '../events/digest.js'
import type { RegisteredEvent } from '../events/registry.js'
import { collect, failuresOf, type RunOptions } from './collect.js'
import type { Io } from './io.js'

/** What the rules across reports need of a run. */
export interface Digests {
  /** Of the reports that were asked for and of their neighbours; index pages are among them. */
  readonly digests: readonly Digest[]
  /** The paths that were asked for. */
  readonly asked: ReadonlySet<string>
  readonly registry: readonly RegisteredEvent[]
  readonly failures: readonly string[]
}

/**
 * Reads the reports that the paths name, and what lies near those that are named alone.
 * @throws UsageError, ConfigError or SourceError for options and registries that cannot be used
 */
export async function openDigests(paths: readonly string[], selection: RunOptions, io: Io): Promise<Digests> {
  const collected = await collect(paths, selection, false, io)
  const { files, registries } = collected
  const digests = await collected.digests()
  collected.keep?.(null)
  const asked = new Set(files.filter(({ role }) => role !== 'near').map(({ found }) => found.path))
  const registry = registries.flatMap(({ events }) => events)
  return { digests, asked, registry, failures: failuresOf(collected) }
}
