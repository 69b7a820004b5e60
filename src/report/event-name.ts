import { BETWEEN_FIELDS, fieldLines } from '../markdown/field-lines.js'
import type { ProseLine } from '../markdown/prose.js'
import type { Schema } from '../schema/schema.js'
import type { FrontMatter } from '../source/front-matter/front-matter.js'
import { memoizeByObject } from '../text/memoize.js'
import { includesOffset, type Located, type Range } from '../text/range.js'
import { findDates } from './dates/dates.js'
import { withoutNumber } from './event-number.js'
import { plainWords } from './sections/heading-title.js'
import { eventNamerOf } from './sections/kinds-of-event.js'
import { recognizerOf } from './sections/recognize.js'
import { type Section, type Slot, sectionsWith, type Title } from './sections/section.js'
import { closingLength, openingOf } from './sections/title-opening.js'

/** A name (group 1, or 2) in quotation marks of any kind. */
const QUOTED = /[“"«„]\s{0,3}([^“”"«»„\r\n]{3,150}?)\s{0,3}[”"»“]|‘\s{0,3}([^‘’\r\n]{3,150}?)\s{0,3}’(?![A-Za-z])/

/** The first words in quotation marks, and the same with the marks. */
function quotedIn(text: string): { readonly name: string; readonly marked: string; readonly at: number } | null {
  const found = QUOTED.exec(text)
  const name = found?.[1] ?? found?.[2]
  return found && name ? { name, marked: found[0], at: found.index } : null
}

/** The parts of a report that may name its event. */
interface Naming {
  readonly frontMatter: FrontMatter | null
  readonly title: Title | null
  readonly prose: readonly ProseLine[]
  readonly sections: readonly Section[]
  readonly slots: readonly Slot[]
}

/**
 * The name of the event. It is taken from the first of these that has one: the title, in quotation marks or after the words that
 * titles begin with ("Summary Report: Mesh Day"); a field above the first section or in the event's information; the whole title;
 * the title in the front matter.
 * @param text the file as read; the title's range refers to it
 * @returns the name with its range in the file; null if none of them names an event
 */
export function readEventName(naming: Naming, text: string, schema: Schema): Located<string> | null {
  for (const name of namesIn(naming, text, schema)) if (namesEvent(name.value, schema)) return withoutDay(name)
  return null
}

/** "14-05-2026 | Mesh Day" without its day. Behind the name, a day may be a part of it. */
function withoutDay({ value, range }: Located<string>): Located<string> {
  const [day] = findDates(value)
  const start = Math.min(day?.range[0] ?? 1, day?.weekday?.range[0] ?? 1)
  const mark = day && start === 0 ? /^\s{0,3}[|:–—-]\s{1,3}(?=\S)/.exec(value.slice(day.range[1])) : null
  if (!day || !mark) return { value, range }
  const name = value.slice(day.range[1] + mark[0].length)
  return { value: name, range: [range[1] - name.length, range[1]] }
}

function* namesIn(naming: Naming, text: string, schema: Schema): Generator<Located<string>> {
  const { frontMatter, title } = naming
  const { name = null, isWhole = false } = title ? nameInTitle(title, text, schema) : {}
  if (name && !isWhole) yield name
  yield* nameFields(naming)
  if (name && isWhole) yield name
  yield* nameInFrontMatter(frontMatter)
}

/** The title in the front matter without the event's number: "Event 3" is only the page's name in the menu. */
function* nameInFrontMatter(frontMatter: FrontMatter | null): Generator<Located<string>> {
  const { value = null, range } = frontMatter?.entries.get('title')?.value ?? {}
  if (range && typeof value === 'string' && !/[\r\n]/.test(value)) yield { value: withoutNumber(value).trim(), range }
}

/** Letters of any language and their marks. `\p{L}` would take the engine long to compile. */
const WORD = /[A-Za-zÀ-\u1fff\u2c00-\u2dff\u3040-\ud7ff]+/g

/** Whether a text may be the name of one event: it has a word that is not part of a date, and not one of the common words of titles. */
export function namesEvent(text: string, schema: Schema): boolean {
  const days = findDates(text).flatMap(({ range, weekday }) => (weekday ? [range, weekday.range] : [range]))
  return [...text.matchAll(WORD)].some(
    ({ index, 0: word }) =>
      !days.some((day) => includesOffset(day, index)) && !commonWords(schema).has(word.normalize('NFC').toLowerCase()),
  )
}

/** The words of the schema's report titles, and its filler words. */
const commonWords = memoizeByObject(({ titles, fillers }: Schema): ReadonlySet<string> => {
  const phrases = [...titles.en, ...titles.vi, ...fillers.en, ...fillers.vi, 'date', 'ngày']
  return new Set(phrases.flatMap(plainWords))
})

interface TitleName {
  /** null if the title only consists of the words that titles begin with. */
  readonly name: Located<string> | null
  /** Whether it is the whole title, as nothing sets off a name in it. */
  readonly isWhole: boolean
}

function nameInTitle(title: Title, text: string, schema: Schema): TitleName {
  const [start, end] = title.textRange
  const line = text.slice(start, end)
  const quoted = quotedIn(line)
  if (quoted)
    return {
      name: { value: withoutEmphasis(quoted.name), range: partRange(start + quoted.at, quoted.marked, quoted.name) },
      isWhole: false,
    }
  const plain = title.text.normalize('NFC').replace(NUMBERING, '')
  const lower = plain.toLowerCase()
  const opening = openingLength(lower, schema)
  const closing = opening === null ? closingLength(lower, schema) : 0
  const rest = plain.slice(opening ?? 0, plain.length - closing).replace(/^[\s:–—|*-]+|(?<![\s:*])[\s:*]+$/g, '')
  const value = opening === null ? withoutLabel(withoutNumber(rest), schema) : rest.replace(TAKING_PART, '')
  if (value === '') return { name: null, isWhole: false }
  const at = line.indexOf(value)
  const range: Range = at < 0 ? title.textRange : [start + at, start + at + value.length]
  return { name: { value, range }, isWhole: opening === null }
}

/** "4.2. Mesh Day". */
const NUMBERING = /^\s{0,3}\d{1,2}\.\d{1,2}\.?\s{1,3}(?=[A-Za-zÀ-ỿ])/

/** The length of the words that the title begins with, of which one may be what the event is called: "Workshop Report: Mesh Day". */
function openingLength(title: string, schema: Schema): number | null {
  const opening = openingOf(title, schema)
  if (opening !== null) return opening.length
  const ofEvent = eventNamerOf(schema)(title)
  const rest = ofEvent.slice(openingOf(ofEvent, schema)?.length ?? 0)
  return rest !== ofEvent && title.endsWith(rest) ? title.length - rest.length : null
}

/** "Summary Report: Attending the Mesh Day". */
const TAKING_PART =
  /^(?:(?:attend(?:ing|ance at)|participati(?:on|ng) in)(?: the)?|(?:về )?(?:việc )?tham (?:dự|gia)(?: sự kiện| buổi)?|về(?: sự kiện)?)\s{1,9}(?=\S)/i

/** "Lessons Learned: Mesh Day" without the title of a section in front. */
function withoutLabel(title: string, schema: Schema): string {
  const at = title.indexOf(': ')
  const { support = 'words' } = at < 0 ? {} : (recognizerOf(schema)(title.slice(0, at)).proposal ?? {})
  return support === 'words' ? title : title.slice(at + 1).trim()
}

/** Whether a title has a label before the name: "Event: Mesh Day". */
export function isLabelledName(title: string): boolean {
  const [label = '', ...rest] = title.normalize('NFC').split(/\s{0,9}[:：]\s/, 2)
  return rest.length > 0 && NAME_LABEL.test(label.trim())
}

const NAME_LABEL = /^(?:event|event (?:name|title)|name of the event|(?:tên )?sự kiện)$/i
/** A field that is still to be filled in. */
const TO_FILL = /^(?:<[^<>]*>|\[[^[\]]*\]|\{[^{}]*\})$/

/** The names in fields above the first section or in the event's information. Further down, a talk may mention other events. */
function* nameFields({ prose, sections, slots }: Naming): Generator<Located<string>> {
  const information = sectionsWith('fields', slots)
  const first = sections.find((section) => !information.includes(section))?.heading[0] ?? Number.POSITIVE_INFINITY
  const isOwn = ({ start }: ProseLine): boolean =>
    start < first || information.some(({ body }) => includesOffset(body, start))
  for (const { label, text, from, start } of fieldLines(prose.filter(isOwn))) {
    if (!NAME_LABEL.test(label)) continue
    const [field = ''] = text.slice(from).split(BETWEEN_FIELDS, 1)
    const written = quotedIn(field)?.name ?? field.replace(/^[\s|*_:：]+|(?<![\s|*_.])[\s|*_.]+$/g, '')
    // `prose` has blanks in place of the address of a link.
    const value = withoutEmphasis(written).replace(/^\[(?=[^\]]*$)/, '')
    if (!TO_FILL.test(value)) yield { value, range: partRange(start + from, field, written) }
  }
}

/** A name without emphasis in Markdown or HTML, and without escapes. Other tags stay: `DX<inAction>` is a name. */
function withoutEmphasis(written: string): string {
  const bare = written.includes('<') ? written.replace(EMPHASIS_TAG, '') : written
  return bare.replace(/\*+|\\(?=[^\w\s])/g, '')
}

const EMPHASIS_TAG = /<\/?(?:b|big|em|font|i|mark|small|span|strong|u)(?: [^<>]{0,200})?>/gi

/** The range of a part of a text. @param offset of the text */
function partRange(offset: number, text: string, part: string): Range {
  const at = offset + text.indexOf(part)
  return [at, at + part.length]
}
