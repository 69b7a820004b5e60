import { relative, resolve } from 'node:path'
import { parseRegistry } from '../../config/registry.js'
import type { RegisteredEvent } from '../../events/registry.js'
import { readSource, SourceError } from '../../source/read.js'
import { findRegistries } from '../../source/registry-file.js'
import { compare } from '../../text/compare.js'
import { reasonOf } from './targets.js'

/** A registry with its events, or why it cannot be used. */
export interface Registry {
  /** From the current folder. */
  readonly path: string
  readonly events: readonly RegisteredEvent[]
  readonly failure: string | null
  /** What it was read from. */
  readonly text: string
}

/**
 * The registries in folders or above them, sorted by path.
 * @param folders absolute
 */
export function registriesFor(folders: Iterable<string>, cwd: string): Registry[] {
  return findRegistries(folders)
    .map((absolute) => registryAt(relative(cwd, absolute), cwd))
    .sort((a, b) => compare(a.path, b.path))
}

/** @param path from the current folder */
export function registryAt(path: string, cwd: string): Registry {
  const absolute = resolve(cwd, path)
  try {
    const { text } = readSource(absolute)
    return { path, text, events: parseRegistry(text, absolute), failure: null }
  } catch (error) {
    // Messages name the registry as the user would.
    const shown = error instanceof SourceError ? new SourceError(error.message, path, error.line) : error
    return { path, text: '', events: [], failure: reasonOf(shown, path, cwd) }
  }
}
