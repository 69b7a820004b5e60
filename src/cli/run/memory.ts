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
import { JUST_NOW, readBytes, recordAccess, stampOf } from '../../source/disk.js'
import { hashOf } from '../../source/hash.js'
import { nothingSeen, siteOf } from '../../source/site/site.js'
import { memoizeByObject, once } from '../../text/memoize.js'
import { attempt } from '../process/attempt.js'
import type { Io } from '../process/io.js'
import type { Answers, Done, Examination, Manner } from './examiner.js'
import { type Entry, keyOf, parseDigest, parseEntry, parsePassages, printDigest, printEntry } from './memory-lines.js'
import { programStamp } from './program-stamp.js'
import type { Settings } from './settings.js'
import type { Target } from './targets.js'

/** The cache of what earlier runs found in files that have not changed. */
export interface Memory {
  /** The result for a file when it was last examined; null if the file, its settings or its pictures have changed since. */
  recall(target: Target): Examination | null
  /** The hash of a file's digest. */
  saidBy(path: string, outcome: Examination): string
  /** A file's digest, by its hash; null if it is no longer in the cache. */
  digestOf(path: string, said: string): Digest | null
  /** Only the passages of its digest. */
  passagesOf(path: string, said: string): PackedMarks | null
  /** The findings across reports of an earlier run, if all digests and everything else that matters were the same. */
  recallTogether(files: readonly string[]): readonly ReportedFinding[] | null
  /** A string for a file and its digest, for `recallTogether`. */
  sayingOf(path: string, outcome: Examination): string
  /** Caches the results for files. */
  remember(done: readonly Done[]): void
  /** Caches the findings across reports, for `recallTogether`. */
  rememberTogether(files: readonly string[], findings: readonly ReportedFinding[]): void
}

/** If the cache has more files than this, those that are not in the run are dropped. */
const MOST_KEPT = 50_000

/**
 * Opens the cache of runs from one folder in one manner. It consists of a file with a line for each report, which is all that a run
 * without changes needs, a file with their digests, which are longer, and one with the findings across reports. Lines are parsed
 * only when they are needed.
 */
