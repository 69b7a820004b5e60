import type { ListItem, Paragraph, PhrasingContent, RootContent, Table } from 'mdast'
import { withoutComments } from '../../markdown/comments.js'
import { type InlineText, inlineLines } from '../../markdown/inline-text.js'
import { rangeOf } from '../../markdown/mdast.js'
import type { IsPlaceholder } from '../../schema/placeholder.js'
import type { Range } from '../../text/range.js'
import type { Standing } from './name-chain.js'
import { type Entry, entriesOf, people, placeholderOf, tidy } from './speaker-entry.js'
import { NOBODY, peopleInProse, readSpeakerLine, type SpeakerLine } from './speaker-line.js'
import { announcesOrganizers, announcesSpeakers, isOtherField, saysRole } from './speaker-words.js'

/** What is read where: the report's text, what of it belongs to the section, and what is no name. */
export interface Scope {
  readonly text: string
  readonly within: Range
  readonly isPlaceholder: IsPlaceholder
}

const NAME_COLUMN =
  /^(?:full )?names?$|speaker|presenter|instructor|mentor|họ (?:và )?tên|^tên$|diễn giả|giảng viên|khách mời/i
const TEAM_COLUMN = /team|group|đội|nhóm/i
const MEMBERS_COLUMN = /members|thành viên/i
const ROLE_COLUMN = /role|position|^title$|job|chức|vai trò|vị trí/i
const FIRM_COLUMN = /organi[sz]ation|company|firm|affiliation|công ty|tổ chức|đơn vị|cơ quan/i

/** Whether anything is written, and not only marks set. */
export function hasWord(text: string): boolean {
  return /[A-Za-zÀ-ỿ\d]/u.test(text)
}

/** What is believed at a place among the blocks of a section. */
interface Belief {
  /** Under a heading or label of people who do not speak, and under a speaker's own heading: nobody is looked for. */
  readonly passing: boolean
  /** Under the heading. */
  readonly below: Standing
  /** Under the label that came last. */
  readonly here: Standing
}

/** @param isPerson whether the heading is a speaker's own */
function underHeading(title: string, isPerson: boolean): Belief {
  const below = announcesSpeakers(title) && !isOtherField(title) ? 'item' : 'aside'
  return { passing: isPerson || announcesOrganizers(title), below, here: below }
}

function underLabel(label: string, { below }: Belief): Belief {
  const here = isOtherField(label) ? 'aside' : announcesSpeakers(label) ? 'item' : below
  return { passing: announcesOrganizers(label), below, here }
}

/**
 * Whom the blocks of a section name, in the order of the text.
 * @param standing of the items before the first heading or label
 * @param closed whether a label that is not about people ends the section, as it does where a label started it
 */
