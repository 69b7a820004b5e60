import type { InlineText } from '../../markdown/inline-text.js'
import { lowerCase } from '../../text/lower-case.js'
import type { Range } from '../../text/range.js'
import { type NameMatch, readName } from './person-name.js'
import { announcesSpeakers, isOtherField, saysRole, withoutColon } from './speaker-words.js'

/** What stands between a name and what is said of the person. */
export type Separator = 'dash' | 'colon' | 'bracket' | 'comma' | 'bar' | 'blank'

/** A person in one line; all spans are spans of the line's text. */
export interface PersonInLine {
  readonly name: Range
  readonly role: Range | null
}

/** What a line of a list of speakers says. */
export interface SpeakerLine {
  readonly people: readonly PersonInLine[]
  /** A team in a name's place ("FCJ Team"): people who are not named one by one. */
  readonly group: PersonInLine | null
  /** What stands before a colon where that is no name: "Panelists", "Guest", "Topic". */
  readonly label: string | null
  /** How name and role are parted, where the line starts with the one name that it holds. */
  readonly form: LineForm | null
}

export interface LineForm {
  /** Whether the name stands in bold or italics. */
  readonly marked: boolean
  /** null where nothing but the name is given. */
  readonly separator: Separator | null
}

/**
 * Where a line stands, which says how much is believed. `item`: of a list, a cell of a table. `names`: after a label
 * that announces speakers. `line`: of a paragraph. `aside`: under a heading or label that says nothing of people.
 */
export type Standing = 'item' | 'names' | 'line' | 'aside'

// These are held against small letters.
const GROUP =
  /(?:^|[^a-zÀ-ỿ])(?:teams?|groups?|experts|specialists|architects|engineers|builders|captains|advocates|mentors|leaders|representatives?|facilitators|trainers|members|alumni|speakers|guests|nhóm|đội|đội ngũ|chuyên gia|đại diện|kỹ sư|kiến trúc sư|khách mời|các)(?![a-zÀ-ỿ])/
const GROUP_OF_ONE_WORD = /(?:architect|advocate|engineer|specialist|expert|leader|speaker)$/
/** "And many others", "With guests from …": a remark, not a name. */
const REMARK =
  /^(?:and|with|along with|together with|accompanied|featuring|including|plus|và|cùng|với|tham dự|ngoài ra)(?![a-zÀ-ỿ])/

const JOINER =
  /\s*(?:(?:[,;&/·+、]|(?:[Aa]nd|AND|[Vv]à|[Cc]ùng)(?![A-Za-zÀ-ỿ]))\s*)(?:(?:&|and|và)(?![A-Za-zÀ-ỿ])\s*)?/y
