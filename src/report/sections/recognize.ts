import { LANGUAGES, type Language, type Schema } from '../../schema/schema.js'
import { memoize, memoizeByObject } from '../../text/memoize.js'
import { type PlainTitle, plainTitle, plainTitles, titleParts, titleWords, wordsAlone } from './heading-title.js'
import { type Phrases, phrasesOf, standsAt } from './phrases.js'
import { openingOf } from './title-opening.js'

/**
 * How firmly a title identifies a section. `alias`: on every heading level; `weak`: on the section level and above; `words`: only on
 * the section level; `part`: only right after another heading of the same section.
 */
export type Support = 'alias' | 'weak' | 'words' | 'part'

/** The section that the words of a title suggest. */
export interface Proposal {
  readonly id: string
  /** Further sections that the title names. */
  readonly also: readonly string[]
  readonly support: Support
}

/** The meaning of a title or a label, regardless of its position. */
export interface Meaning {
  /** null if the words suggest no section. */
  readonly proposal: Proposal | null
  /** Whether it is the title of a whole report ("Summary Report: …"). */
  readonly isReportTitle: boolean
  /** The id of the section whose bare fields have such a label ("Date", "Địa điểm"); null without one. */
  readonly fieldSection: string | null
}

/** Reads titles by the words of one schema. */
export type Recognizer = (title: string) => Meaning

/** The share of a title's words, fillers apart, that a section's words must exceed: with less, long titles of talks would match. */
const ENOUGH_WORDS = 0.5

/** With more words before the last one, the title is a sentence. */
const MOST_BEFORE_TAIL = 3

/** In syllables: with more than a word of two after them, the first words may be a topic. */
const MOST_BEHIND_START = 2

/** A title with more parts is a sentence. */
const MOST_PARTS = 4

/** The most memoized titles and labels: those of some thousand reports, as reports of one programme share most of them. */
const MOST_KEPT = 50_000

/** The recognizer for a schema, prepared once. It reads both languages, since reports mix them. */
export const recognizerOf = memoizeByObject((schema: Schema): Recognizer => {
  const lexicon = lexiconOf(schema)
  return memoize((title) => {
    const plain = plainTitle(title)
    return {
      proposal: proposalOf(plain, lexicon),
      isReportTitle: openingOf(plain.main, schema) !== null && !lexicon.aliases.has(plain.main),
      fieldSection: lexicon.fields.get(plain.main) ?? null,
    }
  }, MOST_KEPT)
})

/** A section as the meaning of a title. */
interface Known {
  readonly id: string
  readonly support: Support
  /** Whether it stands in an order, or serves for one that does. */
  readonly isInOrder: boolean
  readonly holdsFields: boolean
}

/** The titles and words of a schema, all reduced by `plainTitle`. */
interface Lexicon {
  /** Whole titles. */
  readonly aliases: ReadonlyMap<string, Known>
  readonly phrases: Phrases
  /** Words that say nothing of a section, and Vietnamese ones of several syllables. */
  readonly fillers: ReadonlySet<string>
  readonly longFillers: ReadonlySet<string>
  /** Further words that say nothing of what a section is on. */
  readonly smallWords: ReadonlySet<string>
  /** What an event may be called, and “event” itself, with blanks around them; the longest first. */
  readonly events: readonly (readonly [kind: string, event: string])[]
  /** Labels of fields, and the sections that they stand for. */
  readonly fields: ReadonlyMap<string, string>
}

