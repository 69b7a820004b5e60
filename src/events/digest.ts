import { type DateBlank, dateBlank } from '../drafting/date-edit.js'
import { hasWrongWeekday, otherReading } from '../report/dates/event-date.js'
import type { FrontMatterDate } from '../report/dates/front-matter-date.js'
import type { Kind } from '../report/kind.js'
import type { Report } from '../report/report.js'
import type { Language, Schema } from '../schema/schema.js'
import { siteOfPage } from '../source/site/page-path.js'
import type { Lines } from '../text/lines.js'
import type { Located } from '../text/range.js'
import { type Placed, rangeAt, type Spot, spotOf } from '../text/spot.js'
import { bounded, MAX_ITEMS } from './bounded.js'
import { type Entry, foldersNamed, readEntries } from './entries.js'
import type { PackedMarks } from './marks.js'
import { type Outline, outlineOf } from './outline.js'
import { passagesOf } from './passages.js'
import { readStatedCount, type StatedCount } from './stated-count.js'
import { readVenue } from './venue.js'
import type { WrittenDay } from './written-day.js'

/**
 * Everything that the rules across reports need to know about a file. It is plain data, to be cached or sent to another process or
 * machine: `JSON.parse(JSON.stringify(digest))` is the same.
 */
export interface Digest {
  /** As the user named it. */
  readonly path: string
  readonly kind: Kind
  readonly language: Language
  /** The site that the file belongs to; files of different sites have different authors. */
  readonly site: string
  /** The place of findings on the report as a whole: its title, or else its first line. */
  readonly top: Spot
  readonly title: string | null
  /** The event's name as the title or a field gives it. */
  readonly name: Placed<string> | null
  readonly frontMatterDate: FrontMatterDay | null
  /** Where the front matter has its date, or has room for one. */
  readonly dateBlank: DateBlank | null
  readonly bodyDate: BodyDay | null
  readonly numbers: {
    readonly title: Placed<number> | null
    readonly menu: Placed<number> | null
    readonly weight: Placed<number> | null
    readonly folder: number | null
  }
  readonly venue: Placed<string> | null
  /** People only, no teams. */
  readonly speakers: readonly Placed<string>[]
  readonly outline: Outline
  /** The entries of an index page; empty for all other pages. */
  readonly entries: readonly Entry[]
  /** The folders of events that an index page mentions in any way; empty for all other pages. */
  readonly foldersNamed: readonly string[]
  /** How many events there are according to an index page; null if it does not say, and for all other pages. */
  readonly statedCount: StatedCount | null
  /** The fingerprints of its passages, by which copies are found; empty if it has none. */
  readonly passages: PackedMarks
}

/** The date in the front matter, if it is a day. */
export interface FrontMatterDay {
  /** ISO. For a date that Hugo cannot read, the only day that it can mean. */
  readonly value: string
  readonly state: FrontMatterDate['state']
  /** Whether it is a day that whole sites share because it came with the template. */
  readonly weak: boolean
  readonly at: Spot
}

/** The day of the event as the body gives it. */
export interface BodyDay extends WrittenDay {
  /** ISO day on which an event of several days ends, else null. */
  readonly end: string | null
  /** ISO: the second reading of a date like 08/09/2025, else null. */
  readonly other: string | null
  /** Whether day and month may be the other way round, or the weekday does not match. */
  readonly doubtful: boolean
}

/**
 * @param schema the one that the report was read with
 * @param withPassages whether to include the fingerprints of passages, which only runs over several sites need
 */
export function digestOf(report: Report, schema: Schema, withPassages = true): Digest {
  const { path, kind, lines, text, shown, title, frontMatterDate, eventDate, numbers } = report
  const isIndex = kind === 'index'
  const day = frontMatterDate.value ?? frontMatterDate.reading
  const start = report.frontMatter?.range[1] ?? 0
  const entries = isIndex ? readEntries(path, shown, report.language, lines, start) : []
  return {
    path,
    kind,
    language: report.language,
    site: siteOfPage(path, isIndex),
    top: spotOf(title?.range ?? lines.range(1), lines),
    title: title && bounded(title.text),
    name: report.eventName && placed(report.eventName, lines),
    frontMatterDate:
      day === null || frontMatterDate.range === null
        ? null
        : {
            value: day,
            state: frontMatterDate.state,
            weak: frontMatterDate.weak,
            at: spotOf(frontMatterDate.range, lines),
          },
    dateBlank: dateBlank(report),
    bodyDate: eventDate && {
      start: eventDate.start,
      end: eventDate.end,
      other: otherReading(eventDate),
      doubtful: eventDate.ambiguous || hasWrongWeekday(eventDate),
      at: spotOf(eventDate.range, lines),
      written: eventDate.end ? null : text.slice(...eventDate.range),
      weekday: eventDate.weekday?.value ?? null,
    },
    numbers: {
      title: numbers.title && placed(numbers.title, lines),
      menu: numbers.menu && placed(numbers.menu, lines),
      weight: numbers.weight && placed(numbers.weight, lines),
      folder: numbers.folder,
    },
    venue: isIndex ? null : readVenue(shown, [0, shown.length], lines),
    speakers: report.speakers.people
      .filter(({ team }) => !team)
      .slice(0, MAX_ITEMS)
      .map(({ name, range }) => placed({ value: name, range }, lines)),
    outline: outlineOf(report, schema),
    entries,
    foldersNamed: isIndex ? foldersNamed(text) : [],
    statedCount: entries[0] ? readStatedCount(shown, rangeAt(entries[0].at)[0], lines) : null,
    passages: isIndex || !withPassages ? '' : passagesOf(report),
  }
}

function placed<T>({ value, range }: Located<T>, lines: Lines): Placed<T> {
  return { value: (typeof value === 'string' ? bounded(value) : value) as T, at: spotOf(range, lines) }
}
