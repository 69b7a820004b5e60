import { personKey } from '../report/speakers/person-name.js'
import { compare } from '../text/compare.js'
import { countsOf, mostOf } from '../text/counts.js'
import { addTo, type Groups } from '../text/group-by.js'
import type { Account } from './accounts.js'
import { areSameEvent, scoreOf } from './belonging.js'
import { readEventWords } from './event-words.js'
import { add, count, type EventClaims, emptyDraft, type GroupDraft, remove } from './group-draft.js'
import type { RegisteredEvent } from './registry.js'

/** Accounts of one event, and its entry in the registry, if it has one. */
export interface Group {
  readonly accounts: readonly Account[]
  readonly registered: RegisteredEvent | null
}

/** A key is not used to find groups if more groups than this share it. */
const MAX_SHARED = 30

/**
 * Groups the accounts of one event. Each account joins the group that name, day and speakers together suggest most strongly, or
 * starts a new group. Then each account chooses again, because the first ones had few groups to choose from, and finally groups
 * that turn out to be about one event are joined: otherwise it would depend on the other reports of the run whether two
 * accounts are in one group.
 * @param accounts sorted by page, so that the same accounts give the same groups
 */
export function groupAccounts(accounts: readonly Account[], registry: readonly RegisteredEvent[]): Group[] {
  const index = new Map<string, Set<GroupDraft>>()
  const home = new Map<Account, GroupDraft>()
  const put = (keys: readonly string[], draft: GroupDraft): void => {
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
    const claims = claimsOf(registered)
    count(claims, draft, REGISTRY_WEIGHT)
    put([...keysOf(claims)], draft)
  }
  for (const account of byAgreement(accounts)) settle(account)
  for (const account of accounts) {
    const draft = home.get(account) as GroupDraft
    remove(account, draft)
    settle(account)
  }
  return joined([...new Set(home.values())]).map((draft) => ({
    accounts: [...draft.accounts].sort((a, b) => compare(a.page, b.page)),
    registered: draft.registered,
  }))
}

/** How many accounts the registry counts as: more than any number of reports. */
const REGISTRY_WEIGHT = 1_000_000

function claimsOf({ name, date, speakers }: RegisteredEvent): EventClaims {
  return {
    site: '',
    names: [{ text: name, words: readEventWords(name) }],
    day: date,
    speakers: new Set(speakers.map(personKey)),
  }
}

/** Accounts whose day most others share come first, then the most detailed ones; otherwise, they stay sorted by page. */
function byAgreement(accounts: readonly Account[]): Account[] {
  const days = countsOf(accounts.map(({ day }) => day))
  const ranked = accounts.map((account) => ({
    account,
    agreeing: account.day === null ? 0 : (days.get(account.day) ?? 0),
    detail: Math.max(0, ...account.names.map(({ words }) => words.topic.length)) + account.speakers.size,
  }))
  return ranked.sort((a, b) => b.agreeing - a.agreeing || b.detail - a.detail).map(({ account }) => account)
}

/**
 * The keys by which an account finds groups that it may belong to, so that it is compared with few of them. Names that are alike
 * enough by themselves share two topics; others also have the day in common and, where they differ by one letter, the first or
 * last letters.
 */
function* keysOf({ day, names, speakers }: EventClaims): Generator<string> {
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
  index: ReadonlyMap<string, ReadonlySet<GroupDraft>>,
): GroupDraft | null {
  const candidates = new Set<GroupDraft>()
  for (const key of keys) {
    const drafts = index.get(key)
    if (drafts && drafts.size <= MAX_SHARED) for (const draft of drafts) candidates.add(draft)
  }
  let best: { draft: GroupDraft; score: number } | null = null
  for (const draft of candidates) {
    const score = scoreOf(account, draft)
    if (score > 0 && (!best || score > best.score)) best = { draft, score }
  }
  return best?.draft ?? null
}

/** Joins groups of one day if most accounts of one also fit into the other: accounts keep to the group that they found first. */
function joined(drafts: readonly GroupDraft[]): GroupDraft[] {
  // Groups of registered events come first, so that others join them and not the other way round.
  const inOrder = drafts.toSorted(
    (a, b) => Number(!a.registered) - Number(!b.registered) || b.accounts.size - a.accounts.size,
  )
  const joining = new Set<GroupDraft>()
  /** The groups that others may join. Two single accounts have already been compared with each other. */
  const byDay: Groups<string, GroupDraft> = new Map()
  for (const draft of inOrder) {
    const day = mostOf(draft.days)
    if (day === null) continue
    const home = byDay.get(day)?.find((other) => areSameEvent(draft, other))
    if (home) {
      for (const account of draft.accounts) add(account, home)
      joining.add(draft)
    } else if (draft.registered || draft.accounts.size > 1) addTo(byDay, day, draft)
  }
  return drafts.filter((draft) => !joining.has(draft))
}
