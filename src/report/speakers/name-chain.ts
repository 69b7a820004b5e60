import type { InlineText } from '../../markdown/inline-text.js'
import type { Range } from '../../text/range.js'
import { bracketAt, isNickname, readSeparator, type Separator, skip, trimRole } from './behind-name.js'
import { type NameMatch, readName } from './person-name.js'
import { saysRole } from './speaker-words.js'

/** A person in one line; all spans are spans of the line's text. */
export interface PersonInLine {
  readonly name: Range
  readonly role: Range | null
}

/**
 * Where a line stands, which says how much is believed. `item`: of a list, a cell of a table. `names`: after a label
 * that announces speakers. `line`: of a paragraph. `aside`: under a heading or label that says nothing of people.
 */
export type Standing = 'item' | 'names' | 'line' | 'aside'

/** Names that follow each other, with what is said of them. */
export interface Chain {
  readonly people: readonly PersonInLine[]
  /** The offset behind the last name and its brackets. */
  readonly end: number
  /** How name and role are parted, where there is one name. */
  readonly form: LineForm | null
}

export interface LineForm {
  /** Whether the name stands in bold or italics. */
  readonly marked: boolean
  /** null where nothing but the name is given. */
  readonly separator: Separator | null
}

const JOINER =
  /\s*(?:(?:[,;&/·+、]|(?:[Aa]nd|AND|[Vv]à|[Cc]ùng)(?![A-Za-zÀ-ỿ]))\s*)(?:(?:&|and|và)(?![A-Za-zÀ-ỿ])\s*)?/y
const LEAD = /[^A-Za-zÀ-ỿ\d([]*/uy

/** The offset of the next letter, digit or bracket: where a name may start. */
export function nextWord(text: string, at: number): number {
  return skip(LEAD, text, at)
}

/**
 * Reads names from `start` on, joined by commas, `&` or `and`, each with brackets of its own, and then what they are.
 * @returns null where there is no name
 */
export function readChain(line: InlineText, start: number, standing: Standing): Chain | null {
  const { text } = line
  const { people, end } = namesFrom(line, start, standing)
  if (people.length === 0) return null

  const separated = readSeparator(line, end)
  const said = separated && trimRole(text, separated.start, text.length)
  // One bracket after the last of several names is said of them all.
  const shared = people.slice(0, -1).every(({ role }) => role === null) ? (people.at(-1)?.role ?? null) : null
  const read = people.map(({ name, role }) => ({ name, role: role ?? shared ?? said }))
  const [only, another] = people
  if (!only || another) return { people: read, end, form: null }

  const marked = line.marked.some(([from]) => from <= only.name[0] && from >= start - 1)
  const separator = only.role ? 'bracket' : said && separated ? separated.kind : null
  // Words that just go on after a name are running text, unless the end of the bold parts them.
  const goesOn = separator === 'blank' && !line.marked.some(([, to]) => to === only.name[1])
  return { people: read, end, form: goesOn ? null : { marked, separator } }
}

/** The names of a chain, each with the role that its own bracket gives, and the offset behind the last of them. */
function namesFrom(line: InlineText, start: number, standing: Standing): Pick<Chain, 'people' | 'end'> {
  const { text } = line
  const people: PersonInLine[] = []
  let end = start
  for (let at = start; ; ) {
    const mark = line.marked.find(([from, to]) => from <= at && at < to)
    const limit = mark?.[1] ?? line.marked.find(([from]) => from > at)?.[0] ?? text.length
    const marked = mark !== undefined
    const name = readName(text, at, limit, marked)
    if (!name || !believed(name, { line, at, marked, standing, first: people.length === 0 })) return { people, end }

    const bracket = bracketAt(text, name.end)
    end = bracket?.end ?? name.end
    const isName = bracket !== null && isNickname(text, bracket.inside)
    people.push({ name: [at, isName ? end : name.end], role: isName ? null : (bracket?.inside ?? null) })
    const next = skip(JOINER, text, end)
    if (next === end) return { people, end }
    at = nextWord(text, next)
  }
}

interface Candidate {
  readonly line: InlineText
  readonly at: number
  readonly marked: boolean
  readonly standing: Standing
  readonly first: boolean
}

/** Whether a name-like run is taken for a name, by where it stands and by what follows it. */
function believed(name: NameMatch, { line, at, marked, standing, first }: Candidate): boolean {
  const { text } = line
  const markEnd = line.marked.some(([, to]) => to === name.end || (text[name.end] === ':' && to === name.end + 1))
  const rest = text.slice(name.end)
  const joined = /^\s*(?:&|\/|and |và |,)/i.test(rest)
  const parted =
    rest.trim() === '' ||
    /^\s*(?:[–—―:|()[\],.;&/]|-)/u.test(rest) ||
    /^\s*(?:and|và|cùng|from|at|từ|tại)\s/i.test(rest)
  if (standing === 'names') return name.certainty === 'sure' || parted
  if (!first) {
    if (name.certainty === 'sure') return parted || markEnd
    return parted && (marked || /(?:&|\/|and|và)\s*$/i.test(text.slice(0, at)))
  }
  switch (name.certainty) {
    case 'sure':
      return standing === 'item' || parted || markEnd
    case 'likely':
      if (standing === 'aside') return /^\s*[–—(-]/u.test(rest) && saysRole(rest)
      return (
        (parted || (marked && markEnd)) &&
        (standing === 'item' || marked || (/^\s*[–—-]/u.test(rest) && saysRole(rest)))
      )
    case 'short':
      return standing === 'item' && (marked || joined) && (parted || markEnd)
  }
}

/** `Name - Role, and Another Name - Role`: further people after the first one's role, which ends where they start. */
export function withLaterPeople(line: InlineText, { people, end }: Chain): readonly PersonInLine[] {
  for (const { index, 0: comma } of line.text.matchAll(/[,;]\s*(?:(?:and|và|&)\s+)?/gi)) {
    const at = index + comma.length
    if (index < end) continue
    const start = nextWord(line.text, at)
    const name = sureName(line.text, start)
    if (!name || readSeparator(line, name.end)?.kind !== 'dash') continue
    const later = readChain(line, start, 'aside')
    if (!later) continue
    const earlier = people.map(({ name, role }) => ({
      name,
      role: role && role[1] > index ? trimRole(line.text, role[0], index) : role,
    }))
    return [...earlier, ...withLaterPeople(line, later)]
  }
  return people
}

/** A name in the middle of a line: what surely is one, of two words or behind a title. */
export function sureName(text: string, at: number): NameMatch | null {
  const name = readName(text, at)
  return name?.certainty === 'sure' && (name.words > 1 || name.titled) ? name : null
}
