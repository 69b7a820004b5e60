import { personKey } from '../report/speakers/person-name.js'
import { compare } from '../text/compare.js'
import { type Counts, countsOf, increase, mostOf } from '../text/counts.js'
import type { Account } from './accounts.js'
import { type EventWords, likeness, readEventWords } from './event-words.js'
import type { RegisteredEvent } from './registry.js'

/** Accounts that are of one event, and the event in the registry that they are of. */
export interface Group {
  readonly accounts: readonly Account[]
  readonly registered: RegisteredEvent | null
}

/** A word, a day or a speaker that more events than this have in common leads to none of them. */
const MAX_SHARED = 30

/** How many days a date may be off and still be that of the event that the name says. */
const MAX_SLIP_DAYS = 45

/** The accounts that a group has, and what they say together. */
interface Draft {
  readonly registered: RegisteredEvent | null
  readonly accounts: Set<Account>
  readonly days: Counts<string>
  readonly names: Map<string, { readonly words: EventWords; count: number }>
  readonly editions: Counts<number>
  readonly parts: Counts<number>
  readonly speakers: Counts<string>
  readonly sites: Counts<string>
}

/**
 * Finds the accounts that are of one event: each belongs to the group that name, day and speakers speak for together; what
 * nothing speaks for stays alone. Once all groups are there, every account is asked again, since the first ones had
 * little to choose from, and then the groups are: which reports are in the run is not to make two events of one.
 * @param accounts sorted by page: the same accounts give the same groups
 */
export function groupAccounts(accounts: readonly Account[], registry: readonly RegisteredEvent[] = []): Group[] {
  const index = new Map<string, Set<Draft>>()
  const home = new Map<Account, Draft>()
  const put = (keys: readonly string[], draft: Draft): void => {
    for (const key of keys) {
      const known = index.get(key)
      if (known) known.add(draft)
      else index.set(key, new Set([draft]))
    }
  }
  const keys = new Map(accounts.map((account) => [account, [...keysOf(account)]]))
  const settle = (account: Account): void => {
    const own = keys.get(account) ?? []
    const draft = bestFor(account, own, index) ?? emptyDraft(null)
    add(account, draft)
    put(own, draft)
    home.set(account, draft)
  }
  for (const registered of registry) {
    const draft = emptyDraft(registered)
    const said = sayingOf(registered)
    count(said, draft, REGISTRY_WEIGHT)
    put([...keysOf(said)], draft)
  }
  for (const account of byAgreement(accounts)) settle(account)
  for (const account of accounts) {
    const draft = home.get(account) as Draft
    draft.accounts.delete(account)
    count(account, draft, -1)
    settle(account)
  }
  return joined([...new Set(home.values())]).map((draft) => ({
    accounts: [...draft.accounts].sort((a, b) => compare(a.page, b.page)),
    registered: draft.registered,
  }))
}

/** What an account, or the registry, says of an event. */
type Saying = Pick<Account, 'site' | 'names' | 'day' | 'speakers'>

/** No number of reports outweighs the registry. */
const REGISTRY_WEIGHT = 1_000_000

function sayingOf({ name, date, speakers }: RegisteredEvent): Saying {
  return {
    site: '',
    names: [{ text: name, words: readEventWords(name) }],
    day: date,
    speakers: new Set(speakers.map(personKey)),
  }
}

/** First the accounts whose day most share, then those that say most, then by path. */
function byAgreement(accounts: readonly Account[]): Account[] {
  const days = countsOf(accounts.map(({ day }) => day))
  const ranked = accounts.map((account) => ({
    account,
    agreeing: account.day === null ? 0 : (days.get(account.day) ?? 0),
    said: Math.max(0, ...account.names.map(({ words }) => words.topic.length)) + account.speakers.size,
  }))
  return ranked.sort((a, b) => b.agreeing - a.agreeing || b.said - a.said).map(({ account }) => account)
}

