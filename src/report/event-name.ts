import { BETWEEN_FIELDS, fieldLines } from '../markdown/field-lines.js'
import type { ProseLine } from '../markdown/prose.js'
import type { Schema } from '../schema/schema.js'
import type { FrontMatter } from '../source/head/front-matter.js'
import { memoizeByObject } from '../text/memoize.js'
import type { Located, Range } from '../text/range.js'
import { findDates } from './dates/dates.js'
import { withoutNumber } from './event-number.js'
import { plainWords } from './sections/heading-title.js'
import { recognizerOf } from './sections/recognize.js'
import { type Section, type Slot, sectionsWith, type Title } from './sections/section.js'
import { openingOf } from './sections/title-opening.js'

const QUOTED = /[“"«„]\s{0,3}([^“”"«»„\r\n]{3,150}?)\s{0,3}[”"»“]/

/** Where a report may name its event. */
interface Naming {
  readonly frontMatter: FrontMatter | null
  readonly title: Title | null
  readonly prose: readonly ProseLine[]
  readonly sections: readonly Section[]
  readonly slots: readonly Slot[]
}

/**
 * The name of the event: as the report's title gives it in quotation marks or behind the words that titles begin with
 * ("Summary Report: Mesh Day"), else as a field above the first section or among the event's information does, else the whole
 * title, else the title in the front matter.
 * @param text the file as read; the title's range points into it
 */
export function readEventName(naming: Naming, text: string, schema: Schema): Located<string> | null {
  for (const name of namesIn(naming, text, schema)) if (namesEvent(name.value, schema)) return name
  return null
}

function* namesIn(naming: Naming, text: string, schema: Schema): Generator<Located<string>> {
  const { frontMatter, title } = naming
  const { name = null, isWhole = false } = title ? nameInTitle(title, text, schema) : {}
  if (name && !isWhole) yield name
  yield* nameFields(naming)
  if (name && isWhole) yield name
  yield* nameInHead(frontMatter)
}

/** "Event 3" is the page's name in the menu: what is left of it without the number names no event. */
function* nameInHead(frontMatter: FrontMatter | null): Generator<Located<string>> {
  const { value = null, range } = frontMatter?.entries.get('title')?.value ?? {}
  if (range && typeof value === 'string' && !/[\r\n]/.test(value)) yield { value: withoutNumber(value).trim(), range }
}

/** Letters of any language and their marks; \p{L} takes the engine long to get ready. */
const WORD = /[A-Za-zÀ-\u1fff\u2c00-\u2dff\u3040-\ud7ff]+/g

/** Whether a text may be the name of one event: a day is none, nor are words alone that every title may have. */
export function namesEvent(text: string, schema: Schema): boolean {
  const days = findDates(text).flatMap(({ range, weekday }) => (weekday ? [range, weekday.range] : [range]))
  return [...text.matchAll(WORD)].some(
    ({ index, 0: word }) =>
      !days.some(([start, end]) => start <= index && index < end) &&
      !commonWords(schema).has(word.normalize('NFC').toLowerCase()),
  )
}

/** The words of the titles that the schema knows, and those that say nothing beside them. */
const commonWords = memoizeByObject(({ titles, fillers }: Schema): ReadonlySet<string> => {
  const phrases = [...titles.en, ...titles.vi, ...fillers.en, ...fillers.vi, 'date', 'ngày']
  return new Set(phrases.flatMap(plainWords))
})

interface TitleName {
  /** null where the title is no more than the words that titles begin with. */
  readonly name: Located<string> | null
  /** Whether nothing in the title tells the name from the words around it. */
  readonly isWhole: boolean
}

function nameInTitle(title: Title, text: string, schema: Schema): TitleName {
  const [start, end] = title.textRange
  const line = text.slice(start, end)
  const quoted = QUOTED.exec(line)
  if (quoted?.[1])
    return {
      name: { value: unmarked(quoted[1]), range: within(start + quoted.index, quoted[0], quoted[1]) },
      isWhole: false,
    }
  const plain = title.text.normalize('NFC')
  const opening = openingOf(plain.toLowerCase(), schema)
  const rest = plain.slice(opening?.length ?? 0).replace(/^[\s:–—|*-]+|(?<![\s:*])[\s:*]+$/g, '')
  const value = opening === null ? withoutLabel(withoutNumber(rest), schema) : rest.replace(TAKING_PART, '')
  if (value === '') return { name: null, isWhole: false }
  const at = line.indexOf(value)
  const range: Range = at < 0 ? title.textRange : [start + at, start + at + value.length]
  return { name: { value, range }, isWhole: opening === null }
}

/** "Summary Report: Attending the Mesh Day". */
const TAKING_PART = /^(?:attending(?: the)?|tham (?:dự|gia)(?: sự kiện| buổi)?)\s{1,9}(?=\S)/i

/** "Lessons Learned: Mesh Day" without the title of a section that leads it. */
function withoutLabel(title: string, schema: Schema): string {
  const at = title.indexOf(': ')
  const { support = 'words' } = at < 0 ? {} : (recognizerOf(schema)(title.slice(0, at)).proposal ?? {})
  return support === 'words' ? title : title.slice(at + 1).trim()
}

/** "Event: Mesh Day": whether a title sets a label before the name. */
export function isLabelledName(title: string): boolean {
  const [label = '', ...rest] = title.normalize('NFC').split(/\s{0,9}[:：]\s/, 2)
  return rest.length > 0 && NAME_LABEL.test(label.trim())
}

const NAME_LABEL = /^(?:event|event (?:name|title)|name of the event|(?:tên )?sự kiện)$/i
/** What waits to be filled in. */
const TO_FILL = /^(?:<[^<>]*>|\[[^[\]]*\]|\{[^{}]*\})$/

/** Further down, an event may be one that was talked about. */
function* nameFields({ prose, sections, slots }: Naming): Generator<Located<string>> {
  const information = sectionsWith('fields', slots)
  const first = sections.find((section) => !information.includes(section))?.heading[0] ?? Number.POSITIVE_INFINITY
  const isOwn = ({ start }: ProseLine): boolean =>
    start < first || information.some(({ body: [from, to] }) => from <= start && start < to)
  for (const { label, text, from, start } of fieldLines(prose.filter(isOwn))) {
    if (!NAME_LABEL.test(label)) continue
    const [field = ''] = text.slice(from).split(BETWEEN_FIELDS, 1)
    const written = QUOTED.exec(field)?.[1] ?? field.replace(/^[\s|*_:：]+|(?<![\s|*_.])[\s|*_.]+$/g, '')
    // Of a link the address is blanked.
    const value = unmarked(written).replace(/^\[(?=[^\]]*$)/, '')
    if (!TO_FILL.test(value)) yield { value, range: within(start + from, field, written) }
  }
}

/** A name without marks of emphasis, as Markdown and as HTML has them, and escapes; `DX<inAction>` is one. */
function unmarked(written: string): string {
  const bare = written.includes('<') ? written.replace(EMPHASIS_TAG, '') : written
  return bare.replace(/\*+|\\(?=[^\w\s])/g, '')
}

const EMPHASIS_TAG = /<\/?(?:b|big|em|font|i|mark|small|span|strong|u)(?: [^<>]{0,200})?>/gi

function within(offset: number, text: string, part: string): [number, number] {
  const at = offset + text.indexOf(part)
  return [at, at + part.length]
}