/** Runs at every start for a thousand titles, so it has to be fast. */
function lexiconOf(schema: Schema): Lexicon {
  const aliases = new Map<string, Known>()
  const fields = new Map<string, string>()
  const name = (titles: Readonly<Record<Language, readonly string[]>>, known: Known): void => {
    for (const title of inBoth(titles)) {
      if (known.support !== 'alias' && aliases.has(title)) continue
      aliases.set(title, known)
      // Titles that go on are read word by word: "Key take-aways of the day".
      const words = wordsAlone(title)
      if (!aliases.has(words)) aliases.set(words, known)
    }
  }
  for (const spec of schema.sections) {
    const { id, title, aliases: firm, weakAliases, parts } = spec
    const isInOrder = spec.order !== null || spec.serves
    const known: Known = { id, support: 'alias', isInOrder, holdsFields: spec.content === 'fields' }
    name({ en: [title.en, ...firm.en], vi: [title.vi, ...firm.vi] }, known)
    name(weakAliases, { ...known, support: 'weak' })
    name(parts, { ...known, support: 'part' })
    for (const label of inBoth(spec.fields)) fields.set(label, id)
  }
  return {
    aliases,
    phrases: phrasesOf(schema, 'words'),
    fillers: new Set(inBoth(schema.fillers).flatMap(titleWords)),
    longFillers: new Set(plainTitles(schema.fillers.vi)),
    smallWords: new Set(inBoth(schema.smallWords).flatMap(titleWords)),
    events: LANGUAGES.flatMap((language) =>
      plainTitles(schema.events[language]).map((kind) => [` ${kind} `, ` ${EVENT[language]} `] as const),
    ).sort(([a], [b]) => b.length - a.length),
    fields,
  }
}

const EVENT = { en: 'event', vi: 'sự kiện' } as const

function inBoth(titles: Readonly<Record<Language, readonly string[]>>): string[] {
  return plainTitles(LANGUAGES.flatMap((language) => titles[language]))
}

function proposalOf({ main, asides }: PlainTitle, lexicon: Lexicon): Proposal | null {
  const { aliases } = lexicon
  const whole = aliases.get(main) ?? aliases.get(asEvent(main, lexicon))
  const aside = asides.map((text) => aliases.get(text)).find((proposal) => proposal?.support === 'alias')
  // In a bilingual title, the words in brackets decide, as they are the template's.
  if (aside) return { id: aside.id, also: whole && whole.id !== aside.id ? [whole.id] : [], support: aside.support }
  if (whole) return { id: whole.id, also: [], support: whole.support }
  const parts = titleParts(main)
  if (parts.length > 1 && parts.length <= MOST_PARTS) return byParts(main, parts, lexicon)
  const words = titleWords(main)
  return byWords(main, lexicon) ?? byCore(words, lexicon) ?? bySubject(words, lexicon)
}

/** A title with “event” in the place of what the event is called: "Hackathon details". */
function asEvent(main: string, { events }: Lexicon): string {
  return events.reduce((title, [kind, event]) => title.replace(kind, event), ` ${main} `).trim()
}

/** What the parts of a title say, each by itself. */
function byParts(main: string, parts: readonly string[], lexicon: Lexicon): Proposal | null {
  const [first = ''] = parts
  if (isOfMaterials(parts, lexicon)) return null
  const proposals = parts.map((part) => lexicon.aliases.get(part) ?? byWords(part, lexicon))
  proposals[0] ??= bySubject(titleWords(first), lexicon)
  const found = proposals.filter((proposal) => proposal !== null)
  // A later part alone ("Networking and lessons") says little unless it is a title of its own.
  if (!proposals[0] && !found.some(({ support }) => support === 'alias')) return byWords(main, lexicon)
  const [id, ...also] = new Set(found.map((proposal) => proposal.id))
  if (id === undefined) return null
  return { id, also, support: proposals[0] && found.every(({ support }) => support === 'alias') ? 'alias' : 'words' }
}

/** "Speaker and event resources": before what goes with the talks, a word that has a plural goes with it as well. */
function isOfMaterials([first = '', second = '', ...more]: readonly string[], { aliases }: Lexicon): boolean {
  return more.length === 0 && MATERIALS.test(second) && aliases.has(first) && aliases.has(`${first}s`)
}

const MATERIALS = / (?:resources|materials|slides|links|recordings|documents)$/

