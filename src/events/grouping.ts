import { personKey } from '../report/speakers/person-name.js'
import { compare } from '../text/compare.js'
import { countsOf, mostOf } from '../text/counts.js'
import { addTo, type Groups } from '../text/group-by.js'
import type { Account } from './accounts.js'
import { areOne, scoreOf } from './belonging.js'
import { readEventWords } from './event-words.js'
import { add, count, type Draft, emptyDraft, type Saying, takeOut } from './group-draft.js'
import type { RegisteredEvent } from './registry.js'

/** Accounts that are of one event, and the event in the registry that they are of. */
export interface Group {
  readonly accounts: readonly Account[]
  readonly registered: RegisteredEvent | null
}

/** A word, a day or a speaker that more events than this have in common leads to none of them. */
const MAX_SHARED = 30

/**
 * Finds the accounts that are of one event: each belongs to the group that name, day and speakers speak for together; what
 * nothing speaks for stays alone. Once all groups are there, every account is asked again, since the first ones had
 * little to choose from, and then the groups are: which reports are in the run is not to make two events of one.
 * @param accounts sorted by page: the same accounts give the same groups
 */
export function groupAccounts(accounts: readonly Account[], registry: readonly RegisteredEvent[]): Group[] {
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
    takeOut(account, draft)
    settle(account)
  }
  return joined([...new Set(home.values())]).map((draft) => ({
    accounts: [...draft.accounts].sort((a, b) => compare(a.page, b.page)),
    registered: draft.registered,
  }))
}

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
  const byDay: Groups<string, Draft> = new Map()
  for (const draft of inOrder) {
    const day = mostOf(draft.days)
    if (day === null) continue
    const home = byDay.get(day)?.find((other) => areOne(draft, other))
    if (home) {
      for (const account of draft.accounts) add(account, home)
      joining.add(draft)
    } else if (draft.registered || draft.accounts.size > 1) addTo(byDay, day, draft)
  }
  return drafts.filter((draft) => !joining.has(draft))
}
