import { readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import manifest from '../../package.json' with { type: 'json' }
import { cacheFolder, readCache, writeCache } from '../source/cache-file.js'
import { hashOf } from '../source/hash.js'
import { nothingSeen, siteOf } from '../source/site.js'
import type { Manner, Outcome } from './examiner.js'
import type { Io } from './io.js'
import type { Settings } from './settings.js'
import type { Target } from './targets.js'

/** What earlier runs found out, for files that are as they were. */
export interface Memory {
  /** What became of a file when it was last examined; null where it, its settings or its pictures are others by now. */
  recall(target: Target): Outcome | null
  /** Keeps what became of files for the next run. */
  remember(targets: readonly Target[], outcomes: readonly Outcome[]): void
}

interface Entry {
  /** Modification time in ms, size in bytes, inode; null where the file had just been written, so that they prove nothing. */
  readonly stamp: string | null
  readonly hash: string
  readonly settings: string
  readonly outcome: Outcome & { readonly state: 'examined' }
}

/** A file that was written so shortly before it was read may have been written again at the same time. */
const JUST_NOW = 2000

const MOST_KEPT = 50_000

/** Opens the memory of runs from one folder in one manner. */
export function openMemory(manner: Manner, settings: Settings, io: Io): Memory {
  const { cwd } = manner
  const key = hashOf(JSON.stringify([manifest.version, programStamp(), manner]))
  const path = join(cacheFolder(cwd, io.env), `${key.replace(/[^A-Za-z0-9]/g, '')}.json`)
  const entries = entriesIn(readCache(path), key)
  const settingsOf = settingsKeys(settings)
  const seen = nothingSeen()
  let changed = false

  const isAsItWas = ({ stamp, hash, settings: own, outcome }: Entry, absolute: string): boolean => {
    if (own !== settingsOf(absolute)) return false
    if (stamp === null || stamp !== stampOf(absolute)) {
      if (hash !== hashOf(readFileSync(absolute))) return false
      changed = true
    }
    const { hasImage } = siteOf(absolute, seen)
    return outcome.answers.every(
      ([question, answer]) => JSON.stringify(hasImage(...question)) === JSON.stringify(answer),
    )
  }

  return {
    recall(target) {
      const entry = entries[target.path]
      const absolute = resolve(cwd, target.path)
      return entry && attempt(() => isAsItWas(entry, absolute)) ? entry.outcome : null
    },
    remember(targets, outcomes) {
      // A run over a part of the files leaves what is known of the rest; files that are gone go when there are too many.
      const kept: Record<string, Entry> = Object.keys(entries).length > MOST_KEPT ? {} : { ...entries }
      for (const [index, { path: name }] of targets.entries()) {
        const outcome = outcomes[index]
        if (outcome?.state !== 'examined') continue
        const before = entries[name]
        const absolute = resolve(cwd, name)
        if (before?.outcome === outcome && before.stamp !== null) {
          kept[name] = before
        } else {
          changed = true
          const entry = attempt(() => ({
            stamp: stampOf(absolute),
            hash: outcome.hash,
            settings: settingsOf(absolute),
            outcome,
          }))
          if (entry) kept[name] = entry
        }
      }
      if (changed) writeCache(path, { key, entries: kept })
    },
  }
}

function entriesIn(data: unknown, key: string): Readonly<Record<string, Entry>> {
  const file = data as { key?: unknown; entries?: unknown } | null
  return file?.key === key && typeof file.entries === 'object' ? (file.entries as Record<string, Entry>) : {}
}

/** Tells what the settings of files are apart by, in a few letters. */
function settingsKeys(settings: Settings): (absolute: string) => string {
  const schemas = new WeakMap<object, string>()
  const keys = new Map<string, string>()
  return (absolute) => {
    const { schema, severities = {} } = settings.of(absolute)
    const schemaKey = schemas.get(schema) ?? hashOf(JSON.stringify(schema))
    schemas.set(schema, schemaKey)
    const said = schemaKey + JSON.stringify(severities)
    const key = keys.get(said) ?? hashOf(said)
    keys.set(said, key)
    return key
  }
}

/** What tells this build of the program from others of the same version. */
function programStamp(): string {
  const { mtimeMs, size } = statSync(fileURLToPath(import.meta.url))
  return `${mtimeMs} ${size}`
}

function stampOf(absolute: string): string | null {
  const { mtimeMs, ctimeMs, size, ino } = statSync(absolute)
  return Date.now() - Math.max(mtimeMs, ctimeMs) < JUST_NOW ? null : `${mtimeMs} ${ctimeMs} ${size} ${ino}`
}

/** null where the file system or a configuration has something against it: then the file is examined anew, and says what. */
function attempt<T>(work: () => T): T | null {
  try {
    return work()
  } catch {
    return null
  }
}
