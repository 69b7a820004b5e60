import { posix } from 'node:path'
import { isSample } from '../report/sample-name.js'
import { pageOf } from '../source/site/page-path.js'
import { compare } from '../text/compare.js'
import { foldWord } from '../text/fold-word.js'
import { groupBy } from '../text/group-by.js'
import { memoizeByObject, once } from '../text/memoize.js'
import { type Account, accountsOf } from './accounts.js'
import { type Copy, copiesAmong } from './copies.js'
import type { Digest } from './digest.js'
import type { Entry } from './entries.js'
import { type EventGroup, eventGroupOf, isOtherEdition, mayName } from './event-group.js'
import { groupAccounts } from './grouping.js'
import { type Mention, type Person, peopleOf, type Spelling } from './people.js'
import type { RegisteredEvent } from './registry.js'

/** All reports of a run, and the events that they are about. */
export interface Gathering {
  /** By path, in its order. */
  readonly digests: ReadonlyMap<string, Digest>
  readonly events: readonly EventGroup[]
  /** What the other reports say that concerns one report; null if the path is not among them. */
  around(path: string): Surroundings | null
}

/** A mention of a person in a report, and how it is spelled there. */
export interface Named {
  readonly person: Person
  readonly spelling: Spelling
  readonly mention: Mention
}

/** What the other reports of a run say that concerns one of them. */
export interface Surroundings {
  /** The event that the report is about; null if it is about none. */
  readonly event: EventGroup | null
  /** What the report's site says about that event. */
  readonly account: Account | null
  /** The same page in other languages. */
  readonly twins: readonly Digest[]
  /** The entries for the event on index pages, each with its page. */
  readonly entries: readonly (readonly [page: Digest, entry: Entry])[]
  /** The reports of the same site, this one among them, in the order of their paths. */
  readonly site: readonly Digest[]
  /** The reports in a folder that an entry of an index page links to. */
  within(folder: string): readonly Digest[]
  /** The people that the report mentions. */
  named(): readonly Named[]
  /** The reports of other sites that share passages with the report. */
  copies(): readonly Copy[]
  /** The event that any report is about, and what the site of that report says about it. */
  eventOf(path: string): EventGroup | null
  accountOf(path: string): Account | null
}

/**
 * Gathers the reports of a run. Their order does not matter.
 * @param registry the events that the programme itself has recorded
 */
export function gather(digests: readonly Digest[], registry: readonly RegisteredEvent[] = []): Gathering {
  const sorted = digests.toSorted((a, b) => compare(a.path, b.path))
  const byPath = new Map(sorted.map((digest) => [digest.path, digest]))
  const all = [...byPath.values()]
  const accounts = accountsOf(all)
  const events = groupAccounts(accounts, registry)
    .map(({ accounts: own, registered: known }) => withoutMisplaced(eventGroupOf(own, known)))
    .filter((event) => event.accounts.length > 0)

  const accountByReport = new Map(
    accounts.flatMap((account) => account.reports.map(({ path }) => [path, account] as const)),
  )
  const accountOf = (path: string): Account | null => accountByReport.get(path) ?? null
  const eventByReport = new Map(
    events.flatMap((event) =>
      event.accounts.flatMap(({ reports }) => reports.map(({ path }) => [path, event] as const)),
    ),
  )
  const eventOf = (path: string): EventGroup | null => eventByReport.get(path) ?? null
  const bySite = groupBy(all, ({ site }) => site)
  const byFolder = groupBy(all, ({ path }) => posix.dirname(path).toLowerCase())
  const byPage = groupBy(all, ({ path }) => pageOf(path))
  const entriesByFolder = groupBy(
    all.flatMap((page) => page.entries.map((entry): readonly [Digest, Entry] => [page, entry])),
    ([, { folder }]) => folder.toLowerCase(),
  )
  const namesOf = memoizeByObject((event: EventGroup) => groupBy(namedIn(event), ({ mention: { path } }) => path))
  const copies = once(() => copiesAmong(all))

  return {
    digests: byPath,
    events,
    around(path) {
      const digest = byPath.get(path)
      if (!digest) return null
      return {
        event: eventOf(path),
        account: accountOf(path),
        twins: (byPage.get(pageOf(path)) ?? []).filter((other) => other !== digest),
        entries: digest.kind === 'index' ? [] : (entriesByFolder.get(posix.dirname(path).toLowerCase()) ?? []),
        site: bySite.get(digest.site) ?? [],
        within: (folder) => byFolder.get(folder.toLowerCase()) ?? [],
        named() {
          const event = eventOf(path)
          return event ? (namesOf(event).get(path) ?? []) : []
        },
        copies: () => copies().get(path) ?? [],
        eventOf,
        accountOf,
      }
    },
  }
}

function namedIn({ accounts, registered }: EventGroup): Named[] {
  return peopleOf(accounts, registered?.speakers).flatMap((person) =>
    person.spellings.flatMap((spelling) => spelling.mentions.map((mention) => ({ person, spelling, mention }))),
  )
}

/** An event without pages that belong to it only through their translations: see `isAboutEventOf`. */
function withoutMisplaced(event: EventGroup): EventGroup {
  const accounts = event.accounts.flatMap((account) => {
    const reports = account.reports.filter((report) => isAboutEventOf(report, account, event))
    return reports.length === account.reports.length ? account : reports.length > 0 ? { ...account, reports } : []
  })
  return { ...event, accounts }
}

/**
 * Whether a report is about the event of its account. A page and its translations share an account, but one of them may be about
 * something else by mistake; that one is then about no event. Vietnamese names are not compared with English ones.
 */
function isAboutEventOf({ name, speakers }: Digest, account: Account, event: EventGroup): boolean {
  if (!name || isSample(name.value)) return true
  if (isOtherEdition(name.value, event)) return false
  const isVietnamese = foldWord(name.value) !== name.value.toLowerCase().normalize('NFC')
  if (account.reports.length === 1 || event.accounts.length === 1 || isVietnamese || speakers.length > 0) return true
  return mayName(name.value, event, account)
}
