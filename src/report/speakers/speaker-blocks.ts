import type { ListItem, Paragraph, RootContent } from 'mdast'
import { withoutComments } from '../../markdown/comments.js'
import { type InlineText, inlineLines } from '../../markdown/inline-text.js'
import { rangeOf } from '../../markdown/mdast.js'
import type { Range } from '../../text/range.js'
import type { LineContext } from './name-chain.js'
import { type Entry, entriesOf, people, placeholderOf } from './speaker-entry.js'
import { NOBODY, peopleInProse, readSpeakerLine, type SpeakerLine } from './speaker-line.js'
import { hasWord, type Scope } from './speaker-scope.js'
import { readTable } from './speaker-table.js'
import { announcesOrganizers, announcesSpeakers, isOtherField, mentionsRole } from './speaker-words.js'

/** What the headings and labels above a block mean for the names in it. */
interface Place {
  /** Whether to skip the block: it is under a speaker's own heading, or under a heading or label of people who do not speak. */
  readonly isSkipped: boolean
  /** The context that the last heading gives. */
  readonly underHeading: LineContext
  /** The context that the last label gives, or else the heading. */
  readonly context: LineContext
}

/** @param isPerson whether the heading is the name of a speaker */
function placeUnderHeading(title: string, isPerson: boolean): Place {
  const context = announcesSpeakers(title) && !isOtherField(title) ? 'item' : 'else'
  return { isSkipped: isPerson || announcesOrganizers(title), underHeading: context, context }
}

function placeUnderLabel(label: string, { underHeading }: Place): Place {
  const context = isOtherField(label) ? 'else' : announcesSpeakers(label) ? 'item' : underHeading
  return { isSkipped: announcesOrganizers(label), underHeading, context }
}

/**
 * What the blocks of a section say about speakers, in the order of the text.
 * @param context of the items before the first heading or label
 * @param endsAtOtherLabel whether a label that is not about people ends the section, as if a label began it
 */
export function* readBlocks(
  nodes: readonly RootContent[],
  context: LineContext,
  scope: Scope,
  endsAtOtherLabel = false,
): Generator<Entry> {
  let place: Place = { isSkipped: false, underHeading: context, context }
  for (const [index, node] of nodes.entries()) {
    const next = nodes[index + 1]
    switch (node.type) {
      case 'heading': {
        const [line] = inlineLines(node.children, scope.text, scope.within)
        if (!line) break
        const person = readSpeakerLine(line, 'else')
        place = placeUnderHeading(line.text, person.form !== null)
        if (person.form) yield* entriesOf(person, line, rangeOf(node), firstLine(next, scope))
        break
      }
      case 'list':
        if (place.isSkipped) break
        for (const item of node.children) yield* readItem(item, rangeOf(node), place.context, scope)
        break
      case 'table':
        if (!place.isSkipped) yield* readTable(node, scope)
        break
      case 'blockquote':
        if (!place.isSkipped) yield* readBlocks(node.children, place.context, scope)
        break
      case 'paragraph': {
        const isAboveList = next?.type === 'list' || next?.type === 'table'
        const placeAfter = yield* readParagraph(node, { place, isAboveList, endsAtOtherLabel }, scope)
        if (!placeAfter) return
        place = placeAfter
        break
      }
      case 'html':
        if (hasWord(withoutComments(node.value).replace(/<[^<>]*>/g, ''))) yield { kind: 'words' }
        break
      case 'thematicBreak':
      case 'definition':
        break
      default:
        if (hasWord(scope.text.slice(...rangeOf(node)))) yield { kind: 'words' }
    }
  }
}

interface ParagraphContext {
  readonly place: Place
  /** Whether a list or a table comes next. */
  readonly isAboveList: boolean
  /** See `readBlocks`. */
  readonly endsAtOtherLabel: boolean
}

