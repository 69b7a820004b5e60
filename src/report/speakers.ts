import type { ListItem, PhrasingContent, RootContent, Table } from 'mdast'
import { schemaPattern } from '../schema/pattern.js'
import type { Schema } from '../schema/schema.js'
import type { Located, Range } from '../text/range.js'
import { rangeOf } from './headings.js'
import { type InlineText, inlineLines, rawLine } from './inline-text.js'
import { foldName } from './person-name.js'
import type { Section, Slot } from './section.js'
import {
  announcesOrganizers,
  announcesSpeakers,
  isOtherField,
  type PersonInLine,
  peopleInProse,
  readSpeakerLine,
  type Separator,
  type SpeakerLine,
  type Standing,
  saysRole,
} from './speaker-line.js'

export interface Speaker {
  /** As written, form of address included, without marks of emphasis. */
  readonly name: string
  /** What is said of the person: what they do, or what they spoke on. */
  readonly role: string | null
  /** The firm, where the role names one after its last comma or after "at". */
  readonly organization: string | null
  /** Whether a team or a kind of people stands in the name's place ("FCJ Team"). */
  readonly team: boolean
  /** The name as written, without the marks around it. */
  readonly range: Range
  /** The whole item, line or cell that it stands in. */
  readonly item: Range
  /** The list that the item belongs to; null for lines, cells and headings. */
  readonly list: Range | null
  /** How the item is written, where it holds this one person and starts with the name; null elsewhere. */
  readonly form: SpeakerForm | null
}

export interface SpeakerForm {
  /** Whether the name stands in bold or italics. */
  readonly marked: boolean
  /** null where nothing but the name is given. */
  readonly separator: Separator | null
  /** From the end of the name, marks included, to what is said of the person. */
  readonly between: Range
  /** What is said of the person, without the brackets around it; empty where nothing is. */
  readonly said: Range
}

export interface SpeakerList {
  /** The id of the schema's section on people; null where it has none. */
  readonly section: string | null
  /**
   * `missing`: there is no section on them. `placeholder`, `empty`: nobody is named, and nothing but such items, or nothing at
   * all, is there.
   */
  readonly state: 'missing' | 'ok' | 'placeholder' | 'empty'
  /** Where the section is missing, those whom the fields of single talks name. */
  readonly people: readonly Speaker[]
  /** Items that stand where a name should: "TBD", "Speaker name". */
  readonly placeholders: readonly Located<string>[]
  /** Items of lists without a word in them. */
  readonly blanks: readonly Range[]
  /** The heading of the first section on speakers. */
  readonly heading: Range | null
}

/** Longer text is prose, which no placeholder is. */
const MAX_PLACEHOLDER = 300
/** A role of more words than this is a sentence, whose last comma parts no firm from it. */
const MAX_ROLE_WORDS = 12

const NAME_COLUMN =
  /^(?:full )?names?$|speaker|presenter|instructor|mentor|họ (?:và )?tên|^tên$|diễn giả|giảng viên|khách mời/i
const ROLE_COLUMN = /role|position|^title$|job|chức|vai trò|vị trí/i
const FIRM_COLUMN = /organi[sz]ation|company|firm|affiliation|công ty|tổ chức|đơn vị|cơ quan/i
const FIRM_IN_BRACKETS = /^([^(),]{2,100})\(([^(),]{2,60})\)$/u
const FIRM_AT_END = /^((?:(?! at | tại )[^()]){2,100})(?:,\s*|\s(?:at|tại|@)\s)([^(),]{2,60})$/u
const WORD = /[A-Za-zÀ-ỿ\d]/u

/** What is read where: the report's text, what of it belongs to the section, and what is no name. */
interface Source {
  readonly text: string
  readonly within: Range
  readonly placeholders: readonly RegExp[]
}

type Entry =
  | { readonly kind: 'person'; readonly speaker: Speaker }
  | { readonly kind: 'placeholder'; readonly placeholder: Located<string> }
  | { readonly kind: 'blank'; readonly range: Range }
  /** Something is written that names nobody. */
  | { readonly kind: 'words' }

