import { posix } from 'node:path'
import { isSample } from '../report/sample-name.js'
import { personKey } from '../report/speakers/person-name.js'
import { pageOf } from '../source/site/page-path.js'
import { compare } from '../text/compare.js'
import { type Counts, increase } from '../text/counts.js'
import { groupBy } from '../text/group-by.js'
import { memoize } from '../text/memoize.js'
import type { Digest } from './digest.js'
import type { Entry } from './entries.js'
import { type EventWords, readEventWords } from './event-words.js'

/** What one site says about one event: a page with its translations, and the entries that index pages have for it. */
export interface Account {
  /** The page's path without language and extension. */
  readonly page: string
  readonly site: string
  readonly reports: readonly Digest[]
  readonly entries: readonly Entry[]
  /** The names that it gives the event. */
  readonly names: readonly EventName[]
  /** ISO days in the front matter of several pages of the site: they were copied with it, and say nothing about the event. */
  readonly copiedDays: readonly string[]
  /** The ISO day with the most weight; null if the account gives none that counts, or several with equal weight. */
  readonly day: string | null
  /** The speakers, by `personKey`. */
  readonly speakers: ReadonlySet<string>
}

export interface EventName {
  readonly text: string
  readonly words: EventWords
}

/**
 * How much a date counts by where it is: in the text, on an index page, or in the front matter, which often has the day on which
 * the page was made. A doubtful date in the text or on an index page counts less.
 */
const WEIGHT = { body: 4, doubtful: 2, index: 3, frontMatter: 2 } as const

/** How many names to memoize: the same people are named in many reports. */
const MAX_MEMOIZED = 5000

const keyOf = memoize(personKey, MAX_MEMOIZED)

/** Gathers what each site says about each event. @param digests sorted by path */
export function accountsOf(digests: readonly Digest[]): Account[] {
  const pages = groupBy(
    digests.filter(({ kind }) => kind !== 'index'),
    ({ path }) => pageOf(path),
  )
  const entries = entriesByFolder(digests)
  const shared = sharedFrontMatterDays(pages)
  return [...pages].map(([page, reports]) => {
    const [{ site }] = reports
    const own = entries.get(posix.dirname(page).toLowerCase()) ?? []
    return {
      page,
      site,
      reports,
      entries: own,
      names: namesOf(reports, own),
      copiedDays: reports.flatMap(({ frontMatterDate }) =>
        frontMatterDate && shared.has(`${site} ${frontMatterDate.value}`) ? [frontMatterDate.value] : [],
      ),
      day: dayOf(reports, own, shared),
      speakers: new Set(
        reports.flatMap(({ name, speakers }) =>
          name && isSample(name.value)
            ? []
            : speakers.map(({ value }) => keyOf(value)).filter((key) => key.includes(' ')),
        ),
      ),
    }
  })
}

/**
 * The entries of index pages by the folder that they link to, in lower case because Hugo ignores the case of addresses. The
 * template's sample event is left out.
 */
function entriesByFolder(digests: readonly Digest[]): ReadonlyMap<string, Entry[]> {
  const entries = digests.flatMap(({ entries }) => entries.filter(({ name }) => !name || !isSample(name.value)))
  return groupBy(entries, ({ folder }) => folder.toLowerCase())
}

/** The days that several pages of one site have in their front matter, as `site day`. */
function sharedFrontMatterDays(pages: ReadonlyMap<string, readonly Digest[]>): ReadonlySet<string> {
  const seen = new Map<string, string>()
  const shared = new Set<string>()
  for (const [page, reports] of pages)
    for (const { site, frontMatterDate } of reports) {
      if (!frontMatterDate) continue
      const key = `${site} ${frontMatterDate.value}`
      const other = seen.get(key)
      if (other !== undefined && other !== page) shared.add(key)
      seen.set(key, page)
    }
  return shared
}

/** The names that the pages give or, if those say too little, also the names on the index pages. */
function namesOf(reports: readonly Digest[], entries: readonly Entry[]): EventName[] {
  const names = new Map<string, EventName>()
  for (const { name } of reports) if (name && !isSample(name.value)) addName(name.value, names)
  const isInformative = [...names.values()].some(
    ({ words }) => words.topic.length > 0 || words.edition !== null || words.common.length > 1,
  )
  if (!isInformative) for (const { name } of entries) if (name) addName(name.value, names)
  return [...names.values()]
}

function addName(text: string, names: Map<string, EventName>): void {
  const words = readEventWords(text)
  if (words.topic.length + words.common.length > 0 || words.edition !== null) names.set(text, { text, words })
}

function dayOf(reports: readonly Digest[], entries: readonly Entry[], shared: ReadonlySet<string>): string | null {
  const weights: Counts<string> = new Map()
  for (const { bodyDate, frontMatterDate, site } of reports) {
    if (bodyDate) increase(weights, bodyDate.start, bodyDate.doubtful ? WEIGHT.doubtful : WEIGHT.body)
    if (
      frontMatterDate &&
      frontMatterDate.state !== 'placeholder' &&
      !frontMatterDate.weak &&
      !shared.has(`${site} ${frontMatterDate.value}`)
    )
      increase(weights, frontMatterDate.value, WEIGHT.frontMatter)
  }
  for (const { date } of entries)
    if (date) increase(weights, date.start, date.ambiguous ? WEIGHT.doubtful : WEIGHT.index)
  const [first, second] = [...weights].sort((a, b) => b[1] - a[1] || compare(a[0], b[0]))
  return first && first[1] !== second?.[1] ? first[0] : null
}
