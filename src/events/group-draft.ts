import { type Counts, increase } from '../text/counts.js'
import type { Account } from './accounts.js'
import type { EventWords } from './event-words.js'
import type { RegisteredEvent } from './registry.js'

/** A group of accounts while groups are being formed, with counts of what its accounts say. */
export interface GroupDraft {
  readonly registered: RegisteredEvent | null
  readonly accounts: Set<Account>
  readonly days: Counts<string>
  readonly names: Map<string, { readonly words: EventWords; count: number }>
  readonly editions: Counts<number>
  readonly parts: Counts<number>
  readonly speakers: Counts<string>
  readonly sites: Counts<string>
}

/** What an account or the registry says about an event. */
export type EventClaims = Pick<Account, 'site' | 'names' | 'day' | 'speakers'>

/** A group without accounts. @param registered the event in the registry that the group is about */
export function emptyDraft(registered: RegisteredEvent | null): GroupDraft {
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

/** Adds an account to a group. */
export function add(account: Account, draft: GroupDraft): void {
  draft.accounts.add(account)
  count(account, draft, 1)
}

/** Removes an account from a group. */
export function remove(account: Account, draft: GroupDraft): void {
  draft.accounts.delete(account)
  count(account, draft, -1)
}

/** Changes the counts of a group. @param by how many accounts this counts as; negative to remove them */
export function count(claims: EventClaims, draft: GroupDraft, by: number): void {
  if (claims.day !== null) bump(draft.days, claims.day, by)
  for (const { words } of claims.names) {
    const key = `${words.topic.join(' ')}|${words.common.join(' ')}|${words.edition}|${words.part}|${words.month}`
    const known = draft.names.get(key) ?? { words, count: 0 }
    known.count += by
    if (known.count > 0) draft.names.set(key, known)
    else draft.names.delete(key)
  }
  for (const edition of editionsOf(claims)) bump(draft.editions, edition, by)
  for (const part of partsOf(claims)) bump(draft.parts, part, by)
  for (const speaker of claims.speakers) bump(draft.speakers, speaker, by)
  bump(draft.sites, claims.site, by)
}

/** Changes a count; an entry that reaches 0 is removed. */
function bump<Key>(counts: Counts<Key>, key: Key, by: number): void {
  if (increase(counts, key, by) <= 0) counts.delete(key)
}

/** The N of "Series #N" in its names. */
export function editionsOf({ names }: EventClaims): Set<number> {
  return new Set(names.flatMap(({ words }) => words.edition ?? []))
}

/** The N of "Day N" in its names. */
export function partsOf({ names }: EventClaims): Set<number> {
  return new Set(names.flatMap(({ words }) => words.part ?? []))
}
