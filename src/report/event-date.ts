import type { Root } from 'mdast'
import type { Located, Range } from '../text/range.js'
import { isoDay, type Weekday } from './calendar.js'
import { type DateMention, findDates } from './dates.js'
import { type ProseLine, proseLines } from './prose.js'
import type { Section, Title } from './report.js'

/** The day of the event as the body gives it. */
export interface EventDate {
  /** ISO day. */
  readonly start: string
  /** ISO day of the last of several days, else null. */
  readonly end: string | null
  readonly weekday: Located<Weekday> | null
  readonly range: Range
  /** The day and the month may be the other way round. */
  readonly ambiguous: boolean
}

interface Body {
  readonly text: string
  readonly tree: Root
  readonly title: Title | null
  readonly sections: readonly Section[]
}

/** What may stand before a date field: list marks, emphasis, entities, emoji. */
const BEFORE_LABEL = /^(?:&emsp;|&nbsp;|[^\p{L}\p{N}]){0,30}/u
const LABEL = /^([\p{L}\p{M}][\p{L}\p{M}\s&,/+-]{0,40}?)\s*(?:\([^()]{0,40}\)\s*)?[*_\s]{0,6}(?:[:：|]|\s[–—-]\s)/u
const DATE_LABEL = /(?:^|[\s&,/])(?:date|dates|time|when|day|ngày|thời gian|thời điểm|lịch|khi nào)(?:$|[\s&,/])/iu
/** Other days than the event's. */
const OTHER_DAY =
  /deadline|due|publish|regist|certif|update|releas|launch|submi|issue|đăng ký|hạn|cấp|cập nhật|nộp|ra mắt|next|tiếp theo/iu

const DATE_TITLES = /^(?:\P{L}*)(?:event )?(?:date|time|when|ngày|thời gian)(?:\P{L}|$)/iu

/** Words that make a sentence one about the event's taking place, and how the day is joined to them. */
const TAKING_PLACE =
  /\b(?:held|took place|takes place|taking place|attended|attend|participated|joined|organi[sz]ed|hosted|event|workshop|summit)\b|diễn ra|tổ chức|tham gia|tham dự|sự kiện|buổi/iu
const ON_THAT_DAY =
  /(?:\bon\s+(?:the\s+)?|\bngày\s+|\bvào\s+|^\W*)(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day\s*,?\s*|thứ\s+\p{L}+\s*,?\s*(?:ngày\s+)?|chủ nhật\s*,?\s*(?:ngày\s+)?|sáng\s+|chiều\s+|ngày\s+)*$/iu

/**
 * Reads the day of the event from a report's body: from a field ("Date: …"), the title, the section that holds the event's
 * information, or the one sentence that says when it took place, in this order.
 * @returns null where the body gives no such day with its year, or several sentences give different ones
 */
export function readEventDate(body: Body): EventDate | null {
  const lines = proseLines(body.tree, body.text)
  return (
    firstOf(fieldLines(lines, body)) ??
    firstOf(titleLines(lines, body)) ??
    firstOf(informationLines(lines, body)) ??
    onlyOf(sentences(lines, body))
  )
}

type Dated = ProseLine & { readonly from: number }

const atStart = (line: ProseLine): Dated => ({ ...line, from: 0 })

/** Lines that open with the label of a date, and cells beside one. */
function* fieldLines(lines: readonly ProseLine[], { sections }: Body): Generator<Dated> {
  const closing = sections.find(({ id }) => id === 'highlights' || id === 'takeaways' || id === 'agenda')?.heading[0]
  for (const line of lines) {
    // Further down, dates belong to what was talked about.
    if (closing !== undefined && line.start > closing && !isIn(line, sections, 'event-information')) continue
    if (line.container === 'heading') continue
    if (line.container === 'cell') {
      if (line.cellBefore !== null && isDateLabel(line.cellBefore.replace(/[*_:：]/g, '').trim())) yield atStart(line)
      continue
    }
    for (const part of parts(line)) {
      const lead = BEFORE_LABEL.exec(part.text.slice(part.from))?.[0].length ?? 0
      const label = LABEL.exec(part.text.slice(part.from + lead))
      if (label?.[1] !== undefined && isDateLabel(label[1])) yield { ...part, from: part.from + lead + label[0].length }
    }
  }
}

