import { join, resolve } from 'node:path'
import type { Digest } from '../../events/digest.js'
import type { PackedMarks } from '../../events/marks.js'
import type { Told } from '../../lint/finding.js'
import type { LintSettings } from '../../lint/lint.js'
import type { Schema } from '../../schema/schema.js'
import { cacheFolder, type KeyedLines, keep, putLines, readKept, readLines } from '../../source/cache-file.js'
import { enter, JUST_NOW, readBytes, stampOf } from '../../source/disk.js'
import { hashOf } from '../../source/hash.js'
import { nothingSeen, siteOf } from '../../source/site/site.js'
import { keptFor, once } from '../../text/kept.js'
import { attempt } from '../process/attempt.js'
import type { Io } from '../process/io.js'
import type { Answers, Done, Examination, Manner } from './examiner.js'
import { programStamp } from './program-stamp.js'
import type { Settings } from './settings.js'
import type { Target } from './targets.js'

/** What earlier runs found out, for files that are as they were. */
export interface Memory {
  /** What became of a file when it was last examined; null where it, its settings or its pictures are others by now. */
  recall(target: Target): Examination | null
  /** What stands for all that a file says to others. */
  saidBy(path: string, outcome: Examination): string
  /** All that a file says to others, by what stands for it; null where it is lost. */
  digestOf(path: string, said: string): Digest | null
  /** The passages alone, which are a part of it. */
  passagesOf(path: string, said: string): PackedMarks | null
  /** What was found by holding files against each other, when all that they say of events, and all that counts, was the same. */
  recallTogether(files: readonly string[]): readonly Told[] | null
  /** Stands for a file and what it says of events, for `recallTogether`. */
  sayingOf(path: string, outcome: Examination): string
  /** Keeps what became of files for the next run. */
  remember(done: readonly Done[]): void
  /** Keeps what was found by holding files against each other, for `recallTogether`. */
  rememberTogether(files: readonly string[], findings: readonly Told[]): void
}

const MOST_KEPT = 50_000

/**
 * Opens the memory of runs from one folder in one manner: a file with a line for each report, which is what a run without
 * changes needs, one with their digests, which are longer, and one for what came of all together. Lines are taken apart when
 * their report's turn comes.
 */
