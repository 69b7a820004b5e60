import type { PhrasingContent, RootContent } from 'mdast'
import { rawLine } from '../../markdown/inline-text.js'
import { type IsPlaceholder, placeholdersOf } from '../../schema/placeholder.js'
import type { Schema } from '../../schema/schema.js'
import type { Located, Range } from '../../text/range.js'
import type { Outline } from '../sections/outline.js'
import type { Section } from '../sections/section.js'
import { peopleInHeadings } from './heading-speakers.js'
import type { LineContext } from './name-chain.js'
import { foldName } from './person-name.js'
import type { Speaker, SpeakerList } from './speaker.js'
import { readBlocks } from './speaker-blocks.js'
import { type Entry, entriesOf, people, placeholderOf } from './speaker-entry.js'
import { peopleInProse, readSpeakerLine } from './speaker-line.js'
import { hasWord, type Scope } from './speaker-scope.js'
import { announcesSpeakers } from './speaker-words.js'

/**
 * Reads who spoke at the event from the sections on speakers, or, if there are none, from the fields of single talks, or else from the
 * headings of talks. Words are taken for a name only if both their form and their place suggest it: a missed name costs less than a
 * wrong one.
 * @param text the file as read; the sections' ranges refer to it
 */
export function readSpeakers(
  { sections: all, slots, talkFields }: Pick<Outline, 'sections' | 'slots' | 'talkFields'>,
  text: string,
  schema: Schema,
): SpeakerList {
  const slot = slots.find(({ spec }) => spec.content === 'people')
  if (!slot) return { ...NO_SECTION, section: null, people: [] }
  const { spec, sections } = slot
  const { isName: isPlaceholder } = placeholdersOf(schema)
  if (sections.length === 0) {
    const fields = talkFields.filter(({ id }) => id === spec.id)
    const inFields = inTalks(fields, text, isPlaceholder)
    const people = inFields.length > 0 ? inFields : peopleInHeadings(all, slots, text)
    return { ...NO_SECTION, section: spec.id, people }
  }
  // A section inside another one is read twice, so what is found is stored by its offset.
  const people = new Map<number, Speaker>()
  const placeholders = new Map<number, Located<string>>()
  const blanks = new Map<number, Range>()
  let hasWords = false
  for (const section of sections) {
    // In a merged section ("Objectives & Speakers"), only certain names are taken.
    const context = section.id === spec.id ? 'item' : 'else'
    for (const entry of readSection(section, context, { text, within: section.body, isPlaceholder })) {
      if (entry.kind === 'person') people.set(entry.speaker.range[0], entry.speaker)
      else if (entry.kind === 'placeholder') placeholders.set(entry.placeholder.range[0], entry.placeholder)
      else if (entry.kind === 'blank') blanks.set(entry.range[0], entry.range)
      else hasWords = true
    }
  }
  const isNaming = people.size > 0
  // A note in brackets beside a named team is no placeholder.
  const counted = [...placeholders.values()].filter(({ value }) => !isNaming || !value.startsWith('('))
  return {
    section: spec.id,
    state: isNaming ? 'ok' : counted.length > 0 ? 'placeholder' : hasWords ? 'ok' : 'empty',
    people: [...people.values()],
    placeholders: counted,
    blanks: [...blanks.values()],
    heading: sections[0]?.heading ?? null,
  }
}

const NO_SECTION = { state: 'missing', placeholders: [], blanks: [], heading: null } as const

/** The people in the fields of talks, each once. They have no list, so no rule on the format of lists applies. */
function inTalks(fields: readonly Section[], text: string, isPlaceholder: IsPlaceholder): Speaker[] {
  const named = new Map<string, Speaker>()
  for (const field of fields)
    for (const { speaker } of people(readSection(field, 'item', { text, within: field.body, isPlaceholder }))) {
      const name = foldName(speaker.name)
      if (!speaker.team && !named.has(name)) named.set(name, { ...speaker, list: null, form: null })
    }
  return [...named.values()]
}

function* readSection(section: Section, context: LineContext, scope: Scope): Generator<Entry> {
  if (section.form === 'inline') return yield* readField(section, scope)
  const title = rawLine(scope.text, section.title.range)
  const read = readSpeakerLine(title, 'else')
  if (read.label !== null && announcesSpeakers(read.label)) yield* people(entriesOf(read, title, section.title.range))
  yield* readBlocks(blocksOf(section.content), context, scope, section.form === 'bold')
}

/** Reads a bare field: the rest of the line after its label, or a list below that. */
function* readField(section: Section, scope: Scope): Generator<Entry> {
  const line = rawLine(scope.text, fieldValue(scope))
  const value = line.text.replace(/^[\s:：]+/, '').trim()
  if (!hasWord(value)) {
    const list = section.content.find((node) => node.type === 'list')
    if (list) yield* readBlocks([list], 'item', scope)
  } else if (scope.isPlaceholder(value)) yield placeholderOf(line, value)
  else {
    const read = readSpeakerLine(line, 'label')
    const named = read.people.length > 0 ? read.people : peopleInProse(line)
    yield* entriesOf({ ...read, people: named }, line, line.source([0, line.text.length]))
  }
}

/** The blocks of a section. If it starts within a paragraph, its first nodes are inline ones, and become a paragraph here. */
function blocksOf(content: readonly RootContent[]): readonly RootContent[] {
  const first = content.findIndex((node) => !isInline(node))
  const leading = content.slice(0, first < 0 ? content.length : first).filter(isInline)
  // Between other inline nodes, HTML is inline; after the last of them, it may be a block.
  const inline = leading.slice(0, leading.findLastIndex(({ type }) => type !== 'html') + 1)
  const [start, end] = [inline[0]?.position?.start, inline.at(-1)?.position?.end]
  if (!start || !end) return content
  return [{ type: 'paragraph', children: inline, position: { start, end } }, ...content.slice(inline.length)]
}

function isInline(node: RootContent): node is PhrasingContent {
  return INLINE.has(node.type)
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

/** The rest of the line after a field's label. */
function fieldValue({ text, within: [start, end] }: Scope): Range {
  const line = text.slice(start, end).search(/[\r\n]/)
  return [start, line < 0 ? end : start + line]
}
