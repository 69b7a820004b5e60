import { posix } from 'node:path'
import { isSample } from '../report/sample-name.js'
import { foldWord } from '../report/speakers/person-name.js'
import { pageOf } from '../source/site/page-path.js'
import { compare } from '../text/compare.js'
import { groupBy } from '../text/group-by.js'
import { keptFor, once } from '../text/kept.js'
import { type Account, accountsOf } from './accounts.js'
import { type Copy, copiesAmong } from './copies.js'
import type { Digest } from './digest.js'
import type { Entry } from './entries.js'
import { type EventGroup, eventGroupOf, isOtherEdition, mayName } from './event-group.js'
import { groupAccounts } from './grouping.js'
import { type Mention, type Person, peopleOf, type Spelling } from './people.js'
import type { RegisteredEvent } from './registry.js'

/** All reports of a run, with what ties them together. */
export interface Gathering {
  /** By path, in its order. */
  readonly digests: ReadonlyMap<string, Digest>
  readonly events: readonly EventGroup[]
  /** What can be known of one report only from the others; null for a path that is not among them. */
  around(path: string): Surroundings | null
}

export interface Named {
  readonly person: Person
  readonly spelling: Spelling
  readonly mention: Mention
}

/** What the other reports of a run say that has to do with one of them. */
export interface Surroundings {
  /** The event that the report is on; null for pages that are on none. */
  readonly event: EventGroup | null
  /** What the report's site says of that event. */
  readonly account: Account | null
  /** The same page in other languages. */
  readonly twins: readonly Digest[]
  /** What index pages say of the event, each with its page. */
  readonly entries: readonly (readonly [page: Digest, entry: Entry])[]
  /** The reports of the same site, this one among them, in the order of their paths. */
  readonly site: readonly Digest[]
  /** The reports in a folder that an entry of an index page leads to. */
  within(folder: string): readonly Digest[]
  /** The people whom the report names, each with the way that it writes the name. */
  named(): readonly Named[]
  /** Passages that another site's report has too. */
  copies(): readonly Copy[]
  /** The event that a report is on, and what its site says of it. */
  eventOf(path: string): EventGroup | null
  accountOf(path: string): Account | null
}

/**
 * Gathers the reports of a run. The order that they come in does not matter.
 * @param registry of events that are known for certain
 */
export function gather(digests: readonly Digest[], registry: readonly RegisteredEvent[] = []): Gathering {
  const sorted = digests.toSorted((a, b) => compare(a.path, b.path))
  const byPath = new Map(sorted.map((digest) => [digest.path, digest]))
  const all = [...byPath.values()]
  const accounts = accountsOf(all)
  const events = groupAccounts(accounts, registry)
    .map(({ accounts: own, registered: known }) => withoutOthers(eventGroupOf(own, known)))
    .filter((event) => event.accounts.length > 0)

  const byReport = new Map<string, Account>()
  for (const account of accounts) for (const { path } of account.reports) byReport.set(path, account)
  const accountOf = (path: string): Account | null => byReport.get(path) ?? null
  const eventByReport = new Map<string, EventGroup>()
  for (const event of events)
    for (const { reports } of event.accounts) for (const { path } of reports) eventByReport.set(path, event)
  const eventOf = (path: string): EventGroup | null => eventByReport.get(path) ?? null
  const bySite = groupBy(all, ({ site }) => site)
  const byFolder = groupBy(all, ({ path }) => posix.dirname(path).toLowerCase())
  const byPage = groupBy(all, ({ path }) => pageOf(path))
  const entriesByFolder = groupBy(
    all.flatMap((page) => page.entries.map((entry): readonly [Digest, Entry] => [page, entry])),
    ([, { folder }]) => folder.toLowerCase(),
  )
  const namesOf = keptFor((event: EventGroup) => groupBy(namedIn(event), ({ mention: { path } }) => path))
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

/** An event without the pages that only came with their translations: see `isOn`. */
function withoutOthers(event: EventGroup): EventGroup {
  const accounts = event.accounts.flatMap((account) => {
    const reports = account.reports.filter((report) => isOn(report, account, event))
    return reports.length === account.reports.length ? account : reports.length > 0 ? { ...account, reports } : []
  })
  return { ...event, accounts }
}

/**
 * Whether a report is on the event of its account. Translations share an account, but by mistake one of them may be a page on
 * something else: that one is on no event. Vietnamese names are not compared with English ones.
 */
function isOn({ name, speakers }: Digest, account: Account, event: EventGroup): boolean {
  if (!name || isSample(name.value)) return true
  if (isOtherEdition(name.value, event)) return false
  const isVietnamese = foldWord(name.value) !== name.value.toLowerCase().normalize('NFC')
  if (account.reports.length === 1 || event.accounts.length === 1 || isVietnamese || speakers.length > 0) return true
  return mayName(name.value, event, account)
}
