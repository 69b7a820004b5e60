import { type FieldLine, fieldLines } from '../../markdown/field-lines.js'
import type { ProseLine } from '../../markdown/prose.js'
import type { Language } from '../../schema/schema.js'
import { lowerCase } from '../../text/lower-case.js'
import type { Located, Range } from '../../text/range.js'
import { isBehindTalks, type Section, type Slot, sectionsWith, type Title } from '../sections/section.js'
import { dayOfIso, isoDay, type Weekday, weekdayOf } from './calendar.js'
import type { DateMention } from './date-mention.js'
import { findDates } from './dates.js'
import { ANY_WEEKDAY } from './weekdays.js'

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
  return weekday !== null && weekdayOf(dayOfIso(start)) !== weekday.value
}

/** The day with its day and month the other way round, where it may be that one; ISO. */
export function otherReading({ start, ambiguous }: EventDate): string | null {
  const [year, month, day] = start.split('-')
  return ambiguous ? `${year}-${day}-${month}` : null
}

/** Whether a day is one that a text gives, by any reading; all ISO. */
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

// These are held against composed text in small letters.
const DATE_LABEL =
  /(?:^|[\s&,/])(?:date|dates|time|when|day|held on|ngày|thời gian|thời điểm|lịch|khi nào|khai mạc)(?:$|[\s&,/])/
const DATE_TITLES = /^[^a-zÀ-ỿ]*(?:event )?(?:date|time|when|ngày|thời gian)(?:[^a-zÀ-ỿ]|$)/

/** Only days with their year count; in fields it may have two digits. */
const YEAR = /(?:19|20)\d{2}|\d[/.]\d{1,2}[/.]\d{2}/

