import { posix } from 'node:path'
import { isoDay } from '../report/dates/calendar.js'
import { findDates } from '../report/dates/dates.js'
import { isAmbiguousIn } from '../report/dates/event-date.js'
import { isOfOtherDay } from '../report/dates/event-date-words.js'
import { withoutNumber } from '../report/event-number.js'
import type { Language } from '../schema/schema.js'
import { isAboutEvents, isEventFolder } from '../source/site/event-path.js'
import { decoded } from '../text/decoded.js'
import type { Lines } from '../text/lines.js'
import type { Range } from '../text/range.js'
import { type Placed, rangeAt, type Spot, spotOf } from '../text/spot.js'
import { labelledLine, valuesIn } from './labelled-line.js'
import { readVenue } from './venue.js'
import type { WrittenDay } from './written-day.js'

/** The entry of one event on an index page. */
export interface Entry {
  /** The folder that the entry links to, relative to the same folder as the paths of the run. */
  readonly folder: string
  /** The link. */
  readonly at: Spot
  /** The text of the link without the event's number, if the name of the event is elsewhere in the entry. */
  readonly label: Placed<string> | null
  readonly name: Placed<string> | null
  readonly date: EntryDate | null
  readonly venue: Placed<string> | null
}

export interface EntryDate extends WrittenDay {
  /** ISO day on which an event of several days ends, else null. */
  readonly end: string | null
  readonly ambiguous: boolean
}

const MAX_ENTRIES = 40
const LINK =
  /\[(?<label>[^[\]\r\n]{0,200})\]\((?:\.\/)?(?<target>(?![a-z]+:|[/#])[^()\s/]{1,100})\/?(?:_?index(?:\.\w{2})?(?:\.md)?)?(?:[?#][^()\s]{0,100})?\)/dgu
const NAME = labelledLine('event name|name of (?:the )?event|tên sự kiện|tên event')
const DATE = labelledLine(
  '(?:(?:event )?dates?(?: (?:&|and) time)?|time|when|thời gian|ngày|khi nào)[^\\r\\n:：]{0,30}',
)

/** A link that only says to open the page is at the end of its entry; any other link is at the start. */
const OPENS = /^(?:open|view|see|read|go to|details?|more|xem|chi tiết|mở|đọc)(?!\p{L})/iu
const HEADING = /^#{1,6}[ \t]+(?<heading>[^\r\n]{2,300})/dgm

/**
 * Reads the events that an index page lists. An entry reaches from its link to the next one or, if its link is at the end, from
 * the link before it.
 * @param bodyStart offset of the end of the front matter
 */
export function readEntries(path: string, text: string, language: Language, lines: Lines, bodyStart: number): Entry[] {
  const links = [...text.matchAll(LINK)]
    .filter(({ groups }) => leadsToEvent(decoded(groups?.target ?? '')))
    .slice(0, MAX_ENTRIES)
  return links.map((link, index) => {
    const [start, end] = link.indices?.[0] ?? [0, 0]
    const label = link.groups?.label ?? ''
    const isBelow = OPENS.test(label.replace(/^[^\p{L}]+/u, ''))
    const about: Range = isBelow
      ? [links[index - 1]?.indices?.[0]?.[1] ?? bodyStart, start]
      : [end, links[index + 1]?.index ?? text.length]
    const [named = null] = valuesIn(text, about, NAME, lines)
    const own = isBelow ? null : labelOf(label, link.indices?.groups?.label?.[0] ?? start, lines)
    return {
      folder: posix.join(posix.dirname(path), decoded(link.groups?.target ?? '')),
      at: spotOf([start, end], lines),
      label: named && own,
      name: named ?? (isBelow ? headingIn(text, about, lines) : own),
      date: dateIn(text, about, language, lines),
      venue: readVenue(text, about, lines),
    }
  })
}

/**
 * The folders of events that a page mentions anywhere, even in a comment; in lower case.
 * @param text as written
 */
export function foldersNamed(text: string): string[] {
  const names = [...text.matchAll(FOLDER_NAME)].map(([name]) => decoded(name).toLowerCase())
  return [...new Set(names.filter(isEventFolder))]
}

const FOLDER_NAME = /(?<![^\s/()"'<>`])[^\s/()"'<>`#?]{2,100}/g

/** Whether a folder may be that of an event; some are named after a kick-off. */
function leadsToEvent(folder: string): boolean {
  return isEventFolder(folder) || isAboutEvents(folder) || /kick/i.test(folder)
}

/** The last heading, without the author's number. */
function headingIn(text: string, [from, to]: Range, lines: Lines): Placed<string> | null {
  const heading = [...text.slice(from, to).matchAll(HEADING)].at(-1)
  const [start = 0] = heading?.indices?.groups?.heading ?? []
  return heading ? labelOf(heading.groups?.heading ?? '', from + start, lines) : null
}

function labelOf(label: string, start: number, lines: Lines): Placed<string> | null {
  const value = withoutNumber(label.replace(/^[\s*_]+|[\s*_]+$/g, ''))
  if (value === '') return null
  const at = start + label.indexOf(value)
  return { value, at: spotOf([at, at + value.length], lines) }
}

function dateIn(text: string, about: Range, language: Language, lines: Lines): EntryDate | null {
  for (const { value, at } of valuesIn(text, about, DATE, lines, (label) => !isOfOtherDay(label))) {
    const date = firstDate(value, rangeAt(at)[0], language, lines)
    if (date) return date
  }
  // In a table, the day is in the same row.
  const [from] = about
  const row = lines.range(lines.place(from).line)
  return text
    .slice(...row)
    .trimStart()
    .startsWith('|')
    ? firstDate(text.slice(from, row[1]), from, language, lines)
    : null
}

function firstDate(text: string, offset: number, language: Language, lines: Lines): EntryDate | null {
  const mention = findDates(text, true).find(({ valid, start }) => valid && start.year !== null)
  const start = mention && isoDay(mention.start)
  if (!mention || !start) return null
  return {
    start,
    end: mention.end && isoDay({ ...mention.end, year: mention.end.year ?? mention.start.year }),
    ambiguous: isAmbiguousIn(language, mention),
    at: spotOf([offset + mention.range[0], offset + mention.range[1]], lines),
    written: mention.end ? null : text.slice(...mention.range),
    weekday: mention.weekday?.value ?? null,
  }
}