function isDateLabel(label: string): boolean {
  return DATE_LABEL.test(label.normalize('NFC')) && !OTHER_DAY.test(label)
}

/** "Date: … | Format: … | Host: …" is three fields. */
function parts(line: ProseLine): Dated[] {
  const starts = [0, ...[...line.text.matchAll(/\s\|\s|<br\s*\/?>/g)].map(({ index, 0: bar }) => index + bar.length)]
  return starts.map((from) => ({ ...line, from }))
}

function* titleLines(lines: readonly ProseLine[], { title, sections }: Body): Generator<Dated> {
  const first = Math.min(...sections.filter(({ id }) => id !== null).map(({ heading }) => heading[0]))
  for (const line of lines)
    if (
      line.container === 'heading' &&
      ((title && line.start >= title.range[0] && line.start < title.range[1]) || line.start < first)
    )
      yield atStart(line)
}

/** The section that holds the event's information; also one that is titled "Date" alone. */
function* informationLines(lines: readonly ProseLine[], { sections }: Body): Generator<Dated> {
  const byTitle = sections.filter(({ id, title }) => id === 'event-information' && DATE_TITLES.test(title.value))
  const rest = sections.filter(({ id, form }) => id === 'event-information' && form !== 'inline')
  for (const section of [...byTitle, ...rest])
    for (const line of lines)
      if (
        line.container !== 'heading' &&
        line.start >= section.body[0] &&
        line.start < section.body[1] &&
        !isOtherField(line)
      )
        yield atStart(line)
}

function isOtherField(line: ProseLine): boolean {
  return OTHER_DAY.test(line.text)
}

/** The lines of running text that say when the event took place. */
function* sentences(lines: readonly ProseLine[], { sections }: Body): Generator<Dated> {
  for (const line of lines) {
    if (line.container !== 'paragraph' || OTHER_DAY.test(line.text)) continue
    if (['highlights', 'agenda'].some((id) => isIn(line, sections, id))) continue
    for (const { range } of findDates(line.text)) {
      const before = line.text.slice(0, range[0])
      const sentence = line.text.slice(before.lastIndexOf('. ') + 1).split(/[.!?](?:\s|$)/)[0] ?? ''
      if (ON_THAT_DAY.test(before.replace(/[*_]/g, '')) && TAKING_PLACE.test(sentence.normalize('NFC')))
        yield { ...line, from: range[0] - leadOfWeekday(before) }
    }
  }
}

/** So much of the text before a date may name its weekday. */
function leadOfWeekday(before: string): number {
  return Math.min(before.length, 40)
}

function isIn({ start }: ProseLine, sections: readonly Section[], id: string): boolean {
  return sections.some((section) => section.id === id && section.body[0] <= start && start < section.body[1])
}

function firstOf(lines: Iterable<Dated>): EventDate | null {
  for (const line of lines) {
    const date = dateOf(line)
    if (date) return date
  }
  return null
}

/** Running text names other days as well: it counts only where all such sentences name one day. */
function onlyOf(lines: Iterable<Dated>): EventDate | null {
  const dates = [...lines].map(dateOf).filter((date) => date !== null)
  return new Set(dates.map(({ start }) => start)).size === 1 ? (dates[0] ?? null) : null
}

function dateOf({ text, start, from }: Dated): EventDate | null {
  const mention = findDates(text.slice(from)).find((date) => date.valid && date.start.year !== null)
  const day = mention && isoDay(mention.start)
  if (!mention || !day) return null
  const offset = start + from
  const moved = ([a, b]: Range): Range => [offset + a, offset + b]
  return {
    start: day,
    end: mention.end && isoDay({ ...mention.end, year: mention.end.year ?? mention.start.year }),
    weekday: weekdayOf(mention, moved),
    range: moved(mention.range),
    ambiguous: mention.ambiguous,
  }
}

function weekdayOf({ weekday }: DateMention, moved: (range: Range) => Range): Located<Weekday> | null {
  return weekday && { value: weekday.value, range: moved(weekday.range) }
}