/**
 * By what a group is found: few have any of these in common, so that an account is held against few. Names that speak for one
 * event by themselves share two words; others have the day in common as well, and one end where they differ in a letter.
 */
function* keysOf({ day, names, speakers }: Saying): Generator<string> {
  for (const { words } of names) {
    const { topic, run, common, edition } = words
    yield topic.length > 0 ? `run ${run}` : `name ${common.join(' ')} ${edition}`
    for (const [index, word] of topic.entries())
      for (const other of topic.slice(index + 1)) yield `topic ${word} ${other}`
    if (edition !== null) for (const word of common) yield `edition ${edition} ${word}`
    if (day !== null)
      for (const word of [...topic, ...common, run.slice(0, 3), run.slice(-3)]) yield `day ${day} ${word}`
  }
  for (const speaker of speakers) yield `speaker ${speaker}`
}

function emptyDraft(registered: RegisteredEvent | null): Draft {
  return {
    registered,
    accounts: new Set(),
    days: new Map(),
    names: new Map(),
    editions: new Map(),
    parts: new Map(),
    speakers: new Map(),
    sites: new Map(),
  }
}

function add(account: Account, draft: Draft): void {
  draft.accounts.add(account)
  count(account, draft, 1)
}

/** Counts what an account says of a group in, or out again. */
function count(account: Saying, draft: Draft, by: number): void {
  if (account.day !== null) bump(draft.days, account.day, by)
  for (const { words } of account.names) {
    const key = `${words.topic.join(' ')}|${words.common.join(' ')}|${words.edition}|${words.part}|${words.month}`
    const known = draft.names.get(key) ?? { words, count: 0 }
    known.count += by
    if (known.count > 0) draft.names.set(key, known)
    else draft.names.delete(key)
  }
  for (const edition of editionsOf(account)) bump(draft.editions, edition, by)
  for (const part of partsOf(account)) bump(draft.parts, part, by)
  for (const speaker of account.speakers) bump(draft.speakers, speaker, by)
  bump(draft.sites, account.site, by)
}

/** What is counted out again is not there any more. */
function bump<Key>(counts: Counts<Key>, key: Key, by: number): void {
  if (increase(counts, key, by) <= 0) counts.delete(key)
}

function editionsOf({ names }: Saying): Set<number> {
  return new Set(names.flatMap(({ words }) => words.edition ?? []))
}

function partsOf({ names }: Saying): Set<number> {
  return new Set(names.flatMap(({ words }) => words.part ?? []))
}

function bestFor(
  account: Account,
  keys: readonly string[],
  index: ReadonlyMap<string, ReadonlySet<Draft>>,
): Draft | null {
  const candidates = new Set<Draft>()
  for (const key of keys) {
    const drafts = index.get(key)
    if (drafts && drafts.size <= MAX_SHARED) for (const draft of drafts) candidates.add(draft)
  }
  let best: { draft: Draft; score: number } | null = null
  for (const draft of candidates) {
    const score = scoreOf(account, draft)
    if (score > 0 && (!best || score > best.score)) best = { draft, score }
  }
  return best?.draft ?? null
}

/**
 * Joins what came to be two groups because each account had found company where it looked first: groups of one day, where most
 * of one would do as well in the other.
 */
function joined(drafts: readonly Draft[]): Draft[] {
  // What joins a group of the registry's is registered, too.
  const inOrder = drafts.toSorted(
    (a, b) => Number(!a.registered) - Number(!b.registered) || b.accounts.size - a.accounts.size,
  )
  const joining = new Set<Draft>()
  /** The groups that others may join: two accounts that are alone did not want each other. */
  const byDay = new Map<string | null, Draft[]>()
  for (const draft of inOrder) {
    const day = mostOf(draft.days)
    const ofDay = byDay.get(day) ?? []
    const home = day === null ? undefined : ofDay.find((other) => areOne(draft, other))
    if (home) {
      for (const account of draft.accounts) add(account, home)
      joining.add(draft)
    } else if (draft.registered || draft.accounts.size > 1) byDay.set(day, [...ofDay, draft])
  }
  return drafts.filter((draft) => !joining.has(draft))
}

