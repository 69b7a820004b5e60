import { personKey } from '../report/speakers/person-name.js'
import { compare } from '../text/compare.js'
import { addTo, type Groups } from '../text/group-by.js'
import { memoize } from '../text/memoize.js'
import type { Spot } from '../text/spot.js'
import type { Account } from './accounts.js'
import type { Digest } from './digest.js'
import { joinMisspelt, type MentionedName, shortNames } from './same-person.js'
import { plainName, readWrittenName, type WrittenName } from './written-name.js'

/** A person whom reports on one event mention, and how they write the name. */
export interface Person {
  /** Those that most sites use come first. */
  readonly spellings: readonly Spelling[]
  /** The order of the words, and their letters without diacritics. */
  readonly order: Choice
  /** The diacritics, of the spellings that have any. */
  readonly marks: Choice
  /** Shorter names that can be nobody else's: "Kha Van" beside "Van Hoang Kha". */
  readonly short: readonly Spelling[]
}

/** One aspect of a name's spelling, and which variant of it is usual. */
export interface Choice {
  /** The variant that most sites use; null if there is no single one, or none at all. */
  readonly usual: string | null
  /** How many sites use it, of all that use any. */
  readonly agree: number
  readonly of: number
  /** Whether the registry, or a clear majority, says so. */
  readonly settled: boolean
  readonly registered: boolean
}

export interface Spelling extends WrittenName {
  /** Without form of address and brackets. */
  readonly text: string
  readonly sites: number
  readonly mentions: readonly Mention[]
}

export interface Mention {
  readonly path: string
  readonly site: string
  /** The name as in the report, with any form of address. */
  readonly name: string
  readonly at: Spot
}

/** A name as it is gathered, with its spellings. */
interface PersonDraft extends MentionedName {
  readonly spellings: Groups<string, Mention>
  readonly sites: Set<string>
  readonly paths: Set<string>
}

/**
 * The people that the reports on one event mention. Names that differ in the order of their words, in their diacritics or by a
 * slip are one person's; those that may belong to two people are not joined.
 * @param registered the speakers in the registry's entry for the event
 */
export function peopleOf(accounts: readonly Account[], registered: readonly string[] = []): Person[] {
  const drafts = new Map<string, PersonDraft>()
  for (const { reports } of accounts)
    for (const report of reports) for (const { value, at } of report.speakers) addMention(value, at, report, drafts)
  const people = joinMisspelt([...drafts.values()].filter(({ key }) => key.includes(' ')))
  const short = shortNames(people)
  return people
    .filter((parts) => !short.has(parts))
    .map((parts) => {
      const spellings = spellingsOf(parts)
      const known = registered.find((name) => parts.some(({ key }) => key === personKey(plainName(name))))
      return {
        spellings,
        short: spellingsOf([...short].filter(([, whole]) => whole === parts).flatMap(([part]) => part)),
        order: choiceOf(spellings, 'order', known),
        marks: choiceOf(spellings, 'marks', known),
      }
    })
}

/** The fewest sites, and the smallest share of all sites, that make a clear majority. */
const MIN_AGREEING = 2
const MIN_SHARE = 2 / 3

function choiceOf(spellings: readonly Spelling[], of: keyof WrittenName, registered: string | undefined): Choice {
  const sites = new Map<string, Set<string>>()
  for (const spelling of spellings) {
    const written = spelling[of]
    if (written === null) continue
    const known = sites.get(written) ?? new Set()
    sites.set(written, known)
    for (const { site } of spelling.mentions) known.add(site)
  }
  const [first, second] = [...sites].sort((a, b) => b[1].size - a[1].size || compare(a[0], b[0]))
  const all = new Set([...sites.values()].flatMap((own) => [...own])).size
  const known = registered === undefined ? null : readWrittenName(plainName(registered))[of]
  if (known !== null)
    return { usual: known, agree: sites.get(known)?.size ?? 0, of: all, settled: true, registered: true }
  const agree = first?.[1].size ?? 0
  const usual = first && agree > (second?.[1].size ?? 0) ? first[0] : null
  return {
    usual,
    agree,
    of: all,
    settled: usual !== null && agree >= MIN_AGREEING && agree / all >= MIN_SHARE,
    registered: false,
  }
}

function addMention(name: string, at: Spot, { path, site }: Digest, drafts: Map<string, PersonDraft>): void {
  const { text, key } = read(name)
  const draft = drafts.get(key) ?? { key, spellings: new Map(), sites: new Set(), paths: new Set() }
  drafts.set(key, draft)
  addTo(draft.spellings, text, { path, site, name, at })
  draft.sites.add(site)
  draft.paths.add(path)
}

/** How many names to memoize: the same people are named in many reports. */
const MAX_MEMOIZED = 5000

const read = memoize((name) => {
  const text = plainName(name)
  return { text, key: personKey(text) }
}, MAX_MEMOIZED)

function spellingsOf(parts: readonly PersonDraft[]): Spelling[] {
  return parts
    .flatMap(({ spellings }) => [...spellings])
    .map(([text, mentions]) => ({
      text,
      mentions,
      ...readWrittenName(text),
      sites: new Set(mentions.map(({ site }) => site)).size,
    }))
    .sort((a, b) => b.sites - a.sites || compare(a.text, b.text))
}
