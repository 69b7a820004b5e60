import type { Schema } from '../../schema/schema.js'
import { memoize, memoizeByObject } from '../../text/memoize.js'
import { type PlainTitle, plainTitle, titleParts, titleWords } from './heading-title.js'
import { type Lexicon, lexiconOf, type Support, type TitleEntry } from './lexicon.js'
import { standsAt } from './phrases.js'
import { openingOf } from './title-opening.js'

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
  /** The id of the section whose bare fields have such a label ("Date", "Địa điểm"); null if there is none. */
  readonly fieldSection: string | null
}

/** Reads titles by the words of one schema. */
export type Recognizer = (title: string) => Meaning

/** The share of a title's words, apart from fillers, that a section's words must exceed. Otherwise, long titles of talks would match. */
const MIN_SHARE = 0.5

/** A title with more words before the last one is a sentence. */
const MAX_BEFORE_LAST = 3

/** In syllables: with more than one word of two syllables after them, the first words may be a topic. */
const MAX_AFTER_START = 2

/** A title with more parts is a sentence. */
const MAX_PARTS = 4

/** The most memoized titles and labels: those of some thousand reports, as reports of one programme share most of them. */
const MAX_MEMOIZED = 50_000

/** The recognizer for a schema, prepared once. It reads both languages, since reports mix them. */
export const recognizerOf = memoizeByObject((schema: Schema): Recognizer => {
  const lexicon = lexiconOf(schema)
  return memoize((title) => {
    const plain = plainTitle(title)
    const opening = openingOf(plain.main, schema)
    // What may be the title of a section as well ("Thu hoạch chính") begins that of a report if a sign sets off the event's name.
    const isOpening = opening !== null && (!lexicon.titles.has(opening) || SET_OFF.test(title))
    return {
      proposal: proposalOf(plain, lexicon),
      isReportTitle: isOpening && !lexicon.titles.has(plain.main),
      fieldSection: lexicon.fields.get(plain.main) ?? null,
    }
  }, MAX_MEMOIZED)
})