/** @returns the place of the blocks after the paragraph; null if the section ends in it */
function* readParagraph(
  node: Paragraph,
  { place: before, isAboveList, endsAtOtherLabel }: ParagraphContext,
  scope: Scope,
): Generator<Entry, Place | null> {
  let place = before
  const lines = inlineLines(node.children, scope.text, scope.within)
  if (lines.length === 0 && /!\[|<img/i.test(scope.text.slice(...rangeOf(node)))) yield { kind: 'words' }
  let isAfterName = false
  for (const line of lines) {
    // The role may be on its own line after the name.
    if (isAfterName && readSpeakerLine(line, 'paragraph').people.length === 0 && mentionsRole(line.text)) continue
    if (isLabel(line, isAboveList)) {
      place = placeUnderLabel(line.text, place)
      const isOther = isOtherField(line.text) || !announcesSpeakers(line.text)
      if (endsAtOtherLabel && !place.isSkipped && isOther) return null
    }
    if (place.isSkipped) yield { kind: 'words' }
    else {
      const entries = [...readLine(line, isAboveList, scope)]
      isAfterName = entries.some((entry) => entry.kind === 'person')
      yield* entries
    }
  }
  return place
}

function firstLine(node: RootContent | undefined, { text, within }: Scope): InlineText | null {
  return node?.type === 'paragraph' ? (inlineLines(node.children, text, within)[0] ?? null) : null
}

/** Whether a line announces what follows: it ends in a colon, or is emphasised as a whole above a list. */
function isLabel(line: InlineText, isAboveList: boolean): boolean {
  const text = line.text.trim()
  if (/[:：]$/.test(text)) return true
  const [emphasis] = line.emphasised
  return (
    isAboveList &&
    emphasis !== undefined &&
    line.text.slice(...emphasis).trim() === text &&
    readSpeakerLine(line, 'paragraph').people.length === 0
  )
}

/** @param isAboveList whether a list or a table follows the paragraph of the line */
function* readLine(line: InlineText, isAboveList: boolean, scope: Scope): Generator<Entry> {
  const text = line.text.trim()
  if (scope.isPlaceholder(text)) return yield placeholderOf(line, text)
  const read = readSpeakerLine(line, 'paragraph')
  if (read.label !== null && announcesOrganizers(read.label)) return yield { kind: 'words' }
  const isNaming = read.people.length > 0 || (read.group !== null && !isLabel(line, isAboveList))
  yield* entriesOf(isNaming ? read : inProse(line), line, line.source([0, line.text.length]))
}

function* readItem(item: ListItem, list: Range, context: LineContext, scope: Scope): Generator<Entry> {
  const range = rangeOf(item)
  if (!hasWord(scope.text.slice(...range))) return yield { kind: 'blank', range }
  const [first, ...rest] = item.children
  const lines = first?.type === 'paragraph' ? inlineLines(first.children, scope.text, scope.within) : []
  const nested = first?.type === 'paragraph' ? rest : item.children
  const [line, ...later] = lines
  if (!line) return yield* readBlocks(nested, context, scope)

  const text = line.text.trim()
  if (scope.isPlaceholder(text)) return yield placeholderOf(line, text)
  const read = readSpeakerLine(line, context)
  const isUnnamed = read.people.every(({ name }) => scope.isPlaceholder(line.text.slice(...name)))
  if (isUnnamed && scope.isPlaceholder(placeOfName(text))) return yield placeholderOf(line, placeOfName(text))
  const label = read.label ?? text
  const isLabelled = read.label !== null || nested.length > 0
  if (isLabelled && read.form === null && announcesOrganizers(label)) return yield { kind: 'words' }

  if (read.people.length > 0) {
    yield* entriesOf(read, line, range, later[0] ?? null, list)
    for (const other of later) yield* people(entriesOf(nameAtStart(other), other, range))
    return
  }
  const named = [
    ...later.flatMap((other) => [...people(entriesOf(readSpeakerLine(other, 'paragraph'), other, range))]),
    ...people(readBlocks(nested, announcesSpeakers(label) ? 'item' : 'else', scope)),
  ]
  const areOnlyTeams = named.every(({ speaker }) => speaker.team)
  if (!areOnlyTeams || (named.length > 0 && !read.group)) yield* named
  else if (read.group || read.label !== null || context === 'else') yield* entriesOf(read, line, range)
  else yield* entriesOf(inProse(line), line, range)
}

function inProse(line: InlineText): SpeakerLine {
  return { ...NOBODY, people: peopleInProse(line) }
}

/** A further line of an item whose first line names somebody: it names another person only if it begins with emphasis. */
function nameAtStart(line: InlineText): SpeakerLine {
  const read = readSpeakerLine(line, 'paragraph')
  return line.emphasised[0]?.[0] === 0 && read.form ? read : NOBODY
}

/** The text before the dash, colon or bracket of an item: where its name should be. */
function placeOfName(text: string): string {
  return text.split(/\s[–—-]{1,3}\s|[:(]/u, 1)[0]?.trim() ?? ''
}