export function openMemory(manner: Manner, settings: Settings, io: Io): Memory {
  const { cwd } = manner
  const key = hashOf(JSON.stringify([programStamp(), manner]))
  const path = join(cacheFolder(cwd, io.env), key.replace(/[^A-Za-z0-9]/g, ''))
  const entriesPath = `${path}.txt`
  const digestsPath = `${path}.digests.txt`
  const togetherPath = `${path}.together.txt`
  const entries = once(() => readLines(entriesPath))
  const digests = once(() => readLines(digestsPath))
  const settingsOf = settingsKeys(settings)
  const { settledStampOf, compare } = comparing(settingsOf)
  /** Files that have been written again with the same text. */
  const touched = new Set<string>()
  /** For files that were recalled: the keys of their lines, and the hashes of their digests. */
  const recalled = new Map<string, { readonly key: string; readonly said: string }>()
  const digestKey = memoizeByObject((digest: Digest) => hashOf(JSON.stringify(digest)))
  const digestLine = (name: string): Buffer => digests().get(keyOf(name, false)) ?? NO_LINE

  const saidBy = (name: string, { digest, hash }: Examination): string =>
    digest ? digestKey(digest) : (recalled.get(name)?.said ?? hash)

  const recallLine = (key: string, name: string): Examination | null => {
    const line = entries().get(key)
    if (line === undefined) return null
    const entry = parseEntry(line)
    const { answers, hash, said } = entry
    const change = compare(entry, resolve(cwd, name))
    if (change === 'another') return null
    if (change === 'written again') touched.add(name)
    recalled.set(name, { key, said })
    return { state: 'examined', found: JSON.parse(entry.found), digest: null, answers, hash }
  }

  const printed = (key: string, outcome: Examination, name: string): Buffer => {
    const absolute = resolve(cwd, name)
    const { found, answers, hash } = outcome
    const [stamp, own, said] = [settledStampOf(absolute), settingsOf(absolute), saidBy(name, outcome)]
    return printEntry(key, { stamp, hash, settings: own, said, answers, found: JSON.stringify(found) })
  }

  return {
    recall({ path: name, near = false }) {
      for (const key of near ? [keyOf(name, false), keyOf(name, true)] : [keyOf(name, false)]) {
        // Where the file system or a configuration has something against it, the file is examined anew, and says what.
        const known = attempt(() => recallLine(key, name))
        if (known) return known
      }
      return null
    },
    saidBy,
    digestOf: (name, said) => parseDigest(digestLine(name), said),
    passagesOf: (name, said) => parsePassages(digestLine(name), said),
    // Much of a text can change that is of no account to other reports.
    sayingOf: (name, outcome) => `${JSON.stringify(name)}\t${saidBy(name, outcome)} ${settingsOf(resolve(cwd, name))}`,
    recallTogether(files) {
      const [known, findings = ''] = readCacheFile(togetherPath).toString().split('\t')
      return known === hashOf(JSON.stringify(files)) ? attempt(() => JSON.parse(findings)) : null
    },
    remember(done) {
      const fresh = new Map<string, Buffer>()
      const freshDigests = new Map<string, Buffer>()
      for (const { target, outcome } of done) {
        if (outcome.state !== 'examined') continue
        const { path: name, near = false } = target
        const { digest } = outcome
        if (!digest && !touched.has(name)) continue
        const key = (!digest && recalled.get(name)?.key) || keyOf(name, near)
        const line = attempt(() => printed(key, outcome, name))
        if (line) fresh.set(key, line)
        if (digest) freshDigests.set(keyOf(name, false), printDigest(keyOf(name, false), digestKey(digest), digest))
      }
      // Files outside this run, and deleted ones, stay in the cache as long as there are not too many.
      const names = once(() => new Set(done.flatMap(({ target: { path } }) => [keyOf(path, false), keyOf(path, true)])))
      const known = (lines: KeyedLines): KeyedLines =>
        lines.size > MOST_KEPT ? new Map([...lines].filter(([key]) => names().has(key))) : lines
      updateLines(entriesPath, fresh, () => known(entries()))
      updateLines(digestsPath, freshDigests, () => known(digests()))
    },
    rememberTogether(files, findings) {
      writeCacheFile(togetherPath, `${hashOf(JSON.stringify(files))}\t${JSON.stringify(findings)}`)
    },
  }
}

const NO_LINE = Buffer.alloc(0)

interface Comparing {
  /** What tells a file from what it may become; empty where it was written during the run or just before: that proves nothing. */
  settledStampOf(absolute: string): string
  /** What a file is beside what is known of it. Another: it, its settings or its pictures are others by now. */
  compare(known: Entry, absolute: string): 'the same' | 'written again' | 'another'
}

function comparing(settingsOf: (absolute: string) => string): Comparing {
  const begun = Date.now()
  const seen = nothingSeen()
  const settledStampOf = (absolute: string): string => {
    recordAccess('read', absolute)
    const { text, changed } = stampOf(absolute)
    return begun - changed < JUST_NOW ? '' : text
  }
  return {
    settledStampOf,
    compare({ stamp, hash, settings, answers }, absolute) {
      if (settings !== settingsOf(absolute)) return 'another'
      const isUntouched = stamp !== '' && stamp === settledStampOf(absolute)
      if (!isUntouched && hash !== hashOf(readBytes(absolute))) return 'another'
      if (answers.length > 0) {
        const { hasImage } = siteOf(absolute, seen)
        const isAnswered = ([question, answer]: Answers[number]): boolean =>
          JSON.stringify(hasImage(...question)) === JSON.stringify(answer)
        if (!answers.every(isAnswered)) return 'another'
      }
      return isUntouched ? 'the same' : 'written again'
    },
  }
}

/** What stands for the settings of files, in a few letters: other settings have others. */
function settingsKeys(settings: Settings): (absolute: string) => string {
  const schemaKey = memoizeByObject((schema: Schema) => hashOf(JSON.stringify(schema)))
  const key = memoizeByObject(({ schema, severities = {} }: LintSettings) =>
    hashOf(schemaKey(schema) + JSON.stringify(severities)),
  )
  return (absolute) => key(settings.of(absolute))
}
