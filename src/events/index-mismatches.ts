import { posix } from 'node:path'
import { filledIn, settingDay } from '../drafting/date-edit.js'
import { isSample } from '../report/sample-name.js'
import { isEventFolder } from '../source/site/event-path.js'
import { isFolderPage, languageInName } from '../source/site/page-path.js'
import type { TextEdit } from '../text/edit.js'
import { type Placed, rangeAt, type Spot } from '../text/spot.js'
import type { Digest } from './digest.js'
import type { Entry } from './entries.js'
import type { SettledDay } from './event-group.js'
import { readEventWords } from './event-words.js'
import { areDistinguished } from './name-likeness.js'
import type { StatedCount } from './stated-count.js'
import { statedDay } from './stated-day.js'
import { areOtherPlaces } from './venue.js'
import { rewritten } from './written-day.js'

/** A difference between an entry of an index page and the page that it links to. */
export interface Mismatch {
  readonly about: 'event' | 'date' | 'place'
  /** What each of them says, in words, and where. `isInFrontMatter`: whether that is in the front matter. */
  readonly entry: { readonly at: Spot; readonly words: string }
  readonly page: { readonly at: Spot; readonly words: string; readonly isInFrontMatter?: boolean }
  /** The ISO days, if the difference is about these. */
  readonly days: { readonly entry: string; readonly page: string } | null
  /** Which of the two gets the finding: the one that is, or more likely is, wrong. */
  readonly reportedOn: 'entry' | 'page'
  /** How to correct that one, if there is no doubt. */
  readonly fix: { readonly title: string; readonly edits: readonly [TextEdit, ...TextEdit[]] } | null
}

/** The page that an entry is about, preferably in the language of the index page. */
export function pageOfEntry(index: Digest, pages: readonly Digest[]): Digest | null {
  const events = pages.filter(({ kind }) => kind === 'event')
  const language = languageInName(index.path)
  return (
    events.find(({ path }) => languageInName(path) === language) ??
    events.find((page) => page.language === index.language) ??
    events[0] ??
    null
  )
}

/**
 * The differences between an entry and its page.
 * @param settled the day of the event, if it is beyond doubt
 * @param copiedDays days in the front matter of the page that other pages of the site have, too
 */
export function mismatchesOf(
  entry: Entry,
  page: Digest,
  settled: SettledDay | null,
  copiedDays: readonly string[],
): Mismatch[] {
  const event = otherEvent(entry, page, settled)
  if (event) return [event]
  // What is left of the template says nothing of the event.
  if (entry.name && isSample(entry.name.value)) return []
  return [...otherDay(entry, page, settled, copiedDays), ...otherPlace(entry, page)]
}

/** A stated number of events that differs from the length of the list. */
export interface Miscount {
  readonly stated: StatedCount
  readonly listed: number
  /** Whether the page lists all events of its site. */
  readonly isAll: boolean
}

/**
 * Compares the stated number of events with the list. A list with links that lead nowhere is no standard to compare with.
 * @param site the reports of the page's site
 */
export function miscountOf({ statedCount: stated, entries }: Digest, site: readonly Digest[]): Miscount | null {
  if (!stated) return null
  const listed = new Set(entries.map(({ folder }) => folder.toLowerCase()))
  const events = site.filter(({ kind }) => kind === 'event')
  const folders = new Set(events.map(({ path }) => posix.dirname(path).toLowerCase()))
  if (listed.size < 2 || [...listed].some((folder) => !folders.has(folder))) return null
  if (stated.value === listed.size || stated.value === folders.size) return null
  return { stated, listed: listed.size, isAll: listed.size === folders.size }
}

/** The events of its section that an index page leaves out. */
export interface Unlisted {
  /** Their folders. */
  readonly folders: readonly string[]
  /** The last entry. */
  readonly at: Spot
}

/**
 * Finds the events that an index page leaves out. A page that lists several events should list all of those that have a page in
 * its language.
 * @param site the reports of the page's site
 */