export function* readBlocks(
  nodes: readonly RootContent[],
  standing: Standing,
  scope: Scope,
  closed = false,
): Generator<Entry> {
  let belief: Belief = { passing: false, below: standing, here: standing }
  for (const [index, node] of nodes.entries()) {
    switch (node.type) {
      case 'heading': {
        const [line] = inlineLines(node.children, scope.text, scope.within)
        if (!line) break
        const person = readSpeakerLine(line, 'aside')
        belief = underHeading(line.text, person.form !== null)
        if (person.form) yield* entriesOf(person, line, rangeOf(node), firstLine(nodes[index + 1], scope))
        break
      }
      case 'list':
        if (!belief.passing) for (const item of node.children) yield* readItem(item, rangeOf(node), belief.here, scope)
        break
      case 'table':
        if (!belief.passing) yield* readTable(node, scope)
        break
      case 'blockquote':
        if (!belief.passing) yield* readBlocks(node.children, belief.here, scope)
        break
      case 'paragraph': {
        const over = ['list', 'table'].includes(nodes[index + 1]?.type ?? '')
        const after = yield* readParagraph(node, { belief, over, closed }, scope)
        if (!after) return
        belief = after
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

interface Surroundings {
  readonly belief: Belief
  /** Whether a list or a table comes next. */
  readonly over: boolean
  /** See `readBlocks`. */
  readonly closed: boolean
}

/** @returns what is believed behind it; null where it ends the section */
function* readParagraph(
  node: Paragraph,
  { belief: before, over, closed }: Surroundings,
  scope: Scope,
): Generator<Entry, Belief | null> {
  let belief = before
  const lines = inlineLines(node.children, scope.text, scope.within)
  if (lines.length === 0 && /!\[|<img/i.test(scope.text.slice(...rangeOf(node)))) yield { kind: 'words' }
  let isNamed = false
  for (const line of lines) {
    // Below a name, what the person is may stand on a line of its own.
    if (isNamed && readSpeakerLine(line, 'line').people.length === 0 && saysRole(line.text)) continue
    if (isLabel(line, over)) {
      belief = underLabel(line.text, belief)
      const isOther = isOtherField(line.text) || !announcesSpeakers(line.text)
      if (closed && !belief.passing && isOther) return null
    }
    if (belief.passing) yield { kind: 'words' }
    else {
      const entries = [...readLine(line, over, scope)]
      isNamed = entries.some((entry) => entry.kind === 'person')
      yield* entries
    }
  }
  return belief
}

function firstLine(node: RootContent | undefined, { text, within }: Scope): InlineText | null {
  return node?.type === 'paragraph' ? (inlineLines(node.children as PhrasingContent[], text, within)[0] ?? null) : null
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

function* readLine(line: InlineText, over: boolean, scope: Scope): Generator<Entry> {
  const text = line.text.trim()
  if (scope.isPlaceholder(text)) return yield placeholderOf(line, text)
  const read = readSpeakerLine(line, 'line')
  if (read.label !== null && announcesOrganizers(read.label)) return yield { kind: 'words' }
  const whole = line.source([0, line.text.length])
  const isNaming = read.people.length > 0 || (read.group !== null && !isLabel(line, over))
  yield* entriesOf(isNaming ? read : { ...NOBODY, people: peopleInProse(line) }, line, whole)
}

function* readItem(item: ListItem, list: Range, standing: Standing, scope: Scope): Generator<Entry> {
  const range = rangeOf(item)
  if (!hasWord(scope.text.slice(...range))) return yield { kind: 'blank', range }
  const [first, ...rest] = item.children
  const lines = first?.type === 'paragraph' ? inlineLines(first.children, scope.text, scope.within) : []
  const nested = first?.type === 'paragraph' ? rest : item.children
  const [line, ...later] = lines
  if (!line) return yield* readBlocks(nested, standing, scope)

  const text = line.text.trim()
  if (scope.isPlaceholder(text)) return yield placeholderOf(line, text)
  const read = readSpeakerLine(line, standing)
  const label = read.label ?? text
  const opens = read.label !== null || nested.length > 0
  if (read.people.length === 0 && scope.isPlaceholder(namePlace(text)))
    return yield placeholderOf(line, namePlace(text))
  if (opens && read.form === null && announcesOrganizers(label)) return yield { kind: 'words' }

  if (read.people.length > 0) {
    yield* entriesOf(read, line, range, later[0] ?? null, list)
    for (const other of later) yield* people(entriesOf(leading(other), other, range))
    return
  }
  const within = [
    ...later.flatMap((other) => [...people(entriesOf(readSpeakerLine(other, 'line'), other, range))]),
    ...people(readBlocks(nested, announcesSpeakers(label) ? 'item' : 'aside', scope)),
  ]
  if (within.some(({ speaker }) => !speaker.team) || (within.length > 0 && !read.group)) yield* within
  else if (read.group || read.label !== null || standing === 'aside') yield* entriesOf(read, line, range)
  else yield* entriesOf({ ...NOBODY, people: peopleInProse(line) }, line, range)
}

/** Names at the start of a line inside an item whose first line has named somebody: set off in bold, or none. */
function leading(line: InlineText): SpeakerLine {
  const read = readSpeakerLine(line, 'line')
  return line.marked[0]?.[0] === 0 && read.form ? read : NOBODY
}

function* readTable(table: Table, scope: Scope): Generator<Entry> {
  const rows = table.children.map((row) =>
    row.children.map((cell) => inlineLines(cell.children, scope.text, scope.within)[0] ?? null),
  )
  const [header = [], ...body] = rows
  const column = (pattern: RegExp): number =>
    header.findIndex((cell) => cell !== null && pattern.test(cell.text.trim()))
  const [teams, ofTeams, single] = [column(TEAM_COLUMN), column(MEMBERS_COLUMN), column(NAME_COLUMN)]
  const members = teams >= 0 && teams !== ofTeams ? ofTeams : -1
  if (single < 0 && members < 0) return yield { kind: 'words' }
  const [roles, firms] = [column(ROLE_COLUMN), column(FIRM_COLUMN)]
  const textOf = (cell: InlineText | null | undefined): string | null => (cell ? tidy(cell.text) : null)
  for (const [index, row] of body.entries()) {
    // Who speaks alone has no members.
    const names = members >= 0 && row[members] ? members : single
    const cell = row[names]
    const node = table.children[index + 1]?.children[names]
    if (!cell || !node) continue
    if (scope.isPlaceholder(cell.text.trim())) yield placeholderOf(cell, cell.text.trim())
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

/** What stands before the dash or colon of an item: where its name should be. */
function namePlace(text: string): string {
  return text.split(/\s[–—-]{1,3}\s|[:(]/u, 1)[0]?.trim() ?? ''
}
