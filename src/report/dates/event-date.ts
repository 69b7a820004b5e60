import { type FieldLine, fieldLines } from '../../markdown/field-lines.js'
import type { ProseLine } from '../../markdown/prose.js'
import type { Language } from '../../schema/schema.js'
import { lowerCase } from '../../text/lower-case.js'
import type { Located, Range } from '../../text/range.js'
import { isBehindTalks, type Section, type Slot, sectionsWith, type Title } from '../sections/section.js'
import { dayOfIso, isoDay, type Weekday, weekdayOf } from './calendar.js'
import type { DateMention } from './date-mention.js'
import { findDates } from './dates.js'
import {
  DATE_LABEL,
  DATE_TITLES,
  EVENT_NOUN,
  IN_EXAMPLE,
  LABEL_OF_OTHER_DAY,
  LINE_BEGINS,
  NAMES_THE_EVENT,
  NEWS_OF_THAT_DAY,
  ON_THAT_DAY,
  OTHER_DAY,
  PRODUCT_NEWS,
  STRAY_HEAD,
  TAKING_PLACE,
  THAT_DAYS_EVENT,
  YEAR,
} from './event-date-words.js'

/** The day or days of the event according to the body. */
export interface EventDate {
  /** ISO day. */
  readonly start: string
  /** ISO day: the last day of an event of several days, else null. */
  readonly end: string | null
  readonly weekday: Located<Weekday> | null
  /** Offsets in the file, without the weekday. */
  readonly range: Range
  /** Whether day and month may be swapped. */
  readonly ambiguous: boolean
}

/** The first day (ISO) if it is certain, that is if it has no second reading and the weekday beside it agrees; else null. */
export function certainDay(date: EventDate | null): string | null {
  return date && !date.ambiguous && !hasWrongWeekday(date) ? date.start : null
}

/** Whether the weekday beside the date does not match it. */
export function hasWrongWeekday({ start, weekday }: EventDate): boolean {
  return weekday !== null && weekdayOf(dayOfIso(start)) !== weekday.value
}

/** The first day with day and month swapped, as an ISO day; null if the date is not ambiguous. */
export function otherReading({ start, ambiguous }: EventDate): string | null {
  const [year, month, day] = start.split('-')
  return ambiguous ? `${year}-${day}-${month}` : null
}

/**
 * Whether a day agrees with the date in a text: it lies between `start` and `end`, or is the other reading. All days are ISO.
 * @param text `end` is null for a single day, `other` for a date with only one reading
 */
export function isGivenBy(day: string, text: { start: string; end: string | null; other: string | null }): boolean {
  return day === text.other || (day >= text.start && day <= (text.end ?? text.start))
}

interface Body {
  readonly prose: readonly ProseLine[]
  readonly title: Title | null
  readonly sections: readonly Section[]
  readonly slots: readonly Slot[]
  readonly language: Language
}

/**
 * Reads the day of the event from a report's body. It is looked for, in this order, in a field above the talks ("Date: …"), in the
 * title and the headings above the first section, in the section with the event's information, at the start of a line above the
 * first section, and in the remaining fields and in sentences that say when the event took place.
 * @returns null if the body gives no such day with a year, or if only the last two places do and name different days
 */
export function readEventDate(body: Body): EventDate | null {
  const date = readDate(body)
  return date && { ...date, ambiguous: isAmbiguousIn(body.language, date) }
}

/**
 * Whether day and month of a date may be swapped in a text of that language. In Vietnamese the day comes first: so it does in all
 * of the 98 unambiguous dates on real pages.
 */
export function isAmbiguousIn(language: Language, date: { readonly ambiguous: boolean }): boolean {
  return date.ambiguous && language !== 'vi'
}

