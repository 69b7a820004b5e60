import { withoutNumber } from '../report/event-number.js'
import { isSample } from '../report/sample-name.js'
import { compare } from '../text/compare.js'
import { countsOf, mostOf } from '../text/counts.js'
import { foldWord } from '../text/fold-word.js'
import { groupBy } from '../text/group-by.js'
import { memoizeByObject } from '../text/memoize.js'
import type { Account, EventName } from './accounts.js'
import { type EventWords, readEventWords } from './event-words.js'
import { LIKENESS, likeness } from './name-likeness.js'
import type { RegisteredEvent } from './registry.js'

/** Everything that the reports of a run say about one event. */
export interface EventGroup {
  /** Its names, those that most accounts use first. */
  readonly names: readonly CommonName[]
  readonly accounts: readonly Account[]
  /** The days that sites give, those with most sites first. */
  readonly days: readonly DayVote[]
  readonly registered: RegisteredEvent | null
  /** The N of "Series #N" in most of its names. */
  readonly edition: number | null
}

export interface CommonName extends EventName {
  /** How many accounts use it. */
  readonly accounts: number
}

export interface DayVote {
  /** ISO */
  readonly day: string
  readonly sites: number
}

/** A day beyond doubt: that of the registry, or of a clear majority of the sites. */
export interface SettledDay {
  readonly start: string
  /** ISO day on which an event of several days ends, else null. */
  readonly end: string | null
  readonly by: 'registry' | 'majority'
  /** How many sites give this day, of all that give one. */
  readonly agree: number
  readonly of: number
}

/** The fewest sites, and the smallest share of all sites, that make a clear majority. */
const MIN_AGREEING = 2
const MIN_SHARE = 3 / 4

export function eventGroupOf(accounts: readonly Account[], registered: RegisteredEvent | null): EventGroup {
  return {
    names: namesIn(accounts),
    accounts,
    days: votesOf(accounts),
    registered,
    edition: commonEdition(accounts),
  }
}

/** The name of an event: the registry's, or else the one that most sites use. */
export const nameOf = memoizeByObject(
  ({ registered, names }: EventGroup): string => registered?.name ?? commonName(names),
)

/** The day of an event; null if it is open to doubt. */
export function settledDay({ days, registered }: EventGroup): SettledDay | null {
  const of = days.reduce((sum, { sites }) => sum + sites, 0)
  if (registered?.date) {
    const agree = days.find(({ day }) => day === registered.date)?.sites ?? 0
    return { start: registered.date, end: registered.end, by: 'registry', agree, of }
  }
  const [first] = days
  if (!first || first.sites < MIN_AGREEING || first.sites / of < MIN_SHARE) return null
  return { start: first.day, end: null, by: 'majority', agree: first.sites, of }
}

/** Whether a name has a different edition ("#1") from the names of an event. */
export function isOtherEdition(name: string, { edition }: EventGroup): boolean {
  const own = readEventWords(name).edition
  return own !== null && edition !== null && own !== edition
}

/** Whether a name may be that of an event. @param own the account that uses the name: only the names of others count */
export function mayName(name: string, event: EventGroup, own: Account | null): boolean {
  if (isSample(name) || isOtherEdition(name, event)) return false
  const words = readEventWords(name)
  const [usual] = event.days
  if (usual && words.year !== null && !usual.day.startsWith(String(words.year))) return false
  const isOwn = (text: string): boolean => own?.names.some((other) => other.text === text) ?? false
  return event.names.some(
    (other) =>
      (other.accounts > 1 || !isOwn(other.text)) &&
      likeness(words, other.words) >= LIKENESS.some &&
      (words.topic.length === 0 || words.topic.some((word) => other.words.topic.includes(word))),
  )
}

function votesOf(accounts: readonly Account[]): DayVote[] {
  const votes = accounts.flatMap(({ day, site }) => (day === null ? [] : { day, site }))
  return [...groupBy(votes, ({ day }) => day)]
    .map(([day, own]) => ({ day, sites: new Set(own.map(({ site }) => site)).size }))
    .sort((a, b) => b.sites - a.sites || compare(a.day, b.day))
}

function commonEdition(accounts: readonly Account[]): number | null {
  return mostOf(
    countsOf(accounts.flatMap(({ names }) => [...new Set(names.flatMap(({ words }) => words.edition ?? []))])),
  )
}

/** The names that accounts give an event, each once. */
function namesIn(accounts: readonly Account[]): CommonName[] {
  const uses = new Map<string, { text: string; words: EventWords; accounts: number }>()
  for (const { names } of accounts)
    for (const { text, words } of names) {
      const known = uses.get(text)
      if (known) known.accounts++
      else uses.set(text, { text, words, accounts: 1 })
    }
  return [...uses.values()].sort((a, b) => b.accounts - a.accounts || compare(a.text, b.text))
}

/** The name that is used most; of several, the most informative one. */
function commonName(names: readonly CommonName[]): string {
  const uses = new Map<string, { text: string; informative: number; weight: number; marked: number }>()
  for (const { text, words, accounts } of names) {
    const tidy = tidied(text)
    const key = tidy.toLowerCase()
    const informative = words.topic.length + words.common.length + (words.edition === null ? 0 : 2)
    // Of an English name and its Vietnamese translation, everybody can read the English one.
    const known = uses.get(key) ?? { text: tidy, informative, weight: 0, marked: foldWord(key) === key ? 0 : 1 }
    // A name that tells the event from others of its series is better than a short one.
    known.weight += words.edition !== null && words.topic.length > 0 ? 2 * accounts : accounts
    uses.set(key, known)
  }
  const [best] = [...uses.values()].sort(
    (a, b) => b.weight - a.weight || a.marked - b.marked || b.informative - a.informative || compare(a.text, b.text),
  )
  return best?.text ?? ''
}

/** A name without invisible characters, an event number, and remains of emphasis, emoji and headings at its ends. */
function tidied(name: string): string {
  const plain = name.normalize('NFC').replace(/[\u200b-\u200f\ufeff\\]/g, '')
  return (withoutNumber(plain) || plain)
    .replace(/^[^\p{L}\p{N}“"(]+|(?<![^\p{L}\p{N}”")!?])[^\p{L}\p{N}”")!?]+$/gu, '')
    .replace(/\s+/g, ' ')
}