/**
 * Who spoke at the event, from the sections that the speakers' slot is bound to, or else from the fields of single talks. A name
 * is taken only where its shape and its place both speak for it: a missed name costs less than a wrong one.
 * @param slot null where the schema has none for people
 * @param text the report, which the sections' positions are offsets into
 */
export function readSpeakers(slot: Slot | null, text: string, schema: Schema): SpeakerList {
  if (!slot) return { ...NO_SECTION, section: null, people: [] }
  const { spec, sections, fields } = slot
  const patterns = placeholdersOf(schema)
  if (sections.length === 0) return { ...NO_SECTION, section: spec.id, people: inTalks(fields, text, patterns) }
  // A section within a section is read twice, so what is found is kept by where it stands.
  const people = new Map<number, Speaker>()
  const placeholders = new Map<number, Located<string>>()
  const blanks = new Map<number, Range>()
  let words = false
  for (const section of sections) {
    // Of a merged section ("Objectives & Speakers") only what is surely a name is taken.
    const standing = section.id === spec.id ? 'item' : 'aside'
    for (const entry of readSection(section, standing, { text, within: section.body, placeholders: patterns })) {
      if (entry.kind === 'person') people.set(entry.speaker.range[0], entry.speaker)
      else if (entry.kind === 'placeholder') placeholders.set(entry.placeholder.range[0], entry.placeholder)
      else if (entry.kind === 'blank') blanks.set(entry.range[0], entry.range)
      else words = true
    }
  }
  const named = people.size > 0
  // A note in brackets beside a named team is no placeholder.
  const standIns = [...placeholders.values()].filter(({ value }) => !named || !value.startsWith('('))
  return {
    section: spec.id,
    state: named ? 'ok' : standIns.length > 0 ? 'placeholder' : words ? 'ok' : 'empty',
    people: [...people.values()],
    placeholders: standIns,
    blanks: [...blanks.values()],
    heading: sections[0]?.heading ?? null,
  }
}

const NO_SECTION = { state: 'missing', placeholders: [], blanks: [], heading: null } as const

/** Whom the fields of talks name, each once; they are in no list that could be written better. */
function inTalks(fields: readonly Section[], text: string, placeholders: readonly RegExp[]): Speaker[] {
  const named = new Map<string, Speaker>()
  for (const field of fields)
    for (const { speaker } of people(readSection(field, 'item', { text, within: field.body, placeholders }))) {
      const name = foldName(speaker.name)
      if (!speaker.team && !named.has(name)) named.set(name, { ...speaker, list: null, form: null })
    }
  return [...named.values()]
}

/** The expressions of a schema for what is no name; made once, however many reports are read by it. */
function placeholdersOf(schema: Schema): readonly RegExp[] {
  const known = placeholderPatterns.get(schema)
  if (known) return known
  const made = schema.placeholders.people.map((source) => schemaPattern(`^(?:${source})$`))
  placeholderPatterns.set(schema, made)
  return made
}

const placeholderPatterns = new WeakMap<Schema, readonly RegExp[]>()

function* readSection(section: Section, standing: Standing, source: Source): Generator<Entry> {
  if (section.form !== 'inline') {
    const title = rawLine(source.text, section.title.range)
    const read = readSpeakerLine(title, 'aside')
    if (read.label !== null && announcesSpeakers(read.label)) yield* people(entriesOf(read, title, section.title.range))
    return yield* readBlocks(blocksOf(section.content), standing, source, section.form === 'bold')
  }

  const line = rawLine(source.text, fieldValue(source))
  const value = line.text.replace(/^[\s:：]+/, '').trim()
  if (!WORD.test(value)) {
    const list = section.content.find((node) => node.type === 'list')
    if (list) yield* readBlocks([list], 'item', source)
  } else if (isPlaceholder(value, source)) yield placeholderOf(line, value)
  else {
    const read = readSpeakerLine(line, 'names')
    const named = read.people.length > 0 ? read.people : peopleInProse(line)
    yield* entriesOf({ ...read, people: named }, line, line.source([0, line.text.length]))
  }
}