/** A head that does not open the file ("Here is the report:" above it) is read by no one, and is no field of the body. */
const STRAY_HEAD = /^\s*date:\s*["']?\d{4}-\d{2}-\d{2}/

/** Other days than the event's; each word may go on ("launched"), none begins inside another ("thành"). */
const OTHER_DAY =
  /(?<![a-zÀ-ỿ])(?:deadline|due(?![a-zÀ-ỿ])|publish|regist|certif|updat|releas|launch|submi|issu|expir|birth|intern(?:ship)?(?![a-zÀ-ỿ])|report(?:ed|ing)? (?:date|on)|wr(?:itten|ote)(?![a-zÀ-ỿ])|next|upcoming|previous|đăng ký|hạn(?![a-zÀ-ỿ])|ngày (?:cấp|sinh|viết|báo cáo)|được cấp|cập nhật|nộp|ra mắt|phát hành|thực tập(?! sinh)|tiếp theo|sắp tới|trước đó)/

/** What else a label says a day is that of: the page itself, or what was written of the event. In a sentence it says nothing. */
const LABEL_OF_OTHER_DAY =
  /(?<![a-zÀ-ỿ])(?:publi[cs]|writ|creat|modif|edit(?!ion)|draft|post|complet|review|access|announc|invit|reports?(?![a-zÀ-ỿ])|lập(?! trình)|tạo|đăng|hoàn thành|gửi|viết|ghi|báo cáo|xuất bản|thông báo|truy cập)/

/** Words that make a sentence one about the event's taking place, and how the day is joined to them. */
const TAKING_PLACE =
  /(?<![a-zÀ-ỿ])(?:held|took (?:place|part)|takes place|taking place|attend|participat|joined|joining|organi[sz]ed|hosted|events?(?![a-zÀ-ỿ])|workshop|summit|meetup|seminar|webinar|diễn ra|tổ chức|tham gia|tham dự|sự kiện|buổi)/
const PART_OF_DAY = '(?:(?:sáng|chiều|tối)\\s{1,3})?'
const BEFORE_THE_DAY = `${PART_OF_DAY}(?:(?:${ANY_WEEKDAY})\\.?,?\\s{0,3})?${PART_OF_DAY}(?:ngày\\s{1,3})?$`
const LINE_BEGINS = new RegExp(`^[^a-zÀ-ỿ\\d]{0,10}${BEFORE_THE_DAY}`)
const ON_THAT_DAY = new RegExp(`(?:(?<![a-zÀ-ỿ])(?:on|on the|ngày|vào)\\s{1,3}|^[^a-zÀ-ỿ\\d]{0,10})${BEFORE_THE_DAY}`)
/** What is said of a product on the day on which it came out, or was told of; and with what stands between that and the day. */
const PRODUCT_NEWS =
  /(?<![a-zÀ-ỿ])(?:announced|introduced|unveiled|available|availability|ga|founded|công bố|giới thiệu|có mặt|ra đời|thành lập)(?![a-zÀ-ỿ])/
const NEWS_OF_THAT_DAY = new RegExp(
  `${PRODUCT_NEWS.source}[\\s,:(*_–-]{0,4}(?:(?:on|since|from|vào|từ)\\s{1,3})?${BEFORE_THE_DAY}`,
)
/** "In the June 6, 2026 meetup". */
const THAT_DAYS_EVENT = /\bthe\s$/
const EVENT_NOUN = /^\s(?:event|workshop|meetup|summit|session)\b/
/** "Cloud Meetup 13/6/2026": a line that is the event's name and its day. */
const NAMES_THE_EVENT =
  /^.{0,80}(?<![a-zÀ-ỿ])(?:event|workshop|meetup|summit|seminar|webinar|sự kiện|hội thảo)[\s,:–—-]{1,5}(?:ngày\s{1,3})?$/
/** Days in brackets are those of an example. */
const IN_EXAMPLE = /\((?:e\.g\.|ví dụ|for example|such as|như)[^)]{0,200}$/

/**
 * Reads the day of the event from a report's body: from a field ("Date: …"), the title, the section that holds the event's
 * information, or what says further down when it took place, in this order.
 * @returns null where the body gives no such day with its year, or fields and sentences further down give different ones
 */
export function readEventDate(body: Body): EventDate | null {
  const date = readDate(body)
  return date && { ...date, ambiguous: isAmbiguousIn(body.language, date) }
}

/**
 * Whether the day and the month of a date may be the other way round in a text of that language. In Vietnamese the day comes
 * first: of 98 dates of real pages that can be read in one way only, 98 are so.
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
  // Further down, a date may belong to what was talked about.
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

/** Text as words are looked for in it. */
function plain(text: string): string {
  return lowerCase(text.normalize('NFC'))
}

/** Text as words are looked for in it, without emphasis. */
function wordsOf(text: string): string {
  return plain(text.replace(/[*_]/g, ''))
}

/** A line, and from where on it is read; with a label that says so, that part is a date. */
type Dated = Pick<FieldLine, 'text' | 'start' | 'from'> & Partial<Pick<FieldLine, 'label'>>

const atStart = ({ text, start }: ProseLine): Dated => ({ text, start, from: 0 })

/** Whether a day with that label is another one than the event's: that on which the report was written, or the deadline. */
export function isOfOtherDay(label: string): boolean {
  const words = plain(label)
  return OTHER_DAY.test(words) || LABEL_OF_OTHER_DAY.test(words)
}

/** The days that a line above the first section begins with ("Saturday, May 2nd, 2026, hall B"), or that its name ends with. */
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

/** Where the first section of the schema begins. */
function firstSection(sections: readonly Section[]): number {
  return Math.min(...sections.filter(({ id }) => id !== null).map(({ heading }) => heading[0]))
}

/** Where the first of the sections begins that tell of the talks, and of what comes after them. */
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

/** The section that holds the event's information; also one that is titled "Date" alone. */
function* informationLines(lines: readonly ProseLine[], { slots }: Body): Generator<Dated> {
  const information = sectionsWith('fields', slots)
  const byTitle = information.filter(({ title }) => DATE_TITLES.test(plain(title.value)))
  const rest = information.filter(({ form }) => form !== 'inline')
  for (const section of [...byTitle, ...rest])
    for (const line of lines)
      if (line.container !== 'heading' && standsIn(line, section) && !OTHER_DAY.test(plain(line.text)))
        yield atStart(line)
}

/** The days on which, as running text says, the event took place. */
function* sentenceDates(lines: readonly ProseLine[], { slots }: Body): Generator<EventDate> {
  const talks = sectionsWith('talks', slots)
  for (const line of lines) {
    // Days in there are those of what was talked about.
    if (line.container !== 'paragraph' || talks.some((section) => standsIn(line, section))) continue
    const mentions = findDates(line.text)
    for (const [index, mention] of mentions.entries()) {
      const [start, end] = mention.range
      const before = line.text.slice(Math.max(0, start - MAX_SENTENCE), start)
      const sentence = before.slice(before.lastIndexOf('. ') + 1)
      const lead = wordsOf(sentence)
      const clause = wordsOf(sentence.slice((mentions[index - 1]?.range[1] ?? 0) - start))
      const after = plain(line.text.slice(end, end + MAX_SENTENCE).split(/[.!?](?:\s|$)/)[0] ?? '')
      const isThatDay = ON_THAT_DAY.test(lead.slice(-80)) || (THAT_DAYS_EVENT.test(lead) && EVENT_NOUN.test(after))
      if (!isThatDay || IN_EXAMPLE.test(lead) || isOfProduct(lead.slice(-80))) continue
      // "I registered on … and attended on …": of several days each has a clause of its own, where that says enough.
      const isClear = mentions.length > 1 && TAKING_PLACE.test(clause)
      const words = isClear ? `${clause} ${after.split(CLAUSE_ENDS)[0]}` : `${lead} ${after}`
      if (OTHER_DAY.test(words) || !TAKING_PLACE.test(words)) continue
      const date = eventDateOf(mention, line.start)
      if (date) yield date
    }
  }
}

const CLAUSE_ENDS = /[,;]|\s(?:and|but|và|nhưng)\s/

/** How far from a date the words of its sentence are read. */
const MAX_SENTENCE = 400

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

/** The text far down names other days as well: it counts only where it gives one day. */
function onlyOf(dates: readonly EventDate[]): EventDate | null {
  return new Set(dates.map(({ start }) => start)).size === 1 ? (dates[0] ?? null) : null
}

function dateOf({ text, start, from, label }: Dated): EventDate | null {
  const said = text.slice(from)
  const mention = findDates(said, label !== undefined).find(
    ({ valid, start: { year }, range }) =>
      valid && year !== null && !isOfProduct(plain(said.slice(Math.max(0, range[0] - 60), range[0]))),
  )
  return mention ? eventDateOf(mention, start + from) : null
}

/** The mention with its places counted from the start of the file; null where it is no day with a year. */
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

/** Whether the words before a day say that it is a product's. Hardly any text has news of one, and so the rest need not be made ready. */
function isOfProduct(lead: string): boolean {
  return PRODUCT_NEWS.test(lead) && NEWS_OF_THAT_DAY.test(lead)
}