export function openMemory(manner: Manner, settings: Settings, io: Io): Memory {
  const { cwd } = manner
  const begun = Date.now()
  const key = hashOf(JSON.stringify([programStamp(), manner]))
  const path = join(cacheFolder(cwd, io.env), key.replace(/[^A-Za-z0-9]/g, ''))
  const entriesPath = `${path}.txt`
  const digestsPath = `${path}.digests.txt`
  const togetherPath = `${path}.together.txt`
  const entries = once(() => readLines(entriesPath))
  const digests = once(() => readLines(digestsPath))
  const settingsOf = settingsKeys(settings)
  const seen = nothingSeen()
  /** Files that were written again, and are the same. */
  const touched = new Set<string>()
  /** Of files that were recalled, the keys of their lines, and the hashes of their digests. */
  const recalled = new Map<string, { readonly key: string; readonly said: string }>()
  const digestKey = keptFor((digest: Digest) => hashOf(JSON.stringify(digest)))

  /** Empty where the file was written during the run or just before it: then its stamp proves nothing. */
  const settledStampOf = (absolute: string): string => {
    enter('read', absolute)
    const { text, changed } = stampOf(absolute)
    return begun - changed < JUST_NOW ? '' : text
  }
  const isAsItWas = ({ stamp, hash, settings: own, answers }: Entry, name: string): boolean => {
    const absolute = resolve(cwd, name)
    if (own !== settingsOf(absolute)) return false
    if (stamp === '' || stamp !== settledStampOf(absolute)) {
      if (hash !== hashOf(readBytes(absolute))) return false
      touched.add(name)
    }
    if (answers.length === 0) return true
    const { hasImage } = siteOf(absolute, seen)
    return answers.every(([question, answer]) => JSON.stringify(hasImage(...question)) === JSON.stringify(answer))
  }
  const saidBy = (name: string, { digest, hash }: Examination): string =>
    digest ? digestKey(digest) : (recalled.get(name)?.said ?? hash)

  return {
    recall({ path: name, near = false }) {
      for (const key of near ? [keyOf(name, false), keyOf(name, true)] : [keyOf(name, false)]) {
        const line = entries().get(key)?.toString()
        if (line === undefined) continue
        // Where the file system or a configuration has something against it, the file is examined anew, and says what.
        const known = attempt((): Examination | null => {
          const entry = entryIn(line)
          if (!isAsItWas(entry, name)) return null
          recalled.set(name, { key, said: entry.said })
          const { answers, hash } = entry
          return { state: 'examined', found: JSON.parse(entry.found), digest: null, answers, hash }
        })
        if (known) return known
      }
      return null
    },
    saidBy,
    digestOf(name, said) {
      const [, known, passages = '', rest = ''] = digests().get(keyOf(name, false))?.toString().split('\t') ?? []
      return known === said ? attempt(() => ({ ...JSON.parse(rest), passages: JSON.parse(passages) })) : null
    },
    passagesOf(name, said) {
      // In them there are no letters beyond ASCII.
      const [, known, passages = ''] = digests().get(keyOf(name, false))?.toString('latin1').split('\t', 3) ?? []
      return known === said ? attempt(() => JSON.parse(passages)) : null
    },
    // Much of a text can change that is of no account to other reports.
    sayingOf: (name, outcome) => `${JSON.stringify(name)}\t${saidBy(name, outcome)} ${settingsOf(resolve(cwd, name))}`,
    recallTogether(files) {
      const [known, findings = ''] = readKept(togetherPath).toString().split('\t')
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
        const line = attempt(() => lineOf(key, outcome, name))
        if (line) fresh.set(key, Buffer.from(line))
        if (digest) freshDigests.set(keyOf(name, false), Buffer.from(lineOfDigest(name, digest)))
      }
      // What is known of files outside this run stays, and of those that are gone as long as there are not too many.
      const names = once(() => new Set(done.flatMap(({ target: { path } }) => [keyOf(path, false), keyOf(path, true)])))
      const known = (lines: KeyedLines): KeyedLines =>
        lines.size > MOST_KEPT ? new Map([...lines].filter(([key]) => names().has(key))) : lines
      putLines(entriesPath, fresh, () => known(entries()))
      putLines(digestsPath, freshDigests, () => known(digests()))
    },
    rememberTogether(files, findings) {
      keep(togetherPath, `${hashOf(JSON.stringify(files))}\t${JSON.stringify(findings)}`)
    },
  }

  function lineOf(key: string, outcome: Examination, name: string): string {
    const { found, answers, hash } = outcome
    const absolute = resolve(cwd, name)
    const fields = [settledStampOf(absolute), hash, settingsOf(absolute), saidBy(name, outcome)]
    return [key, ...fields, JSON.stringify(answers), JSON.stringify(found)].join('\t')
  }

  function lineOfDigest(name: string, digest: Digest): string {
    const { passages, ...rest } = digest
    return [keyOf(name, false), digestKey(digest), JSON.stringify(passages), JSON.stringify(rest)].join('\t')
  }
}

interface Entry {
  /** See `Stamp`; empty where the file had just been written, so that it proves nothing. */
  readonly stamp: string
  readonly hash: string
  readonly settings: string
  /** The hash of the digest. */
  readonly said: string
  readonly answers: Answers
  /** JSON */
  readonly found: string
}

/** Lines are fields with tabs between them; in JSON a tab stands for nothing but itself. */
function entryIn(line: string): Entry {
  const [, stamp = '', hash = '', settings = '', said = '', answers = '', found = ''] = line.split('\t')
  return { stamp, hash, settings, said, answers: answers === '[]' ? [] : JSON.parse(answers), found }
}

/** What a line begins with. Of a file that was read because it lies near others, nothing is known of its own faults. */
function keyOf(name: string, isNear: boolean): string {
  return (isNear ? 'near ' : '') + JSON.stringify(name)
}

/** Tells what the settings of files are apart by, in a few letters. */
function settingsKeys(settings: Settings): (absolute: string) => string {
  const schemaKey = keptFor((schema: Schema) => hashOf(JSON.stringify(schema)))
  const key = keptFor(({ schema, severities = {} }: LintSettings) =>
    hashOf(schemaKey(schema) + JSON.stringify(severities)),
  )
  return (absolute) => key(settings.of(absolute))
}