/** Where a section starts within a paragraph, its first nodes are inline ones: they make a paragraph of their own. */
function blocksOf(content: readonly RootContent[]): readonly RootContent[] {
  const first = content.findIndex((node) => !isInline(node))
  const inline = content.slice(0, first < 0 ? content.length : first)
  const [start, end] = [inline[0]?.position?.start, inline.at(-1)?.position?.end]
  if (!start || !end) return content
  return [
    { type: 'paragraph', children: inline as PhrasingContent[], position: { start, end } },
    ...content.slice(inline.length),
  ]
}

function isInline({ type }: RootContent): boolean {
  return ['text', 'strong', 'emphasis', 'delete', 'link', 'linkReference', 'inlineCode', 'break', 'image'].includes(
    type,
  )
}

/** The rest of the line that a field's label stands on. */
function fieldValue({ text, within: [start, end] }: Source): Range {
  const line = text.slice(start, end).search(/[\r\n]/)
  return [start, line < 0 ? end : start + line]
}

/** @param closed whether a label that is not about people ends the section, as it does where a label started it */
function* readBlocks(
  nodes: readonly RootContent[],
  standing: Standing,
  source: Source,
  closed = false,
): Generator<Entry> {
  /** Set under a heading or label of people who do not speak, and under a speaker's own heading. */
  let passing = false
  /** What is believed under the heading, and under the label that came last. */
  let below = standing
  let here = standing
  for (const [index, node] of nodes.entries()) {
    switch (node.type) {
      case 'heading': {
        const [line] = inlineLines(node.children, source.text, source.within)
        if (!line) break
        const person = readSpeakerLine(line, 'aside')
        passing = person.form !== null || announcesOrganizers(line.text)
        below = announcesSpeakers(line.text) && !isOtherField(line.text) ? 'item' : 'aside'
        here = below
        if (person.form) yield* entriesOf(person, line, rangeOf(node), firstLine(nodes[index + 1], source))
        break
      }
      case 'list':
        if (!passing) for (const item of node.children) yield* readItem(item, rangeOf(node), here, source)
        break
      case 'table':
        if (!passing) yield* readTable(node, source)
        break
      case 'blockquote':
        if (!passing) yield* readBlocks(node.children, here, source)
        break
      case 'paragraph': {
        const over = ['list', 'table'].includes(nodes[index + 1]?.type ?? '')
        const lines = inlineLines(node.children, source.text, source.within)
        if (lines.length === 0 && /!\[|<img/i.test(source.text.slice(...rangeOf(node)))) yield { kind: 'words' }
        for (const line of lines) {
          if (isLabel(line, over)) {
            passing = announcesOrganizers(line.text)
            if (closed && !passing && (isOtherField(line.text) || !announcesSpeakers(line.text))) return
            here = isOtherField(line.text) ? 'aside' : announcesSpeakers(line.text) ? 'item' : below
          }
          if (passing) yield { kind: 'words' }
          else yield* readLine(line, over, source)
        }
        break
      }
      case 'html':
        if (WORD.test(node.value.replace(/<!--[\s\S]*?(?:-->|$)|<[^<>]*>/g, ''))) yield { kind: 'words' }
        break
      case 'thematicBreak':
      case 'definition':
        break
      default:
        if (WORD.test(source.text.slice(...rangeOf(node)))) yield { kind: 'words' }
    }
  }
}

/** A line that announces what follows: it ends in a colon, or it is all bold and a list comes next. */
function isLabel(line: InlineText, over: boolean): boolean {
  const text = line.text.trim()
  if (/[:：]$/.test(text)) return true
  const [mark] = line.marked
  return (
    over &&
    mark !== undefined &&
    line.text.slice(...mark).trim() === text &&
    readSpeakerLine(line, 'line').people.length === 0
  )
}

function* readLine(line: InlineText, over: boolean, source: Source): Generator<Entry> {
  const text = line.text.trim()
  if (isPlaceholder(text, source)) return yield placeholderOf(line, text)
  const read = readSpeakerLine(line, 'line')
  if (read.label !== null && announcesOrganizers(read.label)) return yield { kind: 'words' }
  const whole = line.source([0, line.text.length])
  if (read.people.length > 0) yield* entriesOf(read, line, whole)
  else if (read.group && !isLabel(line, over)) yield* entriesOf(read, line, whole)
  else {
    const people = peopleInProse(line)
    if (people.length > 0) yield* entriesOf({ people, group: null, label: null, form: null }, line, whole)
    else yield { kind: 'words' }
  }
}

function* readItem(item: ListItem, list: Range, standing: Standing, source: Source): Generator<Entry> {
  const range = rangeOf(item)
  if (!WORD.test(source.text.slice(...range))) return yield { kind: 'blank', range }
  const [first, ...rest] = item.children
  const lines = first?.type === 'paragraph' ? inlineLines(first.children, source.text, source.within) : []
  const nested = first?.type === 'paragraph' ? rest : item.children
  const [line, ...later] = lines
  if (!line) return yield* readBlocks(nested, standing, source)

  const text = line.text.trim()
  if (isPlaceholder(text, source)) return yield placeholderOf(line, text)
  const read = readSpeakerLine(line, standing)
  const label = read.label ?? text
  const opens = read.label !== null || nested.length > 0
  if (read.people.length === 0 && isPlaceholder(namePlace(text), source))
    return yield placeholderOf(line, namePlace(text))
  if (opens && read.form === null && announcesOrganizers(label)) return yield { kind: 'words' }

  if (read.people.length > 0) {
    yield* entriesOf(read, line, range, later[0] ?? null, list)
    for (const other of later) yield* people(entriesOf(leading(other), other, range))
    return
  }
  const within = [
    ...later.flatMap((other) => [...people(entriesOf(readSpeakerLine(other, 'line'), other, range))]),
    ...people(readBlocks(nested, announcesSpeakers(label) ? 'item' : 'aside', source)),
  ]
  if (within.some(({ speaker }) => !speaker.team) || (within.length > 0 && !read.group)) yield* within
  else yield* entriesOf(read, line, range)
}

/** Names at the start of a line inside an item whose first line has named somebody: set off in bold, or none. */
function leading(line: InlineText): SpeakerLine {
  const read = readSpeakerLine(line, 'line')
  return line.marked[0]?.[0] === 0 && read.form ? read : { people: [], group: null, label: null, form: null }
}

function* readTable(table: Table, source: Source): Generator<Entry> {
  const rows = table.children.map((row) =>
    row.children.map((cell) => inlineLines(cell.children, source.text, source.within)[0] ?? null),
  )
  const [header = [], ...body] = rows
  const column = (pattern: RegExp): number =>
    header.findIndex((cell) => cell !== null && pattern.test(cell.text.trim()))
  const names = column(NAME_COLUMN)
  if (names < 0) return yield { kind: 'words' }
  const [roles, firms] = [column(ROLE_COLUMN), column(FIRM_COLUMN)]
  const textOf = (cell: InlineText | null | undefined): string | null => (cell ? tidy(cell.text) : null)
  for (const [index, row] of body.entries()) {
    const cell = row[names]
    const node = table.children[index + 1]?.children[names]
    if (!cell || !node) continue
    if (isPlaceholder(cell.text.trim(), source)) yield placeholderOf(cell, cell.text.trim())
    else
      for (const entry of entriesOf(readSpeakerLine(cell, 'item'), cell, rangeOf(node))) {
        if (entry.kind !== 'person') yield entry
        else {
          const role = (roles === names ? null : textOf(row[roles])) ?? entry.speaker.role
          const organization = textOf(row[firms]) ?? entry.speaker.organization
          yield { kind: 'person', speaker: { ...entry.speaker, role, organization } }
        }
      }
  }
}

/** @param next the line below, which says what the person is where the line itself does not */
function* entriesOf(
  { people, group, form }: SpeakerLine,
  line: InlineText,
  item: Range,
  next: InlineText | null = null,
  list: Range | null = null,
): Generator<Entry> {
  const named = people.length > 0 ? people : group ? [group] : []
  if (named.length === 0) yield { kind: 'words' }
  for (const person of named) {
    const said = person.role ? line.text.slice(...person.role) : form && next ? next.text : null
    const range = line.source(person.name)
    yield {
      kind: 'person',
      speaker: {
        name: (tidy(line.text.slice(...person.name)) ?? '').replace(/^\((.*)\)$/, '$1'),
        ...(people.length > 0 ? splitRole : wholeRole)(said === null ? null : tidy(said)),
        team: people.length === 0,
        range,
        item,
        list,
        form: form && list ? { ...form, between: sourceBetween(line, person), said: saidRange(line, person) } : null,
      },
    }
  }
}

function sourceBetween(line: InlineText, { name, role }: PersonInLine): Range {
  const end = line.source(name)[1]
  return [end, role ? line.source(role)[0] : end]
}

function saidRange(line: InlineText, { name, role }: PersonInLine): Range {
  const end = line.source(name)[1]
  return role ? line.source(role) : [end, end]
}

function* people(entries: Iterable<Entry>): Generator<Entry & { kind: 'person' }> {
  for (const entry of entries) if (entry.kind === 'person') yield entry
}

function firstLine(node: RootContent | undefined, { text, within }: Source): InlineText | null {
  return node?.type === 'paragraph' ? (inlineLines(node.children as PhrasingContent[], text, within)[0] ?? null) : null
}

/** "Role, Firm", "Role at Firm" and "Role (Firm)" are two facts; an end that is a role itself ("Engineer, Community Builder") is not a firm. */
function splitRole(said: string | null): { role: string | null; organization: string | null } {
  if (said === null) return { role: null, organization: null }
  const whole = { role: said, organization: null }
  if (said.split(' ').length > MAX_ROLE_WORDS || /topic|chủ đề|["“:]/i.test(said)) return whole
  const [, role, firm] = FIRM_IN_BRACKETS.exec(said) ?? FIRM_AT_END.exec(said) ?? []
  if (role === undefined || firm === undefined || !saysRole(role) || saysRole(firm) || announcesSpeakers(firm))
    return whole
  return /^[\p{Lu}\d]/u.test(firm) ? { role: role.trim(), organization: firm.trim() } : whole
}

/** What is said of a team is no role at a firm. */
function wholeRole(said: string | null): { role: string | null; organization: null } {
  return { role: said, organization: null }
}

/** What stands before the dash or colon of an item: where its name should be. */
function namePlace(text: string): string {
  return text.split(/\s[–—-]{1,3}\s|[:(]/u, 1)[0]?.trim() ?? ''
}

function isPlaceholder(text: string, { placeholders }: Source): boolean {
  const bare = text.replace(/^["“”'\s]+|(?<!["“”'\s.:;,])["“”'\s.:;,]+$/g, '')
  return (
    bare !== '' &&
    bare.length <= MAX_PLACEHOLDER &&
    placeholders.some((pattern) => pattern.test(bare) || (text !== bare && pattern.test(text)))
  )
}

function placeholderOf(line: InlineText, value: string): Entry {
  const start = line.text.indexOf(value)
  return { kind: 'placeholder', placeholder: { value, range: line.source([start, start + value.length]) } }
}

function tidy(text: string): string | null {
  const said = text.replace(/\s+/g, ' ').replace(/^[\s*]+|(?<![\s*.,;])[\s*.,;]+$/g, '')
  return said === '' ? null : said
}
