import { join, resolve } from 'node:path'
import type { Digest } from '../events/digest.js'
import type { Told } from '../lint/finding.js'
import type { LintSettings } from '../lint/lint.js'
import type { Schema } from '../schema/schema.js'
import { cacheFolder, readLines, writeLines } from '../source/cache-file.js'
import { enter, JUST_NOW, readBytes, stampOf } from '../source/disk.js'
import { hashOf } from '../source/hash.js'
import { nothingSeen, siteOf } from '../source/site.js'
import { keptFor, once } from '../text/kept.js'
import { attempt } from './attempt.js'
import type { Answers, Examination, Manner, Outcome } from './examiner.js'
import type { Io } from './io.js'
import { programStamp } from './program-stamp.js'
import type { Settings } from './settings.js'
import type { Target } from './targets.js'

/** What earlier runs found out, for files that are as they were. */
export interface Memory {
  /** What became of a file when it was last examined; null where it, its settings or its pictures are others by now. */
  recall(target: Target): Examination | null
  /** What the rules across reports need of a file whose outcome was recalled; null where it is lost. */
  digestOf(path: string, outcome: Examination): Digest | null
  /** What was found by holding files against each other, when all that they say of events, and all that counts, was the same. */
  recallTogether(files: readonly string[]): readonly Told[] | null
  /** Stands for a file and what it says of events, for `recallTogether`. */
  sayingOf(path: string, outcome: Examination): string
  /** Keeps what became of files for the next run. */
  remember(targets: readonly Target[], outcomes: readonly Outcome[], together: Together | null): void
}

export interface Together {
  readonly files: readonly string[]
  readonly findings: readonly Told[]
}

const MOST_KEPT = 50_000

/**
 * Opens the memory of runs from one folder in one manner. It is two files with a line for each report: what a run without
 * changes needs, and the digests, which are most of it. Lines are taken apart when their report's turn comes.
 */
export function openMemory(manner: Manner, settings: Settings, io: Io): Memory {
  const { cwd } = manner
  const begun = Date.now()
  const key = hashOf(JSON.stringify([programStamp(), manner]))
  const path = join(cacheFolder(cwd, io.env), key.replace(/[^A-Za-z0-9]/g, ''))
  const [head = '', ...lines] = readLines(`${path}.txt`)
  const entries = new Map<string, string>()
  for (const line of lines) entries.set(line.slice(0, line.indexOf('\t')), line)
  const linesOfDigests = once(
    () => new Map(readLines(`${path}.digests.txt`).map((line) => [line.slice(0, line.indexOf('\t{')), line])),
  )
  const settingsOf = settingsKeys(settings)
  const seen = nothingSeen()
  /** Files that were written again, and are the same. */
  const touched = new Set<string>()
  /** The hashes of the digests of files that were recalled. */
  const said = new Map<string, string>()
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
  /** What the line of a digest begins with. */
  const digestNameOf = (name: string, { hash }: Examination): string =>
    `${JSON.stringify(name)}\t${hash} ${settingsOf(resolve(cwd, name))}`

  const saidBy = (name: string, { digest, hash }: Examination): string =>
    digest ? digestKey(digest) : (said.get(name) ?? hash)

  return {
    recall({ path: name, near = false }) {
      const line = entries.get(keyOf(name, false)) ?? (near ? entries.get(keyOf(name, true)) : undefined)
      if (line === undefined) return null
      // Where the file system or a configuration has something against it, the file is examined anew, and says what.
      return attempt(() => {
        const entry = entryIn(line)
        if (!isAsItWas(entry, name)) return null
        said.set(name, entry.said)
        const { answers, hash } = entry
        return { state: 'examined', found: JSON.parse(entry.found), digest: null, answers, hash }
      })
    },
    digestOf(name, outcome) {
      const known = digestNameOf(name, outcome)
      const line = linesOfDigests().get(known)
      return line === undefined ? null : attempt(() => JSON.parse(line.slice(known.length + 1)))
    },
    // Much of a text can change that is of no account to other reports.
    sayingOf: (name, outcome) => `${JSON.stringify(name)}\t${saidBy(name, outcome)} ${settingsOf(resolve(cwd, name))}`,
    recallTogether(files) {
      const [known, findings = ''] = head.split('\t')
      return known === hashOf(JSON.stringify(files)) ? attempt(() => JSON.parse(findings)) : null
    },
    remember(targets, outcomes, together) {
      // A run over a part of the files leaves what is known of the rest; files that are gone go when there are too many.
      const isFull = entries.size > MOST_KEPT
      const kept = isFull ? new Map<string, string>() : entries
      const fresh: [name: string, line: string][] = []
      for (const [index, { path: name, near }] of targets.entries()) {
        const outcome = outcomes[index]
        if (outcome?.state !== 'examined') continue
        const isWhole = !near || (!outcome.digest && entries.has(keyOf(name, false)))
        const key = keyOf(name, !isWhole)
        const before = outcome.digest ? undefined : entries.get(key)
        const line = before && !touched.has(name) ? before : attempt(() => lineOf(key, outcome, name))
        if (line) kept.set(key, line)
        const { digest } = outcome
        if (digest) attempt(() => fresh.push([digestNameOf(name, outcome), JSON.stringify(digest)]))
      }
      if (fresh.length > 0) {
        const all = isFull ? new Map<string, string>() : linesOfDigests()
        const now = new Set([...kept.values()].map(digestNameIn))
        for (const [name, digest] of fresh) all.set(name, `${name}\t${digest}`)
        for (const name of all.keys()) if (!now.has(name)) all.delete(name)
        writeLines(`${path}.digests.txt`, [...all.values()])
      }
      const first = together ? `${hashOf(JSON.stringify(together.files))}\t${JSON.stringify(together.findings)}` : head
      if (touched.size > 0 || fresh.length > 0 || first !== head) writeLines(`${path}.txt`, [first, ...kept.values()])
    },
  }

  function lineOf(key: string, outcome: Examination, name: string): string {
    const { found, answers, hash } = outcome
    const absolute = resolve(cwd, name)
    const fields = [settledStampOf(absolute), hash, settingsOf(absolute), saidBy(name, outcome)]
    return [key, ...fields, JSON.stringify(answers), JSON.stringify(found)].join('\t')
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

function digestNameIn(line: string): string {
  const [key = '', , hash, settings] = line.split('\t', 4)
  return `${key.slice(key.indexOf('"'))}\t${hash} ${settings}`
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
