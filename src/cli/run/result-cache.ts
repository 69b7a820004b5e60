import { join, resolve } from 'node:path'
import type { Digest } from '../../events/digest.js'
import type { PackedMarks } from '../../events/marks.js'
import type { ReportedFinding } from '../../lint/finding.js'
import type { LintSettings } from '../../lint/lint.js'
import type { Schema } from '../../schema/schema.js'
import {
  cacheFolder,
  type KeyedLines,
  readCacheFile,
  readLines,
  updateLines,
  writeCacheFile,
} from '../../source/cache-file.js'
import { CLOCK_TICK_MS, readBytes, recordAccess, stampOf } from '../../source/disk.js'
import { hashOf } from '../../source/hash.js'
import { nothingSeen, siteOf } from '../../source/site/site.js'
import { memoizeByObject, once } from '../../text/memoize.js'
import { attempt } from '../process/attempt.js'
import type { Io } from '../process/io.js'
import type { Answers, Done, Examination, RunSetup } from './examiner.js'
import { programStamp } from './program-stamp.js'
import {
  type Entry,
  keyOf,
  parseDigest,
  parseEntry,
  parsePassages,
  printDigest,
  printEntry,
} from './result-cache-lines.js'
import type { Settings } from './settings.js'
import type { Target } from './targets.js'

/** The cache of what earlier runs found in files that have not changed. */
export interface ResultCache {
  /** The result for a file when it was last examined; null if the file, its settings or its pictures have changed since. */
  recall(target: Target): Examination | null
  /** The hash of a file's digest. */
  digestHashOf(path: string, outcome: Examination): string
  /** A file's digest, by its hash; null if it is no longer in the cache. */
  digestOf(path: string, digestHash: string): Digest | null
  /** Only the passages of its digest. */
  passagesOf(path: string, digestHash: string): PackedMarks | null
  /** The findings across reports of an earlier run, if all digests and everything else that matters were the same. */
  recallEventFindings(comparisonKeys: readonly string[]): readonly ReportedFinding[] | null
  /** What the rules across reports depend on in a file, for `recallEventFindings`. */
  comparisonKeyOf(path: string, outcome: Examination): string
  /** Caches the results for files. */
  remember(done: readonly Done[]): void
  /** Caches the findings across reports, for `recallEventFindings`. */
  rememberEventFindings(comparisonKeys: readonly string[], findings: readonly ReportedFinding[]): void
}

/** If the cache has more files than this, those outside the run are dropped. */
const MAX_CACHED = 50_000

/**
 * Opens the cache of runs from one folder with one setup. It consists of a file with a line for each report, which is all that a run
 * without changes needs, a file with their digests, which are longer, and one with the findings across reports. Lines are parsed
 * only when they are needed.
 */
