import type { Range } from '../text/range.js'
import type { InlineText } from './inline-text.js'
import { type NameMatch, readName } from './person-name.js'

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
  readonly marked: boolean
  readonly separator: Separator
  /** From the end of the name to the start of the role. */
  readonly between: Range
}

/**
 * Where a line stands, which says how much is believed. `item`: of a list, a cell of a table. `names`: after a label
 * that announces speakers. `line`: of a paragraph. `aside`: under a heading or label that says nothing of people.
 */
export type Standing = 'item' | 'names' | 'line' | 'aside'

const SPEAKERS_LABEL =
  /(?:speaker|presenter|panell?ist|instructor|trainer|mentor|lecturer|guest|keynote|expert|specialist|leader|alumni|captain|representative|facilitator|moderator|team|educator|diễn giả|người (?:nói|trình bày|hướng dẫn|chia sẻ)|giảng viên|khách mời|chuyên gia|đội ngũ|đại diện|nhóm|hướng dẫn|điều hành|lãnh đạo)/iu

/** People who are there without speaking. */
const ORGANIZERS_LABEL =
  /(?:^|[^\p{L}])(?:organi[sz](?:er|ers|ing|ation|ation team)|coordinat(?:ors?|ion)|hosts?|hosted by|mcs?|ban tổ chức|đơn vị tổ chức|tổ chức|btc|điều phối|người dẫn)(?![\p{L}])/iu

/** Fields of other kinds that stand in a section on speakers. */
const OTHER_FIELD =
  /^(?:(?:main |talk )?topics?|content|contents|theme|title|time|date|day|duration|location|venue|place|format|audience|event|agenda|note|notes|link|slides?|session \d+|chủ đề|nội dung|thời gian|ngày|thời lượng|địa điểm|hình thức|đối tượng|sự kiện|lưu ý|ghi chú|tài liệu|phiên \d+)(?: |$)/iu

const GROUP =
  /(?:^|[^\p{L}])(?:teams?|groups?|experts|specialists|architects|engineers|builders|captains|advocates|mentors|leaders|representatives?|facilitators|trainers|members|alumni|speakers|guests|nhóm|đội|đội ngũ|chuyên gia|đại diện|kỹ sư|kiến trúc sư|khách mời|các)(?![\p{L}])/iu
const GROUP_OF_ONE_WORD = /(?:architect|advocate|engineer|specialist|expert|leader|speaker)$/iu
/** "And many others", "With guests from …": a remark, not a name. */
const REMARK = /^(?:and|with|along with|together with|accompanied|featuring|including|plus|và|cùng|với|tham dự|ngoài ra)(?![\p{L}])/iu

