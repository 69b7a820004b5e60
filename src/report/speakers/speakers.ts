import type { PhrasingContent, RootContent } from 'mdast'
import { rawLine } from '../../markdown/inline-text.js'
import { type IsPlaceholder, placeholdersOf } from '../../schema/placeholder.js'
import type { Schema } from '../../schema/schema.js'
import type { Located, Range } from '../../text/range.js'
import type { Outline } from '../sections/outline.js'
import type { Section } from '../sections/section.js'
import type { Standing } from './name-chain.js'
import { foldName } from './person-name.js'
import type { Speaker, SpeakerList } from './speaker.js'
import { hasWord, readBlocks, type Scope } from './speaker-blocks.js'
import { type Entry, entriesOf, people, placeholderOf } from './speaker-entry.js'
import { peopleInProse, readSpeakerLine } from './speaker-line.js'
import { announcesSpeakers } from './speaker-words.js'

/**
 * Who spoke at the event, from the sections that the speakers' slot is bound to, or else from the fields of single talks. A name
 * is taken only where its shape and its place both speak for it: a missed name costs less than a wrong one.
 * @param text the report, which the sections' positions are offsets into
 */
export function readSpeakers(
  { slots, talkFields }: Pick<Outline, 'slots' | 'talkFields'>,
  text: string,
  schema: Schema,
): SpeakerList {
  const slot = slots.find(({ spec }) => spec.content === 'people')
  if (!slot) return { ...NO_SECTION, section: null, people: [] }
  const { spec, sections } = slot
  const { isName: isPlaceholder } = placeholdersOf(schema)
  if (sections.length === 0) {
    const fields = talkFields.filter(({ id }) => id === spec.id)
    return { ...NO_SECTION, section: spec.id, people: inTalks(fields, text, isPlaceholder) }
  }
  // A section within a section is read twice, so what is found is kept by where it stands.
  const people = new Map<number, Speaker>()
  const placeholders = new Map<number, Located<string>>()
  const blanks = new Map<number, Range>()
  let words = false
  for (const section of sections) {
    // Of a merged section ("Objectives & Speakers") only what is surely a name is taken.
    const standing = section.id === spec.id ? 'item' : 'aside'
    for (const entry of readSection(section, standing, { text, within: section.body, isPlaceholder })) {
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
function inTalks(fields: readonly Section[], text: string, isPlaceholder: IsPlaceholder): Speaker[] {
  const named = new Map<string, Speaker>()
  for (const field of fields)
    for (const { speaker } of people(readSection(field, 'item', { text, within: field.body, isPlaceholder }))) {
      const name = foldName(speaker.name)
      if (!speaker.team && !named.has(name)) named.set(name, { ...speaker, list: null, form: null })
    }
  return [...named.values()]
}

function* readSection(section: Section, standing: Standing, scope: Scope): Generator<Entry> {
  if (section.form !== 'inline') {
    const title = rawLine(scope.text, section.title.range)
    const read = readSpeakerLine(title, 'aside')
    if (read.label !== null && announcesSpeakers(read.label)) yield* people(entriesOf(read, title, section.title.range))
    return yield* readBlocks(blocksOf(section.content), standing, scope, section.form === 'bold')
  }

  const line = rawLine(scope.text, fieldValue(scope))
  const value = line.text.replace(/^[\s:：]+/, '').trim()
  if (!hasWord(value)) {
    const list = section.content.find((node) => node.type === 'list')
    if (list) yield* readBlocks([list], 'item', scope)
  } else if (scope.isPlaceholder(value)) yield placeholderOf(line, value)
  else {
    const read = readSpeakerLine(line, 'names')
    const named = read.people.length > 0 ? read.people : peopleInProse(line)
    yield* entriesOf({ ...read, people: named }, line, line.source([0, line.text.length]))
  }
}

/** Where a section starts within a paragraph, its first nodes are inline ones: they make a paragraph of their own. */
function blocksOf(content: readonly RootContent[]): readonly RootContent[] {
  const first = content.findIndex(({ type }) => !INLINE.has(type))
  const leading = content.slice(0, first < 0 ? content.length : first)
  // HTML is inline between other inline nodes, and behind the last of them it may be a block.
  const inline = leading.slice(0, leading.findLastIndex(({ type }) => type !== 'html') + 1)
  const [start, end] = [inline[0]?.position?.start, inline.at(-1)?.position?.end]
  if (!start || !end) return content
  return [
    { type: 'paragraph', children: inline as PhrasingContent[], position: { start, end } },
    ...content.slice(inline.length),
  ]
}

const INLINE: ReadonlySet<RootContent['type']> = new Set([
  'text',
  'strong',
  'emphasis',
  'delete',
  'link',
  'linkReference',
  'inlineCode',
  'break',
  'image',
  'imageReference',
  'footnoteReference',
  'html',
] satisfies PhrasingContent['type'][])

/** The rest of the line that a field's label stands on. */
function fieldValue({ text, within: [start, end] }: Scope): Range {
  const line = text.slice(start, end).search(/[\r\n]/)
  return [start, line < 0 ? end : start + line]
}
