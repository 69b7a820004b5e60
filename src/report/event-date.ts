import type { Root } from 'mdast'
import type { Located, Range } from '../text/range.js'
import { isoDay, WEEKDAYS, type Weekday } from './calendar.js'
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

/** The first day, where the body leaves no doubt of it: there is no second reading, and no weekday that contradicts. */
export function certainDay(date: EventDate | null): string | null {
  return date && !date.ambiguous && !hasWrongWeekday(date) ? date.start : null
}

/** Whether the weekday beside the day is another day's. */
export function hasWrongWeekday({ start, weekday }: EventDate): boolean {
  return weekday !== null && WEEKDAYS[new Date(`${start}T00:00:00Z`).getUTCDay()] !== weekday.value
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
const DATE_TITLES = /^(?:\P{L}*)(?:event )?(?:date|time|when|ngày|thời gian)(?:\P{L}|$)/iu

/** A head that does not open the file ("Here is the report:" above it) is read by no one, and is no field of the body. */
const STRAY_HEAD = /^\s*date:\s*["']?\d{4}-\d{2}-\d{2}/

/** Other days than the event's; each word may go on ("launched"), none begins inside another ("thành"). */
const OTHER_DAY =
  /(?<!\p{L})(?:deadline|due(?!\p{L})|publish|regist|certif|updat|releas|launch|submi|issu|expir|birth|intern(?:ship)?(?!\p{L})|report(?:ed|ing)? (?:date|on)|written|next|upcoming|previous|đăng ký|hạn(?!\p{L})|ngày cấp|được cấp|cập nhật|nộp|ra mắt|phát hành|báo cáo|viết|sinh(?! viên)|thực tập|tiếp theo|sắp tới|trước đó)/iu

/** Words that make a sentence one about the event's taking place, and how the day is joined to them. */
const TAKING_PLACE =
  /(?<!\p{L})(?:held|took place|takes place|taking place|attend|participat|joined|joining|organi[sz]ed|hosted|events?(?!\p{L})|workshop|summit|meetup|diễn ra|tổ chức|tham gia|tham dự|sự kiện|buổi)/iu
const ON_THAT_DAY =
  /(?:\bon\s+(?:the\s+)?|(?<!\p{L})ngày\s+|(?<!\p{L})vào\s+|^\W*)(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day\s*,?\s*|thứ\s+\p{L}+\s*,?\s*(?:ngày\s+)?|chủ nhật\s*,?\s*(?:ngày\s+)?|sáng\s+|chiều\s+|ngày\s+)*$/iu
/** "In the June 6, 2026 meetup". */
const THAT_DAYS_EVENT = /\bthe\s$/i
const EVENT_NOUN = /^\s(?:event|workshop|meetup|summit|session)\b/i
/** Days in brackets are those of an example; in these sections, those of what was talked about. */
const IN_EXAMPLE = /\((?:e\.g\.|ví dụ|for example|such as|như)[^)]*$/iu
const OF_THE_TALKS = ['highlights', 'agenda'] as const

/**
 * Reads the day of the event from a report's body: from a field ("Date: …"), the title, the section that holds the event's
 * information, or what says further down when it took place, in this order.
 * @returns null where the body gives no such day with its year, or fields and sentences further down give different ones
 */
export function readEventDate(body: Body): EventDate | null {
  const lines = proseLines(body.tree, body.text).filter(({ text }) => !STRAY_HEAD.test(text))
  const fields = [...fieldLines(lines)]
  const closing = body.sections.find(({ id }) => id === 'highlights' || id === 'takeaways' || id === 'agenda')
    ?.heading[0]
  // Further down, a date may belong to what was talked about.
  const isEarly = (line: ProseLine): boolean =>
    closing === undefined || line.start <= closing || isIn(line, body.sections, ['event-information'])
  return (
    firstOf(fields.filter(isEarly)) ??
    firstOf(titleLines(lines, body)) ??
    firstOf(informationLines(lines, body)) ??
    onlyOf([...fields, ...sentences(lines, body)])
  )
}

/** A line, and from where on it is read. */
type Dated = ProseLine & { readonly from: number }

const atStart = (line: ProseLine): Dated => ({ ...line, from: 0 })

/** Lines that open with the label of a date, and cells beside one. */
function* fieldLines(lines: readonly ProseLine[]): Generator<Dated> {
  for (const line of lines) {
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
  const composed = label.normalize('NFC')
  return DATE_LABEL.test(composed) && !OTHER_DAY.test(composed)
}

/** "Date: … | Format: … | Host: …" is three fields, and so is a line with `<br>` in it, which is blanked there. */
function parts(line: ProseLine): Dated[] {
  const starts = [0, ...[...line.text.matchAll(/\s\|\s|\s{4,9}(?=\S)/g)].map(({ index, 0: bar }) => index + bar.length)]
  return starts.map((from) => ({ ...line, from }))
}

/** The title, and the headings above the first section. */
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
        !OTHER_DAY.test(line.text.normalize('NFC'))
      )
        yield atStart(line)
}

/** The lines of running text that say when the event took place. */
function* sentences(lines: readonly ProseLine[], { sections }: Body): Generator<Dated> {
  for (const line of lines) {
    if (line.container !== 'paragraph' || isIn(line, sections, OF_THE_TALKS)) continue
    for (const { range } of findDates(line.text)) {
      const before = line.text.slice(0, range[0])
      const from = before.lastIndexOf('. ') + 1
      const sentence = (line.text.slice(from).split(/[.!?](?:\s|$)/)[0] ?? '').normalize('NFC')
      if (OTHER_DAY.test(sentence) || !TAKING_PLACE.test(sentence)) continue
      const lead = before.slice(from).replace(/[*_]/g, '').normalize('NFC')
      const isThatDay =
        ON_THAT_DAY.test(lead) || (THAT_DAYS_EVENT.test(lead) && EVENT_NOUN.test(line.text.slice(range[1])))
      if (isThatDay && !IN_EXAMPLE.test(lead)) yield { ...line, from: Math.max(0, range[0] - LEAD_OF_WEEKDAY) }
    }
  }
}

/** So much of the text before a date may name its weekday. */
const LEAD_OF_WEEKDAY = 40

function isIn({ start }: ProseLine, sections: readonly Section[], ids: readonly string[]): boolean {
  return sections.some(
    (section) => section.id !== null && ids.includes(section.id) && section.body[0] <= start && start < section.body[1],
  )
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