const JOINER = /\s*(?:(?:[,;&/·+、]|(?:and|và|cùng)(?![\p{L}]))\s*)(?:(?:&|and|và)(?![\p{L}])\s*)?/iuy
const SEPARATOR = /\s*(?:[–—―−]+|-{1,3}(?=[\s*]|$|\p{L})|:|\||,|(?=[([]))\s*/uy
const MEMBERS = /(?:\s[–—-]\s|\(|(?:^|\s)(?:including|includes|namely|gồm|bao gồm)\s)\s*/giu
const LEAD = /[^\p{L}\p{N}([]*/uy

/** Reads one line of a section on speakers. */
export function readSpeakerLine(line: InlineText, standing: Standing): SpeakerLine {
  const start = skip(LEAD, line.text, 0)
  const chain = readChain(line, start, standing)
  if (chain) return { people: chain.people, group: null, label: null, form: chain.form }

  const colon = labelEnd(line.text, start)
  if (colon === null) return { people: membersOf(line, start), group: groupAt(line, start, standing), label: null, form: null }

  const label = line.text.slice(start, colon).trim()
  if (OTHER_FIELD.test(label)) return { people: [], group: null, label, form: null }
  const rest = skip(LEAD, line.text, colon)
  const named = SPEAKERS_LABEL.test(label)
  const after = readChain(line, rest, named ? 'names' : 'aside')
  const people = after ? [...after.people, ...laterPeople(line, after.end)] : membersOf(line, rest)
  return { people, group: groupAt(line, start, standing), label, form: null }
}

/** Whether a label or a heading over names says that they speak. */
export function announcesSpeakers(label: string): boolean {
  return SPEAKERS_LABEL.test(label)
}

/** Whether a label or a heading over names says that they run the event and do not speak. */
export function announcesOrganizers(label: string): boolean {
  return ORGANIZERS_LABEL.test(label) && !/speaker|presenter|instructor|guest|diễn giả|giảng viên|khách mời/iu.test(label)
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
  const shared = people.at(-1)?.role ?? null
  const only = people.length === 1 ? people[0] : undefined
  const read = people.map((person) => ({ name: person.name, role: person.role ?? (people.length > 1 ? (shared ?? said) : null) ?? said }))
  if (!only) return { people: read, end, form: null }

  const marked = line.marked.some(([from]) => from <= only.name[0] && from >= start - 1)
  const form = ((): LineForm | null => {
    if (only.role) return { marked, separator: 'bracket', between: [only.name[1], only.role[0]] }
    return separated && said ? { marked, separator: separated.kind, between: [only.name[1], said[0]] } : null
  })()
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
  const joined = /^\s*(?:&|\/|and |và |,)/iu.test(rest)
  const parted = rest.trim() === '' || /^\s*(?:[–—―:|([,.;&/]|-)/u.test(rest) || /^\s*(?:and|và|cùng)\s/iu.test(rest)
  if (standing === 'names') return name.certainty === 'sure' || parted
  if (!first) {
    if (name.certainty === 'sure') return parted || markEnd
    return parted && (marked || /(?:&|\/|and|và)\s*$/iu.test(text.slice(0, at)))
  }
  switch (name.certainty) {
    case 'sure':
      return standing === 'item' ? true : parted || markEnd
    case 'likely':
      if (standing === 'aside') return false
      return (parted || (marked && markEnd)) && (standing === 'item' || marked || /^\s*[–—]/u.test(rest))
    case 'short':
      return standing === 'item' && (marked || joined) && (parted || markEnd)
  }
}

/** `- Role, and Another Name - Role`: further people after the first one's role. */
function laterPeople(line: InlineText, from: number): readonly PersonInLine[] {
  const people: PersonInLine[] = []
  for (const { index, 0: comma } of line.text.matchAll(/[,;]\s*(?:(?:and|và|&)\s+)?/giu)) {
    if (index < from) continue
    const at = index + comma.length
    const name = readName(line.text, at)
    if (name?.certainty !== 'sure' || name.words < 2) continue
    const role = readSeparator(line, name.end)
    if (role?.kind === 'dash') people.push({ name: [at, name.end], role: null })
  }
  return people
}

/** People named in the middle of a line, after a dash, in brackets or after "including": the members of a group. */
function membersOf(line: InlineText, start: number): readonly PersonInLine[] {
  for (const { index, 0: mark } of line.text.matchAll(MEMBERS)) {
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
  if (standing === 'aside' || standing === 'names') return null
  const { text } = line
  if (/^[([]/u.test(text.slice(start))) return null
  const end = groupEnd(text, start)
  const whole = trimRole(text, start, end)
  if (!whole) return null
  const words = text.slice(...whole)
  const marked = line.marked.some(([from, to]) => from <= whole[0] && whole[1] <= to + 1)
  if (standing === 'line' && !marked) return null
  if (REMARK.test(words) || words.split(/\s+/).length > 12 || /[.!?]\s/u.test(words)) return null
  if (!GROUP.test(words) && !GROUP_OF_ONE_WORD.test(words)) return null
  const origin = /\s(?:from|từ)\s/iu.exec(words)
  const name: Range = origin ? [whole[0], whole[0] + origin.index] : whole
  const role = trimRole(text, origin ? name[1] + origin[0].length : skip(SEPARATOR, text, end), text.length)
  return { name, role }
}

function groupEnd(text: string, start: number): number {
  const at = text.slice(start).search(/\s[–—-]{1,3}\s|:|\s\(|\s\||$/u)
  return start + at
}

/** The separator after a name and where the role starts; a bracket that opens the role counts as one. */
function readSeparator(line: InlineText, at: number): { readonly kind: Separator; readonly start: number } | null {
  const { text } = line
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
  const found = /^[^:()[\]]{1,80}:(?!\/\/)/u.exec(text.slice(start))
  return found ? start + found[0].length : null
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
  while (from < to && /[\s:–—―|,;*"“”-]/u.test(text[from] as string)) from++
  while (to > from && /[\s:–—―|,;.*"“”-]/u.test(text[to - 1] as string)) to--
  if (text[from] === '(' && text.indexOf(')', from) === to - 1) [from, to] = [from + 1, to - 1]
  return /[\p{L}\p{N}]/u.test(text.slice(from, to)) ? [from, to] : null
}

function skip(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  return at + (pattern.exec(text)?.[0].length ?? 0)
}