export function openResultCache(setup: RunSetup, settings: Settings, io: Io): ResultCache {
  const { cwd } = setup
  const key = hashOf(JSON.stringify([programStamp(), setup]))
  const path = join(cacheFolder(cwd, io.env), key.replace(/[^A-Za-z0-9]/g, ''))
  const entriesPath = `${path}.txt`
  const digestsPath = `${path}.digests.txt`
  const eventFindingsPath = `${path}.events.txt`
  const entries = once(() => readLines(entriesPath))
  const digests = once(() => readLines(digestsPath))
  const settingsOf = settingsKeys(settings)
  const { settledStampOf, changeOf } = changeDetection(settingsOf)
  /** Files that have been written again with the same text. */
  const rewritten = new Set<string>()
  /** For files that were recalled: the keys of their lines, and the hashes of their digests. */
  const recalled = new Map<string, { readonly key: string; readonly digestHash: string }>()
  const digestKey = memoizeByObject((digest: Digest) => hashOf(JSON.stringify(digest)))
  const digestLine = (name: string): Buffer => digests().get(keyOf(name, false)) ?? NO_LINE

  const digestHashOf = (name: string, { digest, hash }: Examination): string =>
    digest ? digestKey(digest) : (recalled.get(name)?.digestHash ?? hash)

  const recallLine = (key: string, name: string): Examination | null => {
    const line = entries().get(key)
    if (line === undefined) return null
    const entry = parseEntry(line)
    const { answers, hash, digestHash } = entry
    const change = changeOf(entry, resolve(cwd, name))
    if (change === 'changed') return null
    if (change === 'rewritten') rewritten.add(name)
    recalled.set(name, { key, digestHash })
    return { state: 'examined', found: JSON.parse(entry.found), digest: null, answers, hash }
  }

  const entryLine = (key: string, outcome: Examination, name: string): Buffer => {
    const absolute = resolve(cwd, name)
    const { found, answers, hash } = outcome
    const [stamp, own, digestHash] = [settledStampOf(absolute), settingsOf(absolute), digestHashOf(name, outcome)]
    return printEntry(key, { stamp, hash, settings: own, digestHash, answers, found: JSON.stringify(found) })
  }

  return {
    recall({ path: name, near = false }) {
      for (const key of near ? [keyOf(name, false), keyOf(name, true)] : [keyOf(name, false)]) {
        // After any error, the file is examined again, which reports it.
        const known = attempt(() => recallLine(key, name))
        if (known) return known
      }
      return null
    },
    digestHashOf,
    digestOf: (name, digestHash) => parseDigest(digestLine(name), digestHash),
    passagesOf: (name, digestHash) => parsePassages(digestLine(name), digestHash),
    // By digest and not by text, because most edits do not matter to other reports.
    comparisonKeyOf: (name, outcome) =>
      `${JSON.stringify(name)}\t${digestHashOf(name, outcome)} ${settingsOf(resolve(cwd, name))}`,
    recallEventFindings(comparisonKeys) {
      const [known, findings = ''] = readCacheFile(eventFindingsPath).toString().split('\t')
      return known === hashOf(JSON.stringify(comparisonKeys)) ? attempt(() => JSON.parse(findings)) : null
    },
    remember(done) {
      const fresh = new Map<string, Buffer>()
      const freshDigests = new Map<string, Buffer>()
      for (const { target, outcome } of done) {
        if (outcome.state !== 'examined') continue
        const { path: name, near = false } = target
        const { digest } = outcome
        if (!digest && !rewritten.has(name)) continue
        const key = (!digest && recalled.get(name)?.key) || keyOf(name, near)
        const line = attempt(() => entryLine(key, outcome, name))
        if (line) fresh.set(key, line)
        if (digest) freshDigests.set(keyOf(name, false), printDigest(keyOf(name, false), digestKey(digest), digest))
      }
      // Files outside this run, and deleted ones, stay in the cache as long as there are not too many.
      const names = once(() => new Set(done.flatMap(({ target: { path } }) => [keyOf(path, false), keyOf(path, true)])))
      const known = (lines: KeyedLines): KeyedLines =>
        lines.size > MAX_CACHED ? new Map([...lines].filter(([key]) => names().has(key))) : lines
      updateLines(entriesPath, fresh, () => known(entries()))
      updateLines(digestsPath, freshDigests, () => known(digests()))
    },
    rememberEventFindings(comparisonKeys, findings) {
      writeCacheFile(eventFindingsPath, `${hashOf(JSON.stringify(comparisonKeys))}\t${JSON.stringify(findings)}`)
    },
  }
}

const NO_LINE = Buffer.alloc(0)

interface ChangeDetection {
  /** The stamp of a file; empty if it was written during the run or just before, because then its stamp proves nothing. */
  settledStampOf(absolute: string): string
  /**
   * Compares a file with its entry in the cache. `changed`: its text, its settings or its pictures are different; `rewritten`: it was
   * written again with the same text.
   */
  changeOf(known: Entry, absolute: string): 'unchanged' | 'rewritten' | 'changed'
}

function changeDetection(settingsOf: (absolute: string) => string): ChangeDetection {
  const begun = Date.now()
  const seen = nothingSeen()
  const settledStampOf = (absolute: string): string => {
    recordAccess('read', absolute)
    const { text, changed } = stampOf(absolute)
    return begun - changed < CLOCK_TICK_MS ? '' : text
  }
  return {
    settledStampOf,
    changeOf({ stamp, hash, settings, answers }, absolute) {
      if (settings !== settingsOf(absolute)) return 'changed'
      const isUntouched = stamp !== '' && stamp === settledStampOf(absolute)
      if (!isUntouched && hash !== hashOf(readBytes(absolute))) return 'changed'
      if (answers.length > 0) {
        const { hasImage } = siteOf(absolute, seen)
        const isAnswered = ([question, answer]: Answers[number]): boolean =>
          JSON.stringify(hasImage(...question)) === JSON.stringify(answer)
        if (!answers.every(isAnswered)) return 'changed'
      }
      return isUntouched ? 'unchanged' : 'rewritten'
    },
  }
}

/** A short hash of the settings of each file. */
function settingsKeys(settings: Settings): (absolute: string) => string {
  const schemaKey = memoizeByObject((schema: Schema) => hashOf(JSON.stringify(schema)))
  const key = memoizeByObject(({ schema, severities = {} }: LintSettings) =>
    hashOf(schemaKey(schema) + JSON.stringify(severities)),
  )
  return (absolute) => key(settings.of(absolute))
}