function readDate(body: Body): EventDate | null {
  const dated = body.prose.filter(({ text }) => YEAR.test(text) && !STRAY_HEAD.test(text))
  const labelled = [...fieldLines(dated)].filter(({ label }) => DATE_LABEL.test(plain(label)))
  const fields = labelled.filter(({ label }) => !isOfOtherDay(label))
  const others = new Set(labelled.filter(({ label }) => isOfOtherDay(label)).map(({ start }) => start))
  const lines = dated.filter(({ start }) => !others.has(start))
  const talks = beginningOfTalks(body)
  // Further down, a date may belong to the subject of a talk.
  const isEarly = (line: ProseLine): boolean =>
    line.start <= talks || sectionsWith('fields', body.slots).some((section) => standsIn(line, section))
  return (
    firstOf(fields.filter(isEarly)) ??
    firstOf(titleLines(lines, body)) ??
    firstOf(informationLines(lines, body)) ??
    onlyOf(openingDates(lines, body)) ??
    onlyOf([...fields.flatMap((field) => dateOf(field) ?? []), ...sentenceDates(lines, body)])
  )
}

/** Composed and in lower case, as the expressions expect it. */
function plain(text: string): string {
  return lowerCase(text.normalize('NFC'))
}

/** The same without marks of emphasis. */
function wordsOf(text: string): string {
  return plain(text.replace(/[*_]/g, ''))
}

/** A line with the offset in it from which to look for a date; after a label for dates, years may have two digits. */
type Dated = Pick<FieldLine, 'text' | 'start' | 'from'> & Partial<Pick<FieldLine, 'label'>>

const atStart = ({ text, start }: ProseLine): Dated => ({ text, start, from: 0 })

/** Whether a label announces another day than the event's, such as a deadline or the day on which the report was written. */
export function isOfOtherDay(label: string): boolean {
  const words = plain(label)
  return OTHER_DAY.test(words) || LABEL_OF_OTHER_DAY.test(words)
}

/**
 * The dates above the first section that begin a line ("Saturday, May 2nd, 2026, hall B") or end one with the event's name ("Cloud
 * Meetup 13/6/2026").
 */
function openingDates(lines: readonly ProseLine[], { sections }: Body): EventDate[] {
  const first = firstSection(sections)
  return lines.flatMap(({ container, text, start }) => {
    if (container === 'heading' || start >= first || OTHER_DAY.test(plain(text))) return []
    const [mention] = findDates(text)
    if (!mention) return []
    const lead = wordsOf(text.slice(0, mention.range[0]))
    const isName = NAMES_THE_EVENT.test(lead) && !/[A-Za-zÀ-ỿ]/.test(text.slice(mention.range[1]))
    return isName || LINE_BEGINS.test(lead) ? (eventDateOf(mention, start) ?? []) : []
  })
}

/** The offset of the first section that the schema knows; infinite without any. */
function firstSection(sections: readonly Section[]): number {
  return Math.min(...sections.filter(({ id }) => id !== null).map(({ heading }) => heading[0]))
}

/** The offset of the section with the talks, or of the first one that the schema orders after it; infinite without any. */
function beginningOfTalks({ slots }: Body): number {
  return firstSection(
    slots.flatMap(({ spec, sections }) => (spec.content === 'talks' || isBehindTalks(spec, slots) ? sections : [])),
  )
}

/** The title, and the headings above the first section. */
function* titleLines(lines: readonly ProseLine[], { title, sections }: Body): Generator<Dated> {
  const first = firstSection(sections)
  for (const line of lines)
    if (
      line.container === 'heading' &&
      ((title && line.start >= title.range[0] && line.start < title.range[1]) || line.start < first)
    )
      yield atStart(line)
}

/** The lines of the sections with the event's information: first those under a title like "Date", then all but bare fields. */
function* informationLines(lines: readonly ProseLine[], { slots }: Body): Generator<Dated> {
  const information = sectionsWith('fields', slots)
  const byTitle = information.filter(({ title }) => DATE_TITLES.test(plain(title.value)))
  const rest = information.filter(({ form }) => form !== 'inline')
  for (const section of [...byTitle, ...rest])
    for (const line of lines)
      if (line.container !== 'heading' && standsIn(line, section) && !OTHER_DAY.test(plain(line.text)))
        yield atStart(line)
}

