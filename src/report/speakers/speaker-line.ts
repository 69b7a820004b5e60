import type { InlineText } from '../../markdown/inline-text.js'
import { lowerCase } from '../../text/lower-case.js'
import type { Range } from '../../text/range.js'
import { bracketAt, isNickname, readSeparator, trimSpan } from './after-name.js'
import {
  type Chain,
  certainName,
  type LineContext,
  type LineForm,
  nextWord,
  type PersonInLine,
  readChain,
  withLaterPeople,
} from './name-chain.js'
import { beginsWithSurname, readName } from './person-name.js'
import { announcesSpeakers, isOtherField, mentionsRole, withoutColon } from './speaker-words.js'

/** What a line in a section on speakers says. */
export interface SpeakerLine {
  readonly people: readonly PersonInLine[]
  /** A team in place of a name ("FCJ Team"), whose members need not be named. */
  readonly group: PersonInLine | null
  /** The text before a colon if it is not a name: "Panelists", "Guest", "Topic". */
  readonly label: string | null
  /** How name and role are separated, if the line begins with a name and has no other. */
  readonly form: LineForm | null
}

// The next four expressions are for text in lower case.

const GROUP =
  /(?:^|[^a-zÀ-ỿ])(?:teams?|groups?|experts|specialists|architects|engineers|builders|captains|advocates|mentors|leaders|representatives?|facilitators|trainers|members|alumni|speakers|guests|nhóm|đội|chuyên gia|đại diện|kỹ sư|kiến trúc sư|khách mời|các)(?![a-zÀ-ỿ])/
const GROUP_OF_ONE_WORD = /(?:architect|advocate|engineer|specialist|expert|leader|speaker)$/
/** "And many others", "With guests from …": a remark, not a name. */
const REMARK =
  /^(?:and|with|along with|together with|accompanied|featuring|including|plus|và|cùng|với|tham dự|ngoài ra)(?![a-zÀ-ỿ])/
