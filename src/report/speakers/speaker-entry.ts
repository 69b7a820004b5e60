import type { InlineText } from '../../markdown/inline-text.js'
import { isCapital } from '../../text/capitals.js'
import type { Located, Range } from '../../text/range.js'
import type { PersonInLine } from './name-chain.js'
import type { Speaker } from './speaker.js'
import type { SpeakerLine } from './speaker-line.js'
import { announcesSpeakers, saysRole } from './speaker-words.js'

/** What is found where a speaker may be named. */
export type Entry =
  | { readonly kind: 'person'; readonly speaker: Speaker }
  | { readonly kind: 'placeholder'; readonly placeholder: Located<string> }
  | { readonly kind: 'blank'; readonly range: Range }
  /** Something is written that names nobody. */
  | { readonly kind: 'words' }

/** A role of more words than this is a sentence, whose last comma parts no firm from it. */
const MAX_ROLE_WORDS = 12

const FIRM_IN_BRACKETS = /^([^(),]{2,100})\(([^(),]{2,60})\)$/u
const FIRM_AT_END = /^((?:(?! at | tại )[^()]){2,100})(?:,\s*|\s(?:at|tại|@)\s)([^(),]{2,60})$/u

/**
 * The people of a line, or the team that it names instead.
 * @param next the line below, which says what the person is where the line itself does not
 */
export function* entriesOf(
  { people, group, form }: SpeakerLine,
  line: InlineText,
  item: Range,
  next: InlineText | null = null,
  list: Range | null = null,
): Generator<Entry> {
  const named = people.length > 0 ? people : group ? [group] : []
  if (named.length === 0) yield { kind: 'words' }
  for (const person of named) {
    const said = person.role ? line.text.slice(...person.role) : form && next ? next.text : null
    const range = line.source(person.name)
    yield {
      kind: 'person',
      speaker: {
        name: (tidy(line.text.slice(...person.name)) ?? '').replace(/^\((.*)\)$/, '$1').replace(FELLOW, ''),
        ...(people.length > 0 ? splitRole : wholeRole)(said === null ? null : tidy(said)),
        team: people.length === 0,
        range,
        item,
        list,
        form: form && list ? { ...form, between: sourceBetween(line, person), said: saidRange(line, person) } : null,
      },
    }
  }
}

/** What students say before the name of one of their own; unlike “Anh” and “Cô”, it is a word of no name. */
const FELLOW = /^[Bb]ạn /

function sourceBetween(line: InlineText, { name, role }: PersonInLine): Range {
  const end = line.source(name)[1]
  return [end, role ? line.source(role)[0] : end]
}

function saidRange(line: InlineText, { name, role }: PersonInLine): Range {
  const end = line.source(name)[1]
  return role ? line.source(role) : [end, end]
}

/** Those who are named. */
export function* people(entries: Iterable<Entry>): Generator<Entry & { kind: 'person' }> {
  for (const entry of entries) if (entry.kind === 'person') yield entry
}

/** A line, or a part of it, that stands where a name should. */
export function placeholderOf(line: InlineText, value: string): Entry {
  const start = line.text.indexOf(value)
  return { kind: 'placeholder', placeholder: { value, range: line.source([start, start + value.length]) } }
}

/** "Role, Firm", "Role at Firm" and "Role (Firm)" are two facts; an end that is a role itself ("Engineer, Community Builder") is not a firm. */
function splitRole(said: string | null): { role: string | null; organization: string | null } {
  if (said === null) return { role: null, organization: null }
  const whole = { role: said, organization: null }
  if (said.split(' ').length > MAX_ROLE_WORDS || /topic|chủ đề|["“:]/i.test(said)) return whole
  const [, role, firm] = FIRM_IN_BRACKETS.exec(said) ?? FIRM_AT_END.exec(said) ?? []
  if (role === undefined || firm === undefined || !saysRole(role) || saysRole(firm) || announcesSpeakers(firm))
    return whole
  return isCapital(firm) || /^\d/.test(firm) ? { role: role.trim(), organization: firm.trim() } : whole
}

/** What is said of a team is no role at a firm. */
function wholeRole(said: string | null): { role: string | null; organization: null } {
  return { role: said, organization: null }
}

/** Text on one line, without the marks and stops at its ends; null where nothing is left. */
export function tidy(text: string): string | null {
  const said = text.replace(/\s+/g, ' ').replace(/^[\s*]+|(?<![\s*.,;])[\s*.,;]+$/g, '')
  return said === '' ? null : said
}
