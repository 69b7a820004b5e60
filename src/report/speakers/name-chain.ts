import type { InlineText } from '../../markdown/inline-text.js'
import type { Range } from '../../text/range.js'
import { matchesAt, skip } from '../../text/sticky.js'
import { bracketAt, isNickname, readSeparator, type Separator, trimSpan } from './after-name.js'
import { type NameMatch, readName } from './person-name.js'
import { mentionsRole } from './speaker-words.js'

/** A person on a line; both are ranges of the line's text. */
export interface PersonInLine {
  readonly name: Range
  readonly role: Range | null
}

/**
 * Where a line is, which decides how much evidence a name needs: in an `item` of a list or a cell of a table; after a `label` that
 * announces speakers; in a `paragraph`; or anywhere `else`, as under a heading that says nothing about people.
 */
export type LineContext = 'item' | 'label' | 'paragraph' | 'else'

/** Consecutive names with their roles. */
export interface Chain {
  readonly people: readonly PersonInLine[]
  /** The offset after the last name and its brackets. */
  readonly end: number
  /** How name and role are separated, if there is only one name. */
  readonly form: LineForm | null
}

export interface LineForm {
  /** Whether the name is in bold or italics. */
  readonly isEmphasised: boolean
  /** null if there is nothing but the name. */
  readonly separator: Separator | null
}

/** What joins two names: a sign or a conjunction, or both (", and"). */
const JOINER =
  /\s*(?:(?:[,;&/·+、]|(?:[Aa]nd|AND|[Vv]à|[Cc]ùng)(?![A-Za-zÀ-ỿ]))\s*)(?:(?:&|and|và)(?![A-Za-zÀ-ỿ])\s*)?/y
