import type { InlineText } from '../../markdown/inline-text.js'
import { lowerCase } from '../../text/lower-case.js'
import type { Range } from '../../text/range.js'
import { bracketAt, isNickname, readSeparator, trimRole } from './behind-name.js'
import {
  type Chain,
  type LineForm,
  nextWord,
  type PersonInLine,
  readChain,
  type Standing,
  sureName,
  withLaterPeople,
} from './name-chain.js'
import { readName } from './person-name.js'
import { announcesSpeakers, isOtherField, saysRole, withoutColon } from './speaker-words.js'

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

// These are held against small letters.
const GROUP =
  /(?:^|[^a-zÀ-ỿ])(?:teams?|groups?|experts|specialists|architects|engineers|builders|captains|advocates|mentors|leaders|representatives?|facilitators|trainers|members|alumni|speakers|guests|nhóm|đội|đội ngũ|chuyên gia|đại diện|kỹ sư|kiến trúc sư|khách mời|các)(?![a-zÀ-ỿ])/
const GROUP_OF_ONE_WORD = /(?:architect|advocate|engineer|specialist|expert|leader|speaker)$/
/** "And many others", "With guests from …": a remark, not a name. */
const REMARK =
  /^(?:and|with|along with|together with|accompanied|featuring|including|plus|và|cùng|với|tham dự|ngoài ra)(?![a-zÀ-ỿ])/

/** Held against small letters. */
const MEMBERS = /(?:\s[–—-]\s|\(|(?:^|\s)(?:including|includes|namely|gồm|bao gồm)\s)\s*/g

/** A longer line is prose that no list of names can be read from. */
const LONGEST_LINE = 2000

/** What a line says in which nobody is named. */
export const NOBODY: SpeakerLine = { people: [], group: null, label: null, form: null }

/** Reads one line of a section on speakers. */
export function readSpeakerLine(line: InlineText, standing: Standing): SpeakerLine {
  if (line.text.length > LONGEST_LINE) return NOBODY
  const start = nextWord(line.text, 0)
  const chain = readChain(line, start, standing)
  if (chain) {
    const ofTeam = teamOf(line, start, chain)
    if (ofTeam) return ofTeam
    const people = line.text.includes(';') ? withLaterPeople(line, chain) : chain.people
    return { people, group: null, label: null, form: people.length > chain.people.length ? null : chain.form }
  }

  const colon = labelEnd(line.text, start)
  if (colon === null) return { ...NOBODY, people: membersOf(line, start), group: groupAt(line, start, standing) }

  const label = withoutColon(line.text.slice(start, colon))
  if (isOtherField(label)) return { ...NOBODY, label }
  const rest = nextWord(line.text, colon)
  const after = readChain(line, rest, announcesSpeakers(label) ? 'names' : 'aside')
  const people = after ? withLaterPeople(line, after) : membersOf(line, rest)
  return { people, group: groupAt(line, start, standing), label, form: null }
}

/** A name by its capitals alone, and people behind its colon: it is a team's ("Night Owls (1st): Le An, Vo Binh"). */
function teamOf(line: InlineText, start: number, { people, end }: Chain): SpeakerLine | null {
  const [team, another] = people
  if (!team || another || readName(line.text, start)?.certainty !== 'likely') return null
  const separator = readSeparator(line, end)
  const members = separator?.kind === 'colon' ? readChain(line, nextWord(line.text, separator.start), 'aside') : null
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

/** People named in the middle of a line, after a dash, in brackets or after "including": the members of a group. */
function membersOf(line: InlineText, start: number): readonly PersonInLine[] {
  for (const { index, 0: mark } of lowerCase(line.text).matchAll(MEMBERS)) {
    if (index < start) continue
    const at = nextWord(line.text, index + mark.length)
    const chain = sureName(line.text, at) && readChain(line, at, 'aside')
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

/** The offset after the colon that ends a label; null where the line has none near its start. */
function labelEnd(text: string, start: number): number | null {
  const found = /^[^:()[\]–—]{1,80}:(?!\/\/)/u.exec(text.slice(start))
  return found && !/\s-+\s/.test(found[0]) ? start + found[0].length : null
}