/** Whether two groups of one day are of one event. */
function areOne(a: Draft, b: Draft): boolean {
  if (a.registered && b.registered) return false
  if (isOther(new Set(a.editions.keys()), b.editions) || isOther(new Set(b.editions.keys()), a.editions)) return false
  return isPartOf(a, b) || isPartOf(b, a)
}

/** So great a part of a group is most of it. */
const MOST = 3 / 4

/** Whether most accounts of a group would do in the other. Who has a page for each of the two was on two events. */
function isPartOf({ accounts }: Draft, other: Draft): boolean {
  const fitting = [...accounts].filter((account) => !other.sites.has(account.site) && scoreOf(account, other) > 0)
  return fitting.length >= MOST * accounts.size
}

/** How strongly an account speaks for a group; 0 where it does not belong to it. */
function scoreOf(account: Account, draft: Draft): number {
  if (draft.accounts.size === 0 && !draft.registered) return 0
  const { day, names } = account
  const groupDay = mostOf(draft.days)
  const sameDay = day !== null && day === groupDay
  const isNear = sameDay || day === null || groupDay === null || mayBeSlip(day, groupDay)
  // A site has one page for an event, and what it has two pages for are two.
  if (!isNear || (!sameDay && draft.sites.has(account.site))) return 0
  const parts = partsOf(account)
  if (isOther(editionsOf(account), draft.editions) || isOther(parts, draft.parts)) return 0
  // "Day 2" is another day than the event's, and no mistake.
  if (!sameDay && day !== null && parts.size > 0) return 0

  let name = 0
  for (const { words } of names)
    for (const { words: other } of draft.names.values()) name = Math.max(name, likeness(words, other))
  const shared = [...account.speakers].filter((speaker) => draft.speakers.has(speaker)).length
  const share = shared / Math.max(1, account.speakers.size)
  const score = name + Math.min(4, shared) * 1.5 + (sameDay ? 3 : 0)
  if (sameDay) return name >= 1 || (shared >= 2 && share >= 0.5) ? score : 0
  if (name >= 4 || (day === null && name >= 3)) return score
  if (day !== null && groupDay !== null && daysBetween(day, groupDay) < SERIES_DAYS && isCalledSo(account, draft))
    return score
  return (shared >= 6 || (shared >= 3 && share >= 0.6)) && (name >= 1 || names.length === 0) ? score : 0
}

/** The events of a series, which may have one name, are so far from each other at least. */
const SERIES_DAYS = 7

/** Whether the account names the registry's event as the registry does: then even a name that many have is that one's. */
function isCalledSo({ names }: Account, { registered }: Draft): boolean {
  if (!registered) return false
  const called = readEventWords(registered.name)
  return names.some(({ words }) => wordsOf(words) === wordsOf(called))
}

function wordsOf({ topic, common, edition, part }: EventWords): string {
  return [...topic, '', ...common, edition, part].join(' ')
}

/** Whether the account counts itself, and counts otherwise than most of the group. */
function isOther(own: ReadonlySet<number>, group: Counts<number>): boolean {
  const often = Math.max(...group.values())
  const numbers = [...group.keys()].filter((number) => group.get(number) === often)
  return own.size > 0 && numbers.length > 0 && !numbers.some((number) => own.has(number))
}

/** Whether one day may have been written for the other: near it, or with the year, or day and month, gone wrong. */
export function mayBeSlip(a: string, b: string): boolean {
  if (a.slice(5) === b.slice(5)) return true
  if (a.slice(0, 4) === b.slice(0, 4) && a.slice(5, 7) === b.slice(8) && a.slice(8) === b.slice(5, 7)) return true
  return daysBetween(a, b) <= MAX_SLIP_DAYS
}

function daysBetween(a: string, b: string): number {
  return Math.abs(Date.parse(a) - Date.parse(b)) / 86_400_000
}
