import { resolve } from 'node:path'
import { parseRegistry } from '../config/registry.js'
import { type Digest, digestOf } from '../events/digest.js'
import type { RegisteredEvent } from '../events/registry.js'
import { buildReport } from '../report/build.js'
import { discover } from '../source/discover.js'
import { neighboursOf } from '../source/neighbours.js'
import { readSource } from '../source/read.js'
import { findRegistry } from '../source/registry-file.js'
import { failureLine } from './failure.js'
import type { Io } from './io.js'
import { type Selection, settingsFor } from './settings.js'

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
 * Reads the reports that the paths name, and of files named alone their neighbours.
 * @throws UsageError, ConfigError or SourceError for options and registries that cannot be used
 */
export function openDigests(paths: readonly string[], selection: Selection, io: Io): Digests {
  const cwd = io.cwd()
  const settings = settingsFor(selection, cwd)
  const failures: string[] = []
  const { files, errors } = discover(paths.length > 0 ? paths : ['.'], { cwd, accepts: settings.takes })
  for (const error of errors) failures.push(failureLine(error, cwd) ?? error.message)

  const asked = new Set(files.map(({ path }) => path))
  const near = files.filter(({ named }) => named).flatMap(({ path }) => neighboursOf(path))
  const digests: Digest[] = []
  for (const path of new Set([...asked, ...near])) {
    const absolute = resolve(cwd, path)
    const { schema } = settings.of(absolute)
    try {
      const { text } = readSource(absolute)
      const digest = digestOf(buildReport({ path, text }, schema), schema)
      if (digest.kind !== 'other') digests.push(digest)
    } catch (error) {
      const line = failureLine(error, cwd)
      if (line === null) throw error
      if (asked.has(path)) failures.push(line)
    }
  }
  return { digests, asked, registry: registriesFor(files, cwd), failures }
}

/** The events of every registry that lies at or above one of the files. */
function registriesFor(files: readonly { readonly path: string }[], cwd: string): RegisteredEvent[] {
  const folders = new Set(files.map(({ path }) => resolve(cwd, path, '..')))
  const found = new Map<string, readonly RegisteredEvent[]>()
  for (const folder of folders) {
    const file = findRegistry(folder)
    if (file && !found.has(file.path)) found.set(file.path, parseRegistry(file.text, file.path))
  }
  return [...found.values()].flat()
}