export function unlistedBy({ path, entries, foldersNamed }: Digest, site: readonly Digest[]): Unlisted | null {
  const section = posix.dirname(path)
  const folders = site
    .filter(
      ({ kind, path: page }) => kind === 'event' && isFolderPage(page) && languageInName(page) === languageInName(path),
    )
    .map(({ path: page }) => posix.dirname(page))
    .filter((folder) => posix.dirname(folder) === section && isEventFolder(posix.basename(folder)))
  const listed = new Set(entries.map(({ folder }) => folder.toLowerCase()))
  const left = folders.filter((folder) => !listed.has(folder.toLowerCase()))
  const at = entries.at(-1)?.at
  if (!at || left.length === 0 || folders.length - left.length < 2) return null
  const unnamed = left
    .map((folder) => posix.basename(folder))
    .filter((name) => !foldersNamed.includes(name.toLowerCase()))
  return unnamed.length > 0 ? { folders: unnamed, at } : null
}

/** A name that means the same in a link, in a row of a table and in a heading. */
const PLAIN_NAME = /^[^\\`*_[\]|<>]{1,200}$/

function otherEvent(entry: Entry, page: Digest, settled: SettledDay | null): Mismatch | null {
  const { name: a } = entry
  const { name: b } = page
  if (!a || !b) return null
  const isOneSample = isSample(a.value) !== isSample(b.value)
  if (!isOneSample && !areDistinguished(readEventWords(a.value), readEventWords(b.value))) return null
  const reportedOn = isOneSample && isSample(b.value) ? 'page' : 'entry'
  return {
    about: 'event',
    entry: { at: a.at, words: `“${a.value}”` },
    page: { at: b.at, words: `“${b.value}”` },
    days: null,
    reportedOn,
    fix: isOneSample && reportedOn === 'entry' ? inPlaceOfSample(a, entry, b.value, undoubtedDay(page, settled)) : null,
  }
}

/**
 * Replaces the sample's name in an entry, and its date as well: beside the new name, it would pass for the date of that event.
 * @param day ISO; null if it is unknown
 */
function inPlaceOfSample(
  sample: Placed<string>,
  { label, date }: Entry,
  name: string,
  day: string | null,
): Mismatch['fix'] {
  if (!PLAIN_NAME.test(name)) return null
  const title = `Write “${name}”`
  const edit: TextEdit = { range: rangeAt(sample.at), text: name }
  const linked = label && isSample(label.value) ? [{ range: rangeAt(label.at), text: name }] : []
  if (!date || date.start === day) return { title, edits: [edit, ...linked] }
  const dated = day === null ? null : rewritten(date, day)
  return dated && { title: `${title} and ${day}`, edits: [edit, ...linked, dated] }
}

/** The ISO day that a page gives for its event, if its text leaves no doubt or the other reports agree. */
function undoubtedDay(page: Digest, settled: SettledDay | null): string | null {
  const own = statedDay(page)
  return own && ((page.bodyDate && !own.doubtful) || own.start === settled?.start) ? own.start : null
}

function otherDay(
  { date }: Entry,
  page: Digest,
  settled: SettledDay | null,
  copiedDays: readonly string[],
): Mismatch[] {
  const { bodyDate, frontMatterDate } = page
  const own = statedDay(page)
  if (!date || !own || date.ambiguous || own.doubtful) return []
  if (date.start <= (own.end ?? own.start) && own.start <= (date.end ?? date.start)) return []
  // If the page's day is wrong, `event-date-conflict` reports that.
  if (settled && settled.start !== own.start) return []
  const isFromFrontMatter = !bodyDate && !settled && frontMatterDate !== null
  const isDefault = isFromFrontMatter && (frontMatterDate.weak || copiedDays.includes(frontMatterDate.value))
  const edit = isDefault
    ? page.dateBlank && filledIn(page.dateBlank, date.start)
    : settled && rewritten(date, own.start)
  return [
    {
      about: 'date',
      entry: { at: date.at, words: `date ${date.start}` },
      page: { at: own.at, words: `date ${own.start}`, isInFrontMatter: !bodyDate },
      days: { entry: date.start, page: own.start },
      reportedOn: isDefault ? 'page' : 'entry',
      fix: edit && settingDay(isDefault ? date.start : own.start, edit),
    },
  ]
}

function otherPlace({ venue: a }: Entry, { venue: b }: Digest): Mismatch[] {
  if (!a || !b || !areOtherPlaces(a.value, b.value)) return []
  return [
    {
      about: 'place',
      entry: { at: a.at, words: `place “${a.value}”` },
      page: { at: b.at, words: `place “${b.value}”` },
      days: null,
      reportedOn: 'entry',
      fix: null,
    },
  ]
}