/** The days on which the event took place according to running text. */
function* sentenceDates(lines: readonly ProseLine[], { slots }: Body): Generator<EventDate> {
  const talks = sectionsWith('talks', slots)
  for (const line of lines) {
    // Dates in talks belong to their subjects.
    if (line.container !== 'paragraph' || talks.some((section) => standsIn(line, section))) continue
    const mentions = findDates(line.text)
    for (const [index, mention] of mentions.entries()) {
      const [start, end] = mention.range
      const before = line.text.slice(Math.max(0, start - MAX_SENTENCE), start)
      const sentence = before.slice(before.lastIndexOf('. ') + 1)
      const lead = wordsOf(sentence)
      const clause = wordsOf(sentence.slice((mentions[index - 1]?.range[1] ?? 0) - start))
      const after = plain(line.text.slice(end, end + MAX_SENTENCE).split(/[.!?](?:\s|$)/)[0] ?? '')
      const near = lead.slice(-MAX_PREPOSITION)
      const isThatDay = ON_THAT_DAY.test(near) || (THAT_DAYS_EVENT.test(lead) && EVENT_NOUN.test(after))
      if (!isThatDay || IN_EXAMPLE.test(lead) || isOfProduct(near)) continue
      // "I registered on … and attended on …": with several dates, the clause of each counts, if it mentions the event.
      const isClear = mentions.length > 1 && TAKING_PLACE.test(clause)
      const words = isClear ? `${clause} ${after.split(CLAUSE_ENDS)[0]}` : `${lead} ${after}`
      if (OTHER_DAY.test(words) || !TAKING_PLACE.test(words)) continue
      const date = eventDateOf(mention, line.start)
      if (date) yield date
    }
  }
}

const CLAUSE_ENDS = /[,;]|\s(?:and|but|và|nhưng)\s/

/** How many characters before and after a date are read as its sentence. */
const MAX_SENTENCE = 400

/** How many characters before a date in a sentence are searched for the words that join it: a preposition, a weekday, "ngày". */
const MAX_PREPOSITION = 80

/** The same for a date in a field or a heading. */
const MAX_LEAD = 60

function standsIn({ start }: ProseLine, { body: [from, to] }: Section): boolean {
  return from <= start && start < to
}

function firstOf(lines: Iterable<Dated>): EventDate | null {
  for (const line of lines) {
    const date = dateOf(line)
    if (date) return date
  }
  return null
}

/** The only day that several dates name; null if they name different ones, as running text often names other days as well. */
function onlyOf(dates: readonly EventDate[]): EventDate | null {
  return new Set(dates.map(({ start }) => start)).size === 1 ? (dates[0] ?? null) : null
}

function dateOf({ text, start, from, label }: Dated): EventDate | null {
  const said = text.slice(from)
  const mention = findDates(said, label !== undefined).find(
    ({ valid, start: { year }, range }) =>
      valid && year !== null && !isOfProduct(plain(said.slice(Math.max(0, range[0] - MAX_LEAD), range[0]))),
  )
  return mention ? eventDateOf(mention, start + from) : null
}

/** The date of a mention, with its ranges moved by an offset; null if it has no year or is not in the calendar. */
function eventDateOf({ start, end, weekday, range, ambiguous, valid }: DateMention, offset: number): EventDate | null {
  const day = valid ? isoDay(start) : null
  if (day === null) return null
  const moved = ([a, b]: Range): Range => [offset + a, offset + b]
  return {
    start: day,
    end: end && isoDay({ ...end, year: end.year ?? start.year }),
    weekday: weekday && { value: weekday.value, range: moved(weekday.range) },
    range: moved(range),
    ambiguous,
  }
}

/** Whether the words before a date say that it is a product's. The first test spares most runs the compilation of the second. */
function isOfProduct(lead: string): boolean {
  return PRODUCT_NEWS.test(lead) && NEWS_OF_THAT_DAY.test(lead)
}
