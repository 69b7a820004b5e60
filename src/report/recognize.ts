import type { Language, Schema, SectionSpec } from '../schema/schema.js'
import { kept } from '../text/kept.js'
import { type PlainTitle, plainTitle, titleParts, titleWords } from './heading-title.js'

/**
 * How firmly a title speaks for a section: `alias` wherever it stands, `weak` and `words` only at the section level
 * (position has to agree).
 */
export type Support = 'alias' | 'weak' | 'words'

/** The section that the words of a title speak for. */
export interface Reading {
  readonly id: string
  /** Further sections that the title names. */
  readonly also: readonly string[]
  readonly support: Support
}

/** What a title or a label says by its words alone. */
export interface Meaning {
  /** null where the words support no section. */
  readonly reading: Reading | null
  /** Whether it is the title of a whole report ("Summary Report: …"). */
  readonly isReportTitle: boolean
  /** The section whose bare fields carry such a label ("Date", "Địa điểm"). */
  readonly fieldSection: string | null
}

/** Reads titles by the words of one schema. */
export type Recognizer = (title: string) => Meaning

/** More than half of the words that say anything must speak for the section. Below that, long titles of talks match. */
const ENOUGH_WORDS = 0.5

/** More parts than that are a sentence. */
const MOST_PARTS = 4

const LANGUAGES: readonly Language[] = ['en', 'vi']

/** Prepares a schema's titles and words for reading; both languages at once, since reports mix them. */
export function recognizerOf(schema: Schema): Recognizer {
  const known = recognizers.get(schema)
  if (known) return known
  const made = prepare(schema)
  recognizers.set(schema, made)
  return made
}

/** A schema is prepared once, however many reports are read by it. */
const recognizers = new WeakMap<Schema, Recognizer>()

/** The titles and labels of some thousand reports; those of one programme share most of them. */
const MOST_KEPT = 50_000

function prepare(schema: Schema): Recognizer {
  const aliases = new Map<string, { id: string; support: Support }>()
  const phrases: { id: string; words: readonly string[] }[] = []
  const fields = new Map<string, string>()
  const each = (lists: SectionSpec['aliases'], use: (text: string) => void): void => {
    for (const language of LANGUAGES) for (const text of lists[language]) use(plainTitle(text).main)
  }
  for (const section of schema.sections) {
    const { id } = section
    for (const language of LANGUAGES) aliases.set(plainTitle(section.title[language]).main, { id, support: 'alias' })
    each(section.aliases, (text) => aliases.set(text, { id, support: 'alias' }))
    each(section.weakAliases, (text) => aliases.has(text) || aliases.set(text, { id, support: 'weak' }))
    each(section.words, (text) => phrases.push({ id, words: titleWords(text) }))
    each(section.fields, (text) => fields.set(text, id))
  }
  phrases.sort((a, b) => b.words.length - a.words.length)
  const byFirstWord = new Map<string, number[]>()
  for (const [index, { words }] of phrases.entries()) {
    const [first = ''] = words
    byFirstWord.set(first, [...(byFirstWord.get(first) ?? []), index])
  }
  /** The phrases that a title may hold, by its words, in their order. */
  const phrasesIn = (words: readonly string[]) => {
    const indices = new Set(words.flatMap((word) => byFirstWord.get(word) ?? []))
    return [...indices].sort((a, b) => a - b).flatMap((index) => phrases[index] ?? [])
  }
  const fillers = new Set(LANGUAGES.flatMap((language) => schema.fillers[language].flatMap(titleWords)))
  const reportTitles = LANGUAGES.flatMap((language) => schema.titles[language].map((text) => plainTitle(text).main))

  const longest = Math.max(...[...aliases.keys()].map((alias) => alias.split(' ').length))
  const byHead = (words: readonly string[]): Reading | null => {
    for (let length = Math.min(words.length - 1, longest); length > 0; length--) {
      const head = aliases.get(words.slice(0, length).join(' '))
      if (head && PREPOSITIONS.has(words[length] ?? '')) return { id: head.id, also: [], support: 'words' }
    }
    return null
  }
  const byWords = (text: string): Reading | null => {
    const words = titleWords(text)
    const head = byHead(words)
    if (head) return head
    const spoken = new Map<string, Set<number>>()
    for (const phrase of phrasesIn(words)) {
      const at = indexOfPhrase(words, phrase.words)
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
  const byParts = (main: string, parts: readonly string[]): Reading | null => {
    const readings = parts.map((part) => aliases.get(part) ?? byWords(part))
    const found = readings.filter((reading) => reading !== null)
    // A later part alone ("Networking and lessons") says little unless it is a title of its own.
    if (!readings[0] && !found.some(({ support }) => support === 'alias')) return byWords(main)
    const [id, ...also] = new Set(found.map((reading) => reading.id))
    if (id === undefined) return null
    return { id, also, support: readings[0] && found.every(({ support }) => support === 'alias') ? 'alias' : 'words' }
  }

  const readingOf = ({ main, asides }: PlainTitle): Reading | null => {
    const whole = aliases.get(main)
    const aside = asides.map((text) => aliases.get(text)).find((reading) => reading?.support === 'alias')
    // Of a bilingual title the words in brackets decide: they are the template's own.
    if (aside) return { ...aside, also: whole && whole.id !== aside.id ? [whole.id] : [] }
    if (whole) return { ...whole, also: [] }
    const parts = titleParts(main)
    return parts.length > 1 && parts.length <= MOST_PARTS ? byParts(main, parts) : byWords(main)
  }
  const isReportTitle = ({ main }: PlainTitle): boolean =>
    reportTitles.some((start) => {
      if (!main.startsWith(start)) return false
      const rest = main.slice(start.length)
      return rest === '' || /^\s*[:–—|-]/.test(rest) || (start.includes(' ') && rest.startsWith(' '))
    })
  return kept((title) => {
    const plain = plainTitle(title)
    return {
      reading: readingOf(plain),
      isReportTitle: isReportTitle(plain),
      fieldSection: fields.get(plain.main) ?? null,
    }
  }, MOST_KEPT)
}

const PREPOSITIONS = new Set(
  'of from in at during about after by to for của từ trong tại về sau khi theo vào'.split(' '),
)

/** "Lessons learned from …", "Mục đích của …": the phrase at the head of a title decides, whatever its object is. */
function namesItsObject(words: readonly string[], phrase: readonly string[]): boolean {
  return [phrase.at(-1), words[phrase.length]].some((word) => word !== undefined && PREPOSITIONS.has(word))
}

function indexOfPhrase(words: readonly string[], phrase: readonly string[]): number {
  for (let at = 0; at + phrase.length <= words.length; at++)
    if (phrase.every((word, index) => words[at + index] === word)) return at
  return -1
}