/** A digit on a keycap (1️⃣) is a sign. */
const BEFORE_WORD = /(?:\d\ufe0f?\u20e3|[^A-Za-zÀ-ỿ\d([])*/uy

/** The offset of the next letter, digit or bracket: where a name may start. */
export function nextWord(text: string, at: number): number {
  return skip(BEFORE_WORD, text, at)
}

/**
 * Reads names from `start` on, joined by commas, `&` or `and`, each with its own brackets, and then their role.
 * @returns null if there is no name
 */
export function readChain(line: InlineText, start: number, context: LineContext): Chain | null {
  const { text, emphasised } = line
  const { people: named, end } = namesFrom(line, start, context)
  if (named.length === 0) return null

  const separator = readSeparator(line, end)
  const roleAfter = separator && trimSpan(text, separator.start, text.length)
  // Brackets after the last of several names apply to all of them.
  const sharedRole = named.slice(0, -1).every(({ role }) => role === null) ? (named.at(-1)?.role ?? null) : null
  const people = named.map(({ name, role }) => ({ name, role: role ?? sharedRole ?? roleAfter }))
  const [only, another] = named
  if (!only || another) return { people, end, form: null }

  const isEmphasised = emphasised.some(([from]) => from <= only.name[0] && from >= start - 1)
  const kind = only.role ? 'bracket' : roleAfter && separator ? separator.kind : null
  // Words after a name without a separator are running text, unless the emphasis ends with the name.
  const isRunningText = kind === 'blank' && !emphasised.some(([, to]) => to === only.name[1])
  return { people, end, form: isRunningText ? null : { isEmphasised, separator: kind } }
}

/** The names of a chain, each with the role in its own brackets, and the offset after the last of them. */
function namesFrom(line: InlineText, start: number, context: LineContext): Pick<Chain, 'people' | 'end'> {
  const { text, emphasised } = line
  const people: PersonInLine[] = []
  let end = start
  for (let at = start; ; ) {
    // A name does not cross the start or the end of emphasis.
    const emphasis = emphasised.find(([from, to]) => from <= at && at < to)
    const limit = emphasis?.[1] ?? emphasised.find(([from]) => from > at)?.[0] ?? text.length
    const isEmphasised = emphasis !== undefined
    const name = readName(text, at, limit, isEmphasised)
    if (!name) return { people, end }
    const candidate: Candidate = { name, line, at, isEmphasised, context }
    if (!(people.length === 0 ? isFirstName(candidate) : isLaterName(candidate))) return { people, end }

    const bracket = bracketAt(text, name.end)
    end = bracket?.end ?? name.end
    const hasNickname = bracket !== null && isNickname(text, bracket.inside)
    people.push({ name: [at, hasNickname ? end : name.end], role: hasNickname ? null : (bracket?.inside ?? null) })
    const next = skip(JOINER, text, end)
    if (next === end) return { people, end }
    at = nextWord(text, next)
  }
}

/** Words that look like a name, and where they are. */
interface Candidate {
  readonly name: NameMatch
  readonly line: InlineText
  /** The offset at which the name starts. */
  readonly at: number
  readonly isEmphasised: boolean
  readonly context: LineContext
}

/** What may follow a name: the end of the line, punctuation, a conjunction, or where the person comes from. */
const AFTER_NAME = /^\s*(?:$|[–—―→:|()[\],.;&/@-]|(?:and|và|cùng|from|at|từ|tại)\s)/iu
/** What joins a name to the next one. */
const JOINED = /^\s*(?:&|\/|and |và |,)/i

/** Whether a candidate is a name at the beginning of a chain. */
function isFirstName({ name, line, isEmphasised, context }: Candidate): boolean {
  const rest = line.text.slice(name.end)
  const isSetOff = AFTER_NAME.test(rest)
  if (context === 'label') return name.certainty === 'sure' || isSetOff
  const endsEmphasis = isEndOfEmphasis(name.end, line)
  switch (name.certainty) {
    case 'sure':
      return context === 'item' || isSetOff || endsEmphasis
    case 'likely':
      if (context === 'else') return /^\s*[–—(-]/u.test(rest) && mentionsRole(rest)
      if (!isSetOff && !(isEmphasised && endsEmphasis)) return false
      return context === 'item' || isEmphasised || (/^\s*[–—-]/u.test(rest) && mentionsRole(rest))
    case 'short':
      return context === 'item' && (isEmphasised || JOINED.test(rest)) && (isSetOff || endsEmphasis)
  }
}

/** Whether a candidate is a name after others in a chain. */
function isLaterName({ name, line, at, isEmphasised, context }: Candidate): boolean {
  const isSetOff = AFTER_NAME.test(line.text.slice(name.end))
  if (context === 'label') return name.certainty === 'sure' || isSetOff
  if (name.certainty === 'sure') return isSetOff || isEndOfEmphasis(name.end, line)
  const before = line.text.slice(0, at)
  // "Le An (Sunrise), Oscar Lindqvist (Delta)": all have brackets.
  const areBracketed = /\)\s*[,;]\s*$/.test(before) && /^\s*\(/.test(line.text.slice(name.end))
  return isSetOff && (isEmphasised || areBracketed || /(?:&|\/|and|và)\s*$/i.test(before))
}

/** Whether emphasis ends at an offset, or after a colon there. */
function isEndOfEmphasis(offset: number, { text, emphasised }: InlineText): boolean {
  return emphasised.some(([, to]) => to === offset || (text[offset] === ':' && to === offset + 1))
}

/** What may separate a role from the next person. */
const BEFORE_LATER_PERSON = /[,;]\s*(?:(?:and|và|&)\s+)?|\s(?:and|và|&)\s+/gi
const CONJUNCTION = /and|và|&/i

/**
 * The people of a chain and those after the first one's role: `Name - Role, Another Name - Role`, `Name, Role and Another Name, Role`.
 * @param onlyJoined whether the next person has to come after a conjunction, as commas also separate the parts of a role
 */
export function withLaterPeople(
  line: InlineText,
  { people, end }: Chain,
  onlyJoined: boolean,
): readonly PersonInLine[] {
  for (const { index, 0: joiner } of line.text.matchAll(BEFORE_LATER_PERSON)) {
    const isJoined = CONJUNCTION.test(joiner)
    if (index < end || (onlyJoined && !isJoined)) continue
    const start = nextWord(line.text, index + joiner.length)
    const name = certainName(line.text, start)
    if (!name || !hasRole(line, name.end, isJoined)) continue
    const later = readChain(line, start, 'else')
    if (!later) continue
    const earlier = people.map(({ name, role }) => ({
      name,
      // A role ends at the comma before the next name.
      role: role && role[1] > index ? trimSpan(line.text, role[0], index) : role,
    }))
    return [...earlier, ...withLaterPeople(line, later, onlyJoined)]
  }
  return people
}

/** Where a person comes from. */
const ORIGIN = /\s(?:from|at|(?:đến )?từ|tại)\s/iy

/**
 * Whether a role follows a name within a line: after a dash or, where a conjunction precedes the name, any words for a role or where
 * the person comes from.
 */
function hasRole(line: InlineText, end: number, isJoined: boolean): boolean {
  const separator = readSeparator(line, end)
  if (!separator) return false
  if (separator.kind === 'dash') return true
  const [role = ''] = line.text.slice(separator.start).split(/[,;]/, 1)
  return isJoined && (separator.kind === 'blank' ? matchesAt(ORIGIN, line.text, end) : mentionsRole(role))
}

/** A name in the middle of a line, where it must be certain, and have two words or a title; null if there is none. */
export function certainName(text: string, at: number): NameMatch | null {
  const name = readName(text, at)
  return name?.certainty === 'sure' && (name.words > 1 || name.hasTitle) ? name : null
}
