import { type Counts, mostOf } from '../text/counts.js'
import type { Account } from './accounts.js'
import { type EventWords, readEventWords } from './event-words.js'
import { editionsOf, type GroupDraft, partsOf } from './group-draft.js'
import { LIKENESS, likeness } from './name-likeness.js'
import { daysBetween, mayBeSlip } from './slipped-day.js'

/** Whether two groups of one day are about one event. */
export function areSameEvent(a: GroupDraft, b: GroupDraft): boolean {
  if (a.registered && b.registered) return false
  if (isOther(new Set(a.editions.keys()), b.editions) || isOther(new Set(b.editions.keys()), a.editions)) return false
  return isPartOf(a, b) || isPartOf(b, a)
}

/** The share of a group's accounts that must fit into another group for the two to be joined. */
const MIN_FITTING_SHARE = 3 / 4

/** Whether most accounts of a group also belong to the other one. A site with a page in each of them was at two events. */
function isPartOf({ accounts }: GroupDraft, other: GroupDraft): boolean {
  const fitting = [...accounts].filter((account) => !other.sites.has(account.site) && scoreOf(account, other) > 0)
  return fitting.length >= MIN_FITTING_SHARE * accounts.size
}

/** The points for the same day, and for each shared speaker up to a number of them. They are few, so that names count most. */
const SAME_DAY_SCORE = 3
const SPEAKER_SCORE = 1.5
const MAX_SCORED_SPEAKERS = 4

/** How strongly an account fits into a group; 0 if it does not belong to it. */
export function scoreOf(account: Account, draft: GroupDraft): number {
  if (draft.accounts.size === 0 && !draft.registered) return 0
  const { day } = account
  const groupDay = mostOf(draft.days)
  const isSameDay = day !== null && day === groupDay
  const isNear = isSameDay || day === null || groupDay === null || mayBeSlip(day, groupDay)
  // A site has one page for an event; two of its pages with different days are about two events.
  if (!isNear || (!isSameDay && draft.sites.has(account.site))) return 0
  const parts = partsOf(account)
  if (isOther(editionsOf(account), draft.editions) || isOther(parts, draft.parts)) return 0
  // "Day 2" has another date than the first day of its event, which is no mistake.
  if (!isSameDay && day !== null && parts.size > 0) return 0

  const name = nameLikeness(account, draft)
  const shared = [...account.speakers].filter((speaker) => draft.speakers.has(speaker)).length
  const evidence: Evidence = { name, shared, share: shared / Math.max(1, account.speakers.size) }
  const belongs = isSameDay ? isEnoughOnOneDay(evidence) : isEnoughByItself(evidence, account, draft, groupDay)
  if (!belongs) return 0
  return name + Math.min(MAX_SCORED_SPEAKERS, shared) * SPEAKER_SCORE + (isSameDay ? SAME_DAY_SCORE : 0)
}

/** What an account has in common with a group, apart from the day. */
interface Evidence {
  /** See `likeness`. */
  readonly name: number
  /** How many of the account's speakers the group has, and which part of them that is. */
  readonly shared: number
  readonly share: number
}

/** The greatest likeness of any name in the account and any name in the group. */
function nameLikeness({ names }: Account, draft: GroupDraft): number {
  let most = 0
  for (const { words } of names)
    for (const { words: other } of draft.names.values()) most = Math.max(most, likeness(words, other))
  return most
}

/** On the same day, this many shared speakers, who make up this share of the account's, are enough without the name. */
const MIN_SPEAKERS_OF_DAY = 2
const MIN_SHARE_OF_DAY = 0.5

function isEnoughOnOneDay({ name, shared, share }: Evidence): boolean {
  return name >= LIKENESS.some || (shared >= MIN_SPEAKERS_OF_DAY && share >= MIN_SHARE_OF_DAY)
}

/** Without the same day, more speakers are needed, and names that are not entirely different. With many speakers, their share does not matter. */
const MIN_SPEAKERS = 3
const MIN_SPEAKER_SHARE = 0.6
const MANY_SPEAKERS = 6

/** Whether name and speakers are enough if the day is unknown or, perhaps by a slip, different. */
function isEnoughByItself(
  { name, shared, share }: Evidence,
  account: Account,
  draft: GroupDraft,
  groupDay: string | null,
): boolean {
  const { day, names } = account
  if (name >= LIKENESS.certain || (day === null && name >= LIKENESS.close)) return true
  if (
    day !== null &&
    groupDay !== null &&
    daysBetween(day, groupDay) < SERIES_DAYS &&
    hasRegisteredName(account, draft)
  )
    return true
  const isSameCompany = shared >= MANY_SPEAKERS || (shared >= MIN_SPEAKERS && share >= MIN_SPEAKER_SHARE)
  return isSameCompany && (name >= LIKENESS.some || names.length === 0)
}

/** The events of a series, which may have one name, are at least a week apart. */
const SERIES_DAYS = 7

/** Whether the account uses the name in the registry: then even a name that many events have is specific enough. */
function hasRegisteredName({ names }: Account, { registered }: GroupDraft): boolean {
  if (!registered) return false
  const called = readEventWords(registered.name)
  return names.some(({ words }) => wordsOf(words) === wordsOf(called))
}

function wordsOf({ topic, common, edition, part }: EventWords): string {
  return [...topic, '', ...common, edition, part].join(' ')
}

/** Whether an account has numbers (of editions or parts), and none of them is one that most of the group have. */
function isOther(own: ReadonlySet<number>, group: Counts<number>): boolean {
  const often = Math.max(...group.values())
  const numbers = [...group.keys()].filter((number) => group.get(number) === often)
  return own.size > 0 && numbers.length > 0 && !numbers.some((number) => own.has(number))
}