/** What the words of a title say: those at its head, or else most of them. */
function byWords(text: string, lexicon: Lexicon): Proposal | null {
  const words = titleWords(text)
  const head = byHead(words, lexicon)
  if (head) return head
  const { fillers, phrases } = lexicon
  const spoken = new Map<string, Set<number>>()
  for (const phrase of [...new Set(words)].flatMap((word) => phrases.get(word) ?? [])) {
    const at = words.findIndex((_, index) => standsAt(words, index, phrase))
    if (at < 0) continue
    if (at === 0 && namesItsObject(words, phrase.words)) return { id: phrase.id, also: [], support: 'words' }
    const places = spoken.get(phrase.id) ?? new Set()
    for (const [index, word] of phrase.words.entries()) if (!fillers.has(word)) places.add(at + index)
    spoken.set(phrase.id, places)
  }
  if (spoken.size === 0) return null
  const saying = words.filter((word) => !fillers.has(word)).length
  const [best] = [...spoken].sort(([, a], [, b]) => b.size - a.size)
  return best && best[1].size / saying > ENOUGH_WORDS ? { id: best[0], also: [], support: 'words' } : null
}

/** "Detailed session breakdown": a title of a section among words that say nothing. */
function byCore(words: readonly string[], { aliases, fillers }: Lexicon): Proposal | null {
  for (let from = 0; from === 0 || fillers.has(words[from - 1] ?? ''); from++)
    for (let to = words.length; to > from && (to === words.length || fillers.has(words[to] ?? '')); to--) {
      const core = aliases.get(words.slice(from, to).join(' '))
      if (core) return { id: core.id, also: [], support: core.support === 'part' ? 'part' : 'words' }
    }
  return null
}

/**
 * What a short title is on stands at its end in English ("Live telecast agenda"), and at its start in Vietnamese ("Diễn giả
 * khai mạc"), unless it is on something as something.
 */
function bySubject(words: readonly string[], lexicon: Lexicon): Proposal | null {
  if (words.some((word) => PREPOSITIONS.has(word))) return null
  const known = tailOf(words, lexicon) ?? startOf(words, lexicon)
  return known ? { id: known.id, also: [], support: 'words' } : null
}

/** The title of a section that a longer one may be called by. */
function subject(title: string, { aliases }: Lexicon): Known | undefined {
  const known = aliases.get(title)
  return known?.support === 'alias' && known.isInOrder ? known : undefined
}

function tailOf(words: readonly string[], lexicon: Lexicon): Known | undefined {
  const last = words.at(-1) ?? ''
  return words.length <= MOST_BEFORE_TAIL + 1 && /^[a-z]+$/.test(last) ? subject(last, lexicon) : undefined
}

function startOf(words: readonly string[], lexicon: Lexicon): Known | undefined {
  const least = Math.max(words.length - MOST_BEHIND_START, 2)
  for (let length = words.length - 1; length >= least; length--) {
    const start = words.slice(0, length).join(' ')
    const known = /[à-ỹ]/.test(start) && !lexicon.longFillers.has(start) ? subject(start, lexicon) : undefined
    if (known) return known
  }
  return undefined
}

/**
 * "Takeaways from the second day": a title of a section that goes on to say of what. Where it is a weak one, that has to be of the
 * event or of a section: applications of what was learned are the report's own, those of a product are a talk's.
 */
function byHead(words: readonly string[], lexicon: Lexicon): Proposal | null {
  for (let length = words.length - 1; length > 0; length--) {
    const head = lexicon.aliases.get(words.slice(0, length).join(' '))
    if (!head || !PREPOSITIONS.has(words[length] ?? '')) continue
    const isOfATopic = head.holdsFields || isTopic(words.slice(length), lexicon)
    if (head.support === 'alias' || !isOfATopic) return { id: head.id, also: [], support: 'words' }
  }
  return null
}

/** "of the small grid", but not "of the day", nor "of what I learned". */
function isTopic([preposition = '', ...words]: readonly string[], { fillers, smallWords, phrases }: Lexicon): boolean {
  const saying = words.filter((word) => !fillers.has(word) && !smallWords.has(word))
  return POSSESSIVE.has(preposition) && saying.length > 0 && !saying.some((word) => phrases.has(word))
}

const POSSESSIVE = new Set(['of', 'của'])

const PREPOSITIONS = new Set(
  'of from in at as during about after by to for của từ trong tại về sau khi theo vào'.split(' '),
)

/** "Lessons learned from …", "Mục đích của …": the phrase at the head of a title decides, whatever its object is. */
function namesItsObject(words: readonly string[], phrase: readonly string[]): boolean {
  return [phrase.at(-1), words[phrase.length]].some((word) => word !== undefined && PREPOSITIONS.has(word))
}
