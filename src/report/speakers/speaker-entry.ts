import type { InlineText } from '../../markdown/inline-text.js'
import { isCapital } from '../../text/capitals.js'
import type { Located, Range } from '../../text/range.js'
import type { LineForm, PersonInLine } from './name-chain.js'
import type { Speaker, SpeakerForm } from './speaker.js'
import type { SpeakerLine } from './speaker-line.js'
import { announcesSpeakers, mentionsRole } from './speaker-words.js'

/** What is found where speakers may be named. */
export type Entry =
  | { readonly kind: 'person'; readonly speaker: Speaker }
  | { readonly kind: 'placeholder'; readonly placeholder: Located<string> }
  /** A list item without a word. */
  | { readonly kind: 'blank'; readonly range: Range }
  /** Text that names nobody. */
  | { readonly kind: 'words' }

/** A longer role is a sentence, and what follows its last comma is no firm. */
const MAX_ROLE_WORDS = 12

const FIRM_IN_BRACKETS = /^([^(),]{2,100})\(([^(),]{2,60})\)$/u
const FIRM_AT_END = /^((?:(?! at | tại )[^()]){2,100})(?:,\s*|\s(?:at|tại|@)\s)([^(),]{2,60})$/u

/** What students put before a fellow student's name. Unlike “Anh” and “Cô”, it never belongs to a name. */
const FELLOW = /^[Bb]ạn /

/**
 * The people that a line names, or the team that it names instead.
 * @param item the range of the whole item
 * @param next the line after it, which gives the role if the line itself does not
 * @param list the range of the list that the item belongs to
 */
export function* entriesOf(
  { people, group, form }: SpeakerLine,
  line: InlineText,
  item: Range,
  next: InlineText | null = null,
  list: Range | null = null,
): Generator<Entry> {
  const isTeam = people.length === 0
  const named = isTeam && group ? [group] : people
  if (named.length === 0) yield { kind: 'words' }
  for (const person of named) {
    const written = person.role ? line.text.slice(...person.role) : form && next ? next.text : ''
    const role = tidy(written)
    yield {
      kind: 'person',
      speaker: {
        name: (tidy(line.text.slice(...person.name)) ?? '').replace(/^\((.*)\)$/, '$1').replace(FELLOW, ''),
        // The role of a team is not split: it is no role at a firm.
        ...(isTeam || role === null ? { role, organization: null } : splitRole(role)),
        team: isTeam,
        range: line.source(person.name),
        item,
        list,
        form: form && list ? speakerForm(form, person, line) : null,
      },
    }
  }
}

function speakerForm(form: LineForm, { name, role }: PersonInLine, line: InlineText): SpeakerForm {
  const [, end] = line.source(name)
  const roleRange = role ? line.source(role) : ([end, end] as const)
  return { ...form, between: [end, roleRange[0]], role: roleRange }
}

/** The people among entries. */
export function* people(entries: Iterable<Entry>): Generator<Entry & { kind: 'person' }> {
  for (const entry of entries) if (entry.kind === 'person') yield entry
}

/** The entry for a placeholder, which is a line or part of one. */
export function placeholderOf(line: InlineText, value: string): Entry {
  const start = line.text.indexOf(value)
  return { kind: 'placeholder', placeholder: { value, range: line.source([start, start + value.length]) } }
}

/** Splits "Role, Firm", "Role at Firm" and "Role (Firm)". A second role ("Engineer, Community Builder") is not a firm. */
function splitRole(text: string): Pick<Speaker, 'role' | 'organization'> {
  const whole = { role: text, organization: null }
  if (text.split(' ').length > MAX_ROLE_WORDS || /topic|chủ đề|["“:]/i.test(text)) return whole
  const [, role, firm] = FIRM_IN_BRACKETS.exec(text) ?? FIRM_AT_END.exec(text) ?? []
  if (role === undefined || firm === undefined || !mentionsRole(role) || mentionsRole(firm) || announcesSpeakers(firm))
    return whole
  return isCapital(firm) || /^\d/.test(firm) ? { role: role.trim(), organization: firm.trim() } : whole
}

/** A text on one line, without stray asterisks, and without punctuation and backslashes at its ends; null if nothing is left. */
export function tidy(text: string): string | null {
  const tidied = text.replace(/\s+/g, ' ').replace(/(?<!\w)\*+|^\s+|(?<![\s*.,;\\])[\s*.,;\\]+$/g, '')
  return tidied === '' ? null : tidied
}