const SEPARATOR = /\s*(?:[–—―−]+|-{1,3}(?=[\s*]|$|[A-Za-zÀ-ỿ])|:|\||,|(?=[([]))\s*/uy
/** Held against small letters. */
const MEMBERS = /(?:\s[–—-]\s|\(|(?:^|\s)(?:including|includes|namely|gồm|bao gồm)\s)\s*/g
const LEAD = /[^A-Za-zÀ-ỿ\d([]*/uy

/** A longer line is prose that no list of names can be read from. */
const LONGEST_LINE = 2000

/** What a line says in which nobody is named. */
export const NOBODY: SpeakerLine = { people: [], group: null, label: null, form: null }

/** Reads one line of a section on speakers. */
export function readSpeakerLine(line: InlineText, standing: Standing): SpeakerLine {
  if (line.text.length > LONGEST_LINE) return NOBODY
  const start = skip(LEAD, line.text, 0)
  const chain = readChain(line, start, standing)
  const ofTeam = chain && teamOf(line, start, chain)
  if (ofTeam) return ofTeam
  if (chain) {
    const people = line.text.includes(';') ? withLaterPeople(line, chain) : chain.people
    return { people, group: null, label: null, form: people.length > chain.people.length ? null : chain.form }
  }

  const colon = labelEnd(line.text, start)
  if (colon === null) return { ...NOBODY, people: membersOf(line, start), group: groupAt(line, start, standing) }

  const label = withoutColon(line.text.slice(start, colon))
  if (isOtherField(label)) return { ...NOBODY, label }
  const rest = skip(LEAD, line.text, colon)
  const after = readChain(line, rest, announcesSpeakers(label) ? 'names' : 'aside')
  const people = after ? withLaterPeople(line, after) : membersOf(line, rest)
  return { people, group: groupAt(line, start, standing), label, form: null }
}

/** A name by its capitals alone, and people behind its colon: it is a team's ("Night Owls (1st): Le An, Vo Binh"). */
function teamOf(line: InlineText, start: number, { people, end }: Chain): SpeakerLine | null {
  const [team, another] = people
  if (!team || another || readName(line.text, start)?.certainty !== 'likely') return null
  const separator = readSeparator(line, end)
  const members = separator?.kind === 'colon' ? readChain(line, skip(LEAD, line.text, separator.start), 'aside') : null
  if (!members || members.people.length < 2) return null
  return { people: members.people, group: team, label: line.text.slice(...team.name), form: null }
}

/** Behind “anh chị” and “các anh” stands what those people are. */
const TITLE_IN_PROSE =
  /(?<![A-Za-zÀ-ỿ])(?:(?:Mr|Mrs|Ms|Dr)\.?|(?<!(?:anh|các|thầy) )(?:anh|chị|ông|bà|thầy|cô|bạn))\s/gu
const VIETNAMESE = /^[a-z]/

/** People named in running text: in bold, or behind a title ("Mr. Bao Huynh", "anh Trần Minh"). */
export function peopleInProse(line: InlineText): readonly PersonInLine[] {
  const { text } = line
  const bold = line.marked.flatMap(([start, end]): PersonInLine[] => {
    const name = readName(text, start, end, true)
    if (!name || name.end !== end) return []
    const bracket = bracketAt(text, end)
    const role = bracket && !isNickname(text, bracket.inside) ? bracket.inside : null
    const sure =
      name.certainty === 'sure' || (name.certainty === 'likely' && role !== null && saysRole(text.slice(...role)))
    return sure ? [{ name: [start, end], role }] : []
  })
  const isBold = (start: number, end: number): boolean =>
    bold.some(({ name: [from, to] }) => from <= end && start <= to)
  const titled = [...text.matchAll(TITLE_IN_PROSE)].flatMap(({ index, 0: title }): PersonInLine[] => {
    // A Vietnamese title is a word of other meanings too: behind it stands a full name.
    const start = VIETNAMESE.test(title) ? index + title.length : index
    const name = readName(text, start)
    if (!name || isBold(start, name.end) || (start > index && (name.certainty !== 'sure' || name.words < 2))) return []
    return [{ name: [start, name.end], role: null }]
  })
  return [...bold, ...titled]
}

interface Chain {
  readonly people: readonly PersonInLine[]
  readonly end: number
  readonly form: LineForm | null
}

/** Names from `start` on, joined by commas, `&` or `and`, each with brackets of its own, and then what they are. */
function readChain(line: InlineText, start: number, standing: Standing): Chain | null {
  const { text } = line
  const people: { name: Range; role: Range | null }[] = []
  let end = start
  for (let at = start; ; ) {
    const mark = line.marked.find(([from, to]) => from <= at && at < to)
    const limit = mark?.[1] ?? line.marked.find(([from]) => from > at)?.[0] ?? text.length
    const name = readName(text, at, limit, mark !== undefined)
    if (!name || !believed(name, { line, at, marked: mark !== undefined, standing, first: people.length === 0 })) break

    let nameEnd = name.end
    let role: Range | null = null
    end = nameEnd
    const bracket = bracketAt(text, nameEnd)
    if (bracket) {
      end = bracket.end
      if (isNickname(text, bracket.inside)) nameEnd = bracket.end
      else role = bracket.inside
    }
    people.push({ name: [at, nameEnd], role })
    const next = skip(JOINER, text, end)
    if (next === end) break
    at = skip(LEAD, text, next)
  }
  if (people.length === 0) return null

  const separated = readSeparator(line, end)
  const said = separated && trimRole(text, separated.start, text.length)
  // One bracket after the last of several names is said of them all.
  const shared = people.slice(0, -1).every(({ role }) => role === null) ? (people.at(-1)?.role ?? null) : null
  const only = people.length === 1 ? people[0] : undefined
  const read = people.map((person) => ({
    name: person.name,
    role: person.role ?? shared ?? said,
  }))
  if (!only) return { people: read, end, form: null }

  const marked = line.marked.some(([from]) => from <= only.name[0] && from >= start - 1)
  const separator = only.role ? 'bracket' : said && separated ? separated.kind : null
  // Words that just go on after a name are running text, unless the end of the bold parts them.
  const goesOn = separator === 'blank' && !line.marked.some(([, to]) => to === only.name[1])
  const form: LineForm | null = goesOn ? null : { marked, separator }
  return { people: read, end, form }
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
function withLaterPeople(line: InlineText, { people, end }: Chain): readonly PersonInLine[] {
  for (const { index, 0: comma } of line.text.matchAll(/[,;]\s*(?:(?:and|và|&)\s+)?/gi)) {
    const at = index + comma.length
    if (index < end) continue
    const start = skip(LEAD, line.text, at)
    const name = readName(line.text, start)
    if (name?.certainty !== 'sure' || (name.words < 2 && !name.titled)) continue
    if (readSeparator(line, name.end)?.kind !== 'dash') continue
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

/** People named in the middle of a line, after a dash, in brackets or after "including": the members of a group. */
function membersOf(line: InlineText, start: number): readonly PersonInLine[] {
  for (const { index, 0: mark } of lowerCase(line.text).matchAll(MEMBERS)) {
    if (index < start) continue
    const at = skip(LEAD, line.text, index + mark.length)
    const name = readName(line.text, at)
    if (name?.certainty !== 'sure' || (name.words < 2 && !name.titled)) continue
    const chain = readChain(line, at, 'aside')
    if (chain) return chain.people
  }
  return []
}

/** A team or a kind of people in a name's place; what follows "from" is where they come from. */
function groupAt(line: InlineText, start: number, standing: Standing): PersonInLine | null {
  if (standing === 'aside') return null
  const { text } = line
  if (/^[([]/u.test(text.slice(start))) return null
  const end = groupEnd(text, start)
  const whole = trimRole(text, start, end)
  if (!whole) return null
  const words = lowerCase(text.slice(...whole))
  const marked = line.marked.some(([from, to]) => from <= whole[0] && whole[1] <= to + 1)
  if (standing === 'line' && !marked) return null
  if (REMARK.test(words) || words.split(/\s+/).length > 12 || /[.!?]\s/u.test(words)) return null
  if (!GROUP.test(words) && !GROUP_OF_ONE_WORD.test(words)) return null
  const origin = /\s(?:from|từ)\s/.exec(words)
  const name: Range = origin ? [whole[0], whole[0] + origin.index] : whole
  const role = origin
    ? trimRole(text, name[1] + origin[0].length, whole[1])
    : (bracketAt(text, end)?.inside ?? trimRole(text, end, text.length))
  return { name, role }
}

function groupEnd(text: string, start: number): number {
  const at = text.slice(start).search(/\s[–—-]{1,3}\s|:|\s\(|\s\||$/u)
  return start + at
}

/** The separator after a name and where the role starts; a bracket that opens the role counts as one. */
function readSeparator(line: InlineText, at: number): { readonly kind: Separator; readonly start: number } | null {
  const { text } = line
  if (/^\s*[)\]]/u.test(text.slice(at))) return null
  SEPARATOR.lastIndex = at
  const found = SEPARATOR.exec(text)
  if (!found) return /\S/.test(text.slice(at)) ? { kind: 'blank', start: skip(/\s*/y, text, at) } : null
  const mark = found[0].trim()
  const start = at + found[0].length
  if (mark === '') return { kind: 'bracket', start }
  return { kind: mark === ':' ? 'colon' : mark === ',' ? 'comma' : mark === '|' ? 'bar' : 'dash', start }
}

/** The offset after the colon that ends a label; null where the line has none near its start. */
function labelEnd(text: string, start: number): number | null {
  const found = /^[^:()[\]–—]{1,80}:(?!\/\/)/u.exec(text.slice(start))
  return found && !/\s-+\s/.test(found[0]) ? start + found[0].length : null
}

function bracketAt(text: string, at: number): { readonly inside: Range; readonly end: number } | null {
  const found = /^\s*\(([^()]{1,160})\)/u.exec(text.slice(at))
  if (!found) return null
  const end = at + found[0].length
  return { inside: [end - 1 - (found[1] as string).length, end - 1], end }
}

/** `Anh Thao (Chi Thao)`, `Mendel (Long)`: the bracket holds another name of the same person. */
function isNickname(text: string, [start, end]: Range): boolean {
  const name = readName(text, start, end)
  return name !== null && name.end === end && name.certainty !== 'likely'
}

/** A span without blanks, brackets around the whole and marks at its ends; null where no word is left. */
function trimRole(text: string, start: number, end: number): Range | null {
  let [from, to] = [start, end]
  while (from < to && /[\s:–—―|·•,;*-]/u.test(text[from] as string)) from++
  while (to > from && /[\s:–—―|·•,;.*-]/u.test(text[to - 1] as string)) to--
  if (text[from] === '(' && text.indexOf(')', from) === to - 1) [from, to] = [from + 1, to - 1]
  return /[A-Za-zÀ-ỿ\d]/u.test(text.slice(from, to)) ? [from, to] : null
}

function skip(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  return at + (pattern.exec(text)?.[0].length ?? 0)
}
