import { isSample } from '../report/sample-name.js'
import { type Counts, increase } from '../text/counts.js'
import { addTo, type Groups } from '../text/group-by.js'
import type { Digest } from './digest.js'
import { countIn, hashesIn, type Mark, marksIn } from './marks.js'

/** What copies are found by. */
export type Text = Pick<Digest, 'site' | 'passages'>

/** The passages of a report that a report of another site has as well. */
export interface Copy {
  /** The other report. */
  readonly path: string
  /** How much of this report's own text is in the other one, 0 to 1. */
  readonly share: number
  readonly passages: readonly Passage[]
}

export interface Passage {
  /** 1-based lines, both ends included. */
  readonly from: number
  readonly to: number
  /** The line on which it begins in the other report. */
  readonly other: number
}

/** Text on more sites than this is the programme's own: an announcement, a template. */
const MAX_SITES = 5
/** The fewest shared marks that make a copy: about a hundred words. */
const MIN_MARKS = 10
/** The smallest share of a report's own marks that makes a copy. */
const MIN_SHARE = 0.25
/** How many marks that only one of the reports has may interrupt a passage. */
const MAX_GAP = 2
/** How many copies of one report to give, the nearest first. */
const MAX_COPIES = 5
/** A mark on more pages than this is the programme's too, even if they are of few sites. */
const MAX_PAGES = 40

/**
 * Finds reports of different sites that share passages which only a few sites have.
 * @param digests sorted by path
 * @returns the copies of each report by its path, the nearest first; reports without copies have no entry
 */
export function copiesAmong(digests: readonly Digest[]): ReadonlyMap<string, readonly Copy[]> {
  const reports = digests.filter(({ passages }) => passages !== '')
  const { common, owned, shared } = sharedMarks(reports)
  const near: Groups<number, [other: number, count: number]> = new Map()
  for (const [pair, count] of shared) {
    if (count < MIN_MARKS) continue
    const [one, other] = [Math.floor(pair / reports.length), pair % reports.length]
    for (const [own, theirs] of [[one, other] as const, [other, one] as const])
      if (count / (owned[own] as number) >= MIN_SHARE) addTo(near, own, [theirs, count])
  }
  const marks = (index: number): Mark[] =>
    marksIn((reports[index] as Digest).passages).filter(({ hash }) => !common.has(hash))
  const found = [...near].map(([own, others]): [string, Copy[]] => [
    (reports[own] as Digest).path,
    others
      .sort((a, b) => b[1] - a[1] || a[0] - b[0])
      .slice(0, MAX_COPIES)
      .map(([other, count]) => ({
        path: (reports[other] as Digest).path,
        share: count / (owned[own] as number),
        passages: passagesIn(marks(own), marks(other)),
      })),
  ])
  return new Map(found)
}

/**
 * Whether an edit of a report that is part of no copy leaves all copies as they are. It does if both of these hold:
 * - no other report has a mark that was added or removed, unless the programme wrote it;
 * - the report has no fewer marks of its own than before, or shares too few with every other report for a copy: otherwise its
 *   share may have grown so that it is a copy now.
 */
export function keepsCopies(before: Text, now: Text, others: readonly Text[]): boolean {
  const [old, fresh] = [new Set(hashesIn(before.passages)), new Set(hashesIn(now.passages))]
  const holdersOf = new Map([...old, ...fresh].map((hash): [number, number[]] => [hash, []]))
  for (const [index, { passages }] of others.entries())
    for (const hash of hashesIn(passages)) {
      const holders = holdersOf.get(hash)
      if (holders && holders.at(-1) !== index) holders.push(index)
    }
  const sites = others.map(({ site }) => site)
  const shared: Counts<number> = new Map()
  let growth = 0
  for (const [hash, holders] of holdersOf) {
    // It is not known here which reports are the template's sample, so their marks count as anybody's.
    if (isCommon(holders, sites, new Set())) continue
    const change = Number(fresh.has(hash)) - Number(old.has(hash))
    if (change !== 0 && holders.length > 0) return false
    growth += change
    for (const other of holders) increase(shared, other)
  }
  return growth >= 0 || [...shared.values()].every((count) => count < MIN_MARKS)
}

interface SharedMarks {
  /** The hashes of the programme's text. */
  readonly common: ReadonlySet<number>
  /** How many other hashes each report has. */
  readonly owned: readonly number[]
  /** How many of these two reports of different sites share; the key is the index of one times their number, plus the other's. */
  readonly shared: ReadonlyMap<number, number>
}

/** Sorting brings equal marks together, so reports need not be compared pair by pair, and memory grows only with the marks. */
function sharedMarks(reports: readonly Digest[]): SharedMarks {
  const sites = reports.map(({ site }) => site)
  const samples = new Set(reports.flatMap(({ name }, index) => (name && isSample(name.value) ? [index] : [])))
  const owned = new Array<number>(reports.length).fill(0)
  const common = new Set<number>()
  const shared: Counts<number> = new Map()
  for (const [hash, holders] of holdersOfMarks(reports)) {
    if (holders.length > 1 && isCommon(holders, sites, samples)) {
      common.add(hash)
      continue
    }
    for (const [place, one] of holders.entries()) {
      owned[one] = (owned[one] as number) + 1
      for (const other of holders.slice(place + 1))
        if (sites[one] !== sites[other]) increase(shared, one * reports.length + other)
    }
  }
  return { common, owned, shared }
}

/** The hashes of all marks, each with the indexes of the reports that have it, ascending. */
function* holdersOfMarks(reports: readonly Digest[]): Generator<readonly [hash: number, holders: readonly number[]]> {
  const marks = new Float64Array(reports.reduce((sum, { passages }) => sum + countIn(passages), 0))
  let count = 0
  // Hash and index in a single number: a typed array sorts faster than a comparing function, and needs less memory than a map.
  for (const [index, { passages }] of reports.entries())
    for (const hash of hashesIn(passages)) marks[count++] = hash * reports.length + index
  marks.sort()
  for (let at = 0; at < count; ) {
    const hash = Math.floor((marks[at] as number) / reports.length)
    const holders: number[] = []
    for (; at < count; at++) {
      const index = (marks[at] as number) - hash * reports.length
      if (index >= reports.length) break
      if (holders.at(-1) !== index) holders.push(index)
    }
    yield [hash, holders]
  }
}

/** Whether a mark is the programme's: many sites have it, or a sample report that its author left as it was. */
function isCommon(holders: readonly number[], sites: readonly string[], samples: ReadonlySet<number>): boolean {
  if (holders.length > MAX_PAGES || holders.some((index) => samples.has(index))) return true
  return holders.length > MAX_SITES && new Set(holders.map((index) => sites[index])).size > MAX_SITES
}

/** The runs of marks that another report has as well. */
function passagesIn(own: readonly Mark[], others: readonly Mark[]): Passage[] {
  const lines = new Map(others.map(({ hash, line }) => [hash, line]))
  const passages: { from: number; to: number; other: number }[] = []
  let gap = Number.POSITIVE_INFINITY
  for (const { hash, line } of own) {
    const other = lines.get(hash)
    if (other === undefined) gap++
    else {
      const last = passages.at(-1)
      if (last && gap <= MAX_GAP) last.to = line
      else passages.push({ from: line, to: line, other })
      gap = 0
    }
  }
  return passages
}