const SET_OFF = /["“”«»„:|–—-]/

function proposalOf({ main, asides }: PlainTitle, lexicon: Lexicon): Proposal | null {
  const { titles } = lexicon
  const title = lexicon.withEvent(main)
  const whole = titles.get(main) ?? titles.get(title)
  const aside = asides.map((text) => titles.get(text)).find((entry) => entry?.support === 'alias')
  // In a bilingual title, the words in brackets decide, as they are the template's.
  if (aside) return { id: aside.id, also: whole && whole.id !== aside.id ? [whole.id] : [], support: aside.support }
  if (whole) return { id: whole.id, also: [], support: whole.support }
  const parts = titleParts(title)
  const hasParts = parts.length > 1 && parts.length <= MAX_PARTS
  return (hasParts ? byParts(title, parts, lexicon) : byWholeTitle(title, lexicon)) ?? bySpelling(main, lexicon)
}

function byWholeTitle(title: string, lexicon: Lexicon): Proposal | null {
  const words = titleWords(title)
  return byWords(title, lexicon) ?? byCore(words, lexicon) ?? bySubject(words, lexicon)
}

/** A misspelt title of a section: "Key Higlights". */
function bySpelling(title: string, { misspelt }: Lexicon): Proposal | null {
  const id = misspelt(title)
  return id === null ? null : { id, also: [], support: 'words' }
}

/** The sections that the parts of a title suggest, each by itself. */
function byParts(main: string, parts: readonly string[], lexicon: Lexicon): Proposal | null {
  const [first = ''] = parts
  if (isOfMaterials(parts, lexicon)) return null
  const proposals = parts.map((part) => lexicon.titles.get(part) ?? byWords(part, lexicon))
  proposals[0] ??= bySubject(titleWords(first), lexicon)
  const found = proposals.filter((proposal) => proposal !== null)
  // A later part alone ("Networking and lessons") means little unless it is a title by itself.
  if (!proposals[0] && !found.some(({ support }) => support === 'alias')) return byWords(main, lexicon)
  const [id, ...also] = new Set(found.map((proposal) => proposal.id))
  if (id === undefined) return null
  return { id, also, support: proposals[0] && found.every(({ support }) => support === 'alias') ? 'alias' : 'words' }
}

/** "Speaker and event resources": a singular before a word for materials belongs to the materials, and is not a title. */
function isOfMaterials([first = '', second = '', ...more]: readonly string[], { titles }: Lexicon): boolean {
  return more.length === 0 && MATERIALS.test(second) && titles.has(first) && titles.has(`${first}s`)
}

const MATERIALS = / (?:resources|materials|slides|links|recordings|documents)$/

/** The section that the words of a title suggest: those at its beginning, or else most of them. */
function byWords(text: string, lexicon: Lexicon): Proposal | null {
  const words = titleWords(text)
  const byStart = byBeginning(words, lexicon)
  if (byStart) return byStart
  const { fillers, phrases } = lexicon
  /** By section, the indices of the words in its phrases, apart from fillers. */
  const indices = new Map<string, Set<number>>()
  for (const phrase of [...new Set(words)].flatMap((word) => phrases.get(word) ?? [])) {
    const at = words.findIndex((_, index) => standsAt(words, index, phrase))
    if (at < 0) continue
    if (at === 0 && hasObject(words, phrase.words)) return { id: phrase.id, also: [], support: 'words' }
    const ofSection = indices.get(phrase.id) ?? new Set()
    for (const [index, word] of phrase.words.entries()) if (!fillers.has(word)) ofSection.add(at + index)
    indices.set(phrase.id, ofSection)
  }
  const [best] = [...indices].sort(([, a], [, b]) => b.size - a.size)
  const counted = words.filter((word) => !fillers.has(word)).length
  return best && best[1].size / counted > MIN_SHARE ? { id: best[0], also: [], support: 'words' } : null
}

/** "Lessons learned from …", "Mục đích của …": such a phrase at the beginning decides, whatever follows the preposition. */
function hasObject(words: readonly string[], phrase: readonly string[]): boolean {
  return [phrase.at(-1), words[phrase.length]].some((word) => word !== undefined && PREPOSITIONS.has(word))
}

/**
 * "Takeaways from the second day": a title of a section, followed by a preposition. A weak title must be about the event or a section:
 * the application of what was learned is the author's own, but the application of a product belongs to a talk.
 */
function byBeginning(words: readonly string[], lexicon: Lexicon): Proposal | null {
  for (let length = words.length - 1; length > 0; length--) {
    const entry = lexicon.titles.get(words.slice(0, length).join(' '))
    if (!entry || !PREPOSITIONS.has(words[length] ?? '')) continue
    const isOfATopic = entry.holdsFields || isTopic(words.slice(length), lexicon)
    if (entry.support === 'alias' || !isOfATopic) return { id: entry.id, also: [], support: 'words' }
  }
  return null
}

/** Whether the end of a title names a topic: "of the small grid", but not "of the day" or "of what I learned". */
function isTopic([preposition = '', ...words]: readonly string[], { fillers, smallWords, phrases }: Lexicon): boolean {
  const counted = words.filter((word) => !fillers.has(word) && !smallWords.has(word))
  return POSSESSIVE.has(preposition) && counted.length > 0 && !counted.some((word) => phrases.has(word))
}

const POSSESSIVE = new Set(['of', 'của'])

const PREPOSITIONS = new Set(
  'of from in at as during about after by to for của từ trong tại về sau khi theo vào'.split(' '),
)

/** "Detailed session breakdown": the title of a section between fillers. */
function byCore(words: readonly string[], { titles, fillers }: Lexicon): Proposal | null {
  for (let from = 0; from === 0 || fillers.has(words[from - 1] ?? ''); from++)
    for (let to = words.length; to > from && (to === words.length || fillers.has(words[to] ?? '')); to--) {
      const core = titles.get(words.slice(from, to).join(' '))
      if (core) return { id: core.id, also: [], support: core.support === 'part' ? 'part' : 'words' }
    }
  return null
}

/**
 * The section that the subject of a short title suggests, which is its end in English ("Live telecast agenda") and its beginning in
 * Vietnamese ("Diễn giả khai mạc").
 */
function bySubject(words: readonly string[], lexicon: Lexicon): Proposal | null {
  if (words.some((word) => PREPOSITIONS.has(word))) return null
  const entry = englishSubject(words, lexicon) ?? vietnameseSubject(words, lexicon)
  return entry ? { id: entry.id, also: [], support: 'words' } : null
}

function englishSubject(words: readonly string[], lexicon: Lexicon): TitleEntry | undefined {
  const last = words.at(-1) ?? ''
  return words.length <= MAX_BEFORE_LAST + 1 && /^[a-z]+$/.test(last) ? subject(last, lexicon) : undefined
}

function vietnameseSubject(words: readonly string[], lexicon: Lexicon): TitleEntry | undefined {
  const least = Math.max(words.length - MAX_AFTER_START, 2)
  for (let length = words.length - 1; length >= least; length--) {
    const start = words.slice(0, length).join(' ')
    const entry = /[à-ỹ]/.test(start) && !lexicon.longFillers.has(start) ? subject(start, lexicon) : undefined
    if (entry) return entry
  }
  return undefined
}

/** The section of a title that may also be the subject of a longer one. */
function subject(title: string, { titles }: Lexicon): TitleEntry | undefined {
  const entry = titles.get(title)
  return entry?.support === 'alias' && entry.isInOrder ? entry : undefined
}
