import { type FieldLine, fieldLines } from '../../markdown/field-lines.js'
import type { ProseLine } from '../../markdown/prose.js'
import type { Language } from '../../schema/schema.js'
import { includesOffset } from '../../text/range.js'
import { isAfterTalks, type Section, type Slot, sectionsWith, type Title } from '../sections/section.js'
import { findDates } from './dates.js'
import { type EventDate, eventDateOf, isAmbiguousIn } from './event-date.js'
import {
  DATE_LABEL,
  DATE_TITLES,
  isOfOtherDay,
  isOfProduct,
  LINE_BEGINS,
  NAMES_THE_EVENT,
  OTHER_DAY,
  plain,
  STRAY_FRONT_MATTER,
  withoutEmphasis,
  YEAR,
} from './event-date-words.js'
import { sentenceDates } from './sentence-dates.js'

/** The parts of a report's body that may give the day of the event. */
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

function readDate(body: Body): EventDate | null {
  const dated = body.prose.filter(({ text }) => YEAR.test(text) && !STRAY_FRONT_MATTER.test(text))
  const labelled = [...fieldLines(dated)].filter(({ label }) => DATE_LABEL.test(plain(label)))
  const fields = labelled.filter(({ label }) => !isOfOtherDay(label))
  const ofOtherDays = new Set(labelled.filter(({ label }) => isOfOtherDay(label)).map(({ start }) => start))
  const lines = dated.filter(({ start }) => !ofOtherDays.has(start))
  const talks = startOfTalks(body)
  const information = sectionsWith('fields', body.slots)
  // Further down, a date may belong to the subject of a talk.
  const isEarly = ({ start }: ProseLine): boolean => start <= talks || isIn(start, information)
  return (
    firstDate(fields.filter(isEarly)) ??
    firstDate(titleLines(lines, body)) ??
    firstDate(informationLines(lines, information)) ??
    onlyDate(openingDates(lines, body)) ??
    onlyDate([
      ...fields.flatMap((field) => dateIn(field) ?? []),
      ...sentenceDates(lines.filter(({ start }) => !isIn(start, sectionsWith('talks', body.slots)))),
    ])
  )
}

/** A line with the offset in it from which to look for a date. After a label for dates, years may have two digits. */
type Dated = Pick<FieldLine, 'text' | 'start' | 'from'> & Partial<Pick<FieldLine, 'label'>>

const wholeLine = ({ text, start }: ProseLine): Dated => ({ text, start, from: 0 })

/** The title, and the headings above the first section. */
function titleLines(lines: readonly ProseLine[], { title, sections }: Body): Dated[] {
  const first = firstSection(sections)
  const isTitle = (start: number): boolean => title !== null && includesOffset(title.range, start)
  return lines
    .filter(({ container, start }) => container === 'heading' && (isTitle(start) || start < first))
    .map(wholeLine)
}

/** The lines of the sections with the event's information: first those under a title like "Date", then all but bare fields. */
function informationLines(lines: readonly ProseLine[], information: readonly Section[]): Dated[] {
  const byTitle = information.filter(({ title }) => DATE_TITLES.test(plain(title.value)))
  const rest = information.filter(({ form }) => form !== 'inline')
  const own = lines.filter(({ container, text }) => container !== 'heading' && !OTHER_DAY.test(plain(text)))
  return [...byTitle, ...rest].flatMap(({ body }) =>
    own.filter(({ start }) => includesOffset(body, start)).map(wholeLine),
  )
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
    const lead = plain(withoutEmphasis(text.slice(0, mention.range[0])))
    const isAfterName = NAMES_THE_EVENT.test(lead) && !/[A-Za-zÀ-ỿ]/.test(text.slice(mention.range[1]))
    return isAfterName || LINE_BEGINS.test(lead) ? (eventDateOf(mention, start) ?? []) : []
  })
}

/** The offset of the first section that the schema knows; infinite if there is none. */
function firstSection(sections: readonly Section[]): number {
  return Math.min(...sections.filter(({ id }) => id !== null).map(({ heading }) => heading[0]))
}

/** The offset of the section with the talks, or of the first one that the schema orders after it; infinite if there is none. */
function startOfTalks({ slots }: Body): number {
  return firstSection(
    slots.flatMap(({ spec, sections }) => (spec.content === 'talks' || isAfterTalks(spec, slots) ? sections : [])),
  )
}

function isIn(offset: number, sections: readonly Section[]): boolean {
  return sections.some(({ body }) => includesOffset(body, offset))
}

function firstDate(lines: readonly Dated[]): EventDate | null {
  for (const line of lines) {
    const date = dateIn(line)
    if (date) return date
  }
  return null
}

/** The only day that several dates name; null if they name different ones, as running text often mentions other days, too. */
function onlyDate(dates: readonly EventDate[]): EventDate | null {
  return new Set(dates.map(({ start }) => start)).size === 1 ? (dates[0] ?? null) : null
}

/** In characters: the text before a date in a field or a heading that is searched for news of a product. */
const MAX_LEAD = 60

function dateIn({ text, start, from, label }: Dated): EventDate | null {
  const searched = text.slice(from)
  const mention = findDates(searched, label !== undefined).find(
    ({ valid, start: { year }, range }) =>
      valid && year !== null && !isOfProduct(plain(searched.slice(Math.max(0, range[0] - MAX_LEAD), range[0]))),
  )
  return mention ? eventDateOf(mention, start + from) : null
}
