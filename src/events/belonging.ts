import { type Counts, mostOf } from '../text/counts.js'
import type { Account } from './accounts.js'
import { type EventWords, likeness, readEventWords } from './event-words.js'
import { type Draft, editionsOf, partsOf } from './group-draft.js'
import { daysBetween, mayBeSlip } from './slipped-day.js'

/** Whether two groups of one day are of one event. */
export function areOne(a: Draft, b: Draft): boolean {
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
export function scoreOf(account: Account, draft: Draft): number {
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