/** What may precede the members of a group, or a name after a topic or in a sentence. */
const BEFORE_MEMBERS = /(?:\s[–—-]\s|\(|(?:^|\s)(?:including|includes|namely|by|was|were|are|gồm|bao gồm|là|bởi)\s)\s*/g
/** What a person is, before a name: “Kỹ sư Lê An”. Only a surname tells that from a role: “Kỹ sư Đám Mây”. */
const ROLE_BEFORE_NAME =
  /(?:^|[^a-zÀ-ỿ])(?:speaker|guest|engineer|architect|diễn giả|khách mời|chuyên gia|kỹ sư|giảng viên|giám đốc)\s+/g

/** In characters: a longer line is prose, not a list of names. */
const MAX_LINE = 2000
/** A longer text is a sentence, not the name of a group. */
const MAX_GROUP_WORDS = 12

/** What a line says that names nobody. */
export const NOBODY: SpeakerLine = { people: [], group: null, label: null, form: null }

/** Reads a line of a section on speakers. */
export function readSpeakerLine(line: InlineText, context: LineContext): SpeakerLine {
  if (line.text.length > MAX_LINE) return NOBODY
  const start = nextWord(line.text, 0)
  const chain = readChain(line, start, context)
  if (chain) {
    const team = teamWithMembers(line, start, chain)
    if (team) return team
    const people = withLaterPeople(line, chain, !line.text.includes(';'))
    return { people, group: null, label: null, form: people.length > chain.people.length ? null : chain.form }
  }

  const group = groupAt(line, start, context)
  const colon = labelEnd(line.text, start)
  if (colon === null) return { people: membersAfter(line, start), group, label: null, form: null }

  const label = withoutColon(line.text.slice(start, colon))
  if (isOtherField(label)) return { ...NOBODY, label }
  const value = nextWord(line.text, colon)
  const named = readChain(line, value, announcesSpeakers(label) ? 'label' : 'else')
  const people = named ? withLaterPeople(line, named, false) : membersAfter(line, value)
  return { people, group, label, form: null }
}

/** A chain that is a team: it looks like a single name, and people follow its colon ("Night Owls (1st): Le An, Vo Binh"). */
function teamWithMembers(line: InlineText, start: number, { people, end }: Chain): SpeakerLine | null {
  const [team, another] = people
  if (!team || another || readName(line.text, start)?.certainty !== 'likely') return null
  const separator = readSeparator(line, end)
  const members = separator?.kind === 'colon' ? readChain(line, nextWord(line.text, separator.start), 'else') : null
  if (!members || members.people.length < 2) return null
  return { people: members.people, group: team, label: line.text.slice(...team.name), form: null }
}

/** A title before a name; after “anh chị” and “các anh” follows what these people are. */
const TITLE_IN_PROSE =
  /(?<![A-Za-zÀ-ỿ])(?:(?:Mr|Mrs|Ms|Dr)\.?|(?<!(?:anh|các|thầy) )(?:anh|chị|ông|bà|thầy|cô|bạn))\s/gu
/** Of the titles in that expression, only the Vietnamese ones are in lower case. */
const VIETNAMESE_TITLE = /^\p{Ll}/u

/** People named in running text: in bold, or after a title ("Mr. Bao Huynh", "anh Trần Minh"). */
export function peopleInProse(line: InlineText): readonly PersonInLine[] {
  const emphasised = emphasisedPeople(line)
  const isEmphasised = ({ name: [start, end] }: PersonInLine): boolean =>
    emphasised.some(({ name: [from, to] }) => from <= end && start <= to)
  return [...emphasised, ...titledPeople(line).filter((person) => !isEmphasised(person))]
}

/** The names in bold or italics that are certain by themselves or by a role in brackets after them. */
function emphasisedPeople({ text, emphasised }: InlineText): PersonInLine[] {
  return emphasised.flatMap(([start, end]): PersonInLine[] => {
    const name = readName(text, start, end, true)
    if (!name || name.end !== end) return []
    const bracket = bracketAt(text, end)
    const role = bracket && !isNickname(text, bracket.inside) ? bracket.inside : null
    const hasRole = role !== null && mentionsRole(text.slice(...role))
    const isCertain = name.certainty === 'sure' || (name.certainty === 'likely' && hasRole)
    return isCertain ? [{ name: [start, end], role }] : []
  })
}

/** People after a title: "Mr. Bao Huynh", "anh Trần Minh". */
export function titledPeople({ text }: InlineText): PersonInLine[] {
  return [...text.matchAll(TITLE_IN_PROSE)].flatMap(({ index, 0: title }): PersonInLine[] => {
    // Vietnamese titles have other meanings, too: only a full name after one proves it, and the title is not part of that.
    const isVietnamese = VIETNAMESE_TITLE.test(title)
    const start = isVietnamese ? index + title.length : index
    const name = readName(text, start)
    if (!name || (isVietnamese && (name.certainty !== 'sure' || name.words < 2))) return []
    return [{ name: [start, name.end], role: null }]
  })
}

/** The people named after a group, a topic or a role: after a dash, in brackets, or after words such as "including" and "by". */
function membersAfter(line: InlineText, start: number): readonly PersonInLine[] {
  const words = lowerCase(line.text)
  for (const { index, 0: mark } of words.matchAll(BEFORE_MEMBERS)) {
    const people = index < start ? [] : certainPeopleAt(line, index + mark.length)
    if (people.length > 0) return people
  }
  for (const { index, 0: role } of words.matchAll(ROLE_BEFORE_NAME)) {
    const people = index + role.length < start ? [] : certainPeopleAt(line, index + role.length)
    if (people[0] && beginsWithSurname(line.text.slice(...people[0].name))) return people
  }
  return []
}

function certainPeopleAt(line: InlineText, offset: number): readonly PersonInLine[] {
  const at = nextWord(line.text, offset)
  return (certainName(line.text, at) && readChain(line, at, 'else')?.people) ?? []
}

/** A team or a kind of people in place of a name. Where they are "from" counts as their role. */
function groupAt(line: InlineText, start: number, context: LineContext): PersonInLine | null {
  if (context === 'else') return null
  const { text, emphasised } = line
  if (/^[([]/u.test(text.slice(start))) return null
  const end = start + text.slice(start).search(/\s[–—-]{1,3}\s|:|\s\(|\s\||$/u)
  const whole = trimSpan(text, start, end)
  if (!whole) return null
  const words = lowerCase(text.slice(...whole))
  if (context === 'paragraph' && !emphasised.some(([from, to]) => from <= whole[0] && whole[1] <= to + 1)) return null
  if (!isGroup(words)) return null
  const origin = /\s(?:from|(?:đến )?từ)\s/.exec(words)
  if (!origin) return { name: whole, role: bracketAt(text, end)?.inside ?? trimSpan(text, end, text.length) }
  const name: Range = [whole[0], whole[0] + origin.index]
  return { name, role: trimSpan(text, name[1] + origin[0].length, whole[1]) }
}

/** Whether words, in lower case, are a team or a kind of people. */
function isGroup(words: string): boolean {
  if (REMARK.test(words) || words.split(/\s+/).length > MAX_GROUP_WORDS || /[.!?]\s/u.test(words)) return false
  return GROUP.test(words) || GROUP_OF_ONE_WORD.test(words)
}

/** The offset after the colon that ends a label; null if there is none near the start of the line. */
function labelEnd(text: string, start: number): number | null {
  const found = /^[^:()[\]–—]{1,80}:(?!\/\/)/u.exec(text.slice(start))
  return found && !/\s-+\s/.test(found[0]) ? start + found[0].length : null
}
