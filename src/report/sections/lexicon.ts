import { LANGUAGES, type Language, type Schema } from '../../schema/schema.js'
import { joinedWords, plainTitles, titleWords } from './heading-title.js'
import { eventNamerOf } from './kinds-of-event.js'
import { misspeltTitles } from './misspelt-title.js'
import { type Phrases, phrasesOf } from './phrases.js'

/**
 * How firmly a title identifies a section. `alias`: on every heading level; `weak`: on the section level and above; `words`: only on
 * the section level; `part`: only right after another heading of the same section.
 */
export type Support = 'alias' | 'weak' | 'words' | 'part'

/** The section that a whole title means. */
export interface TitleEntry {
  readonly id: string
  readonly support: Support
  /** Whether the section has a place in the order, or can replace one that does. */
  readonly isInOrder: boolean
  readonly holdsFields: boolean
}

/** The titles and words of a schema, all reduced by `plainTitle`. */
export interface Lexicon {
  /** The sections by whole titles. */
  readonly titles: ReadonlyMap<string, TitleEntry>
  readonly phrases: Phrases
  /** The single words of the fillers, and the whole Vietnamese fillers, which may have several syllables. */
  readonly fillers: ReadonlySet<string>
  readonly longFillers: ReadonlySet<string>
  /** Further words that do not tell what a title is about. */
  readonly smallWords: ReadonlySet<string>
  /** Replaces kinds of events in a title by “event”. */
  readonly withEvent: (title: string) => string
  /** The id of the section that a misspelt title means; null without one. */
  readonly misspelt: (title: string) => string | null
  /** The ids of sections by the labels of their bare fields. */
  readonly fields: ReadonlyMap<string, string>
}

/** The lexicon of a schema. It is made at every start, from a thousand titles, so it has to be fast. */
export function lexiconOf(schema: Schema): Lexicon {
  const titles = titlesOf(schema)
  return {
    titles,
    phrases: phrasesOf(schema, 'words'),
    fillers: new Set(inBoth(schema.fillers).flatMap(titleWords)),
    longFillers: new Set(plainTitles(schema.fillers.vi)),
    smallWords: new Set(inBoth(schema.smallWords).flatMap(titleWords)),
    withEvent: eventNamerOf(schema),
    misspelt: misspeltTitles(titles),
    fields: new Map(schema.sections.flatMap(({ id, fields }) => inBoth(fields).map((label) => [label, id] as const))),
  }
}

function titlesOf(schema: Schema): Map<string, TitleEntry> {
  const entries = new Map<string, TitleEntry>()
  const add = (titles: readonly string[], entry: TitleEntry): void => {
    for (const title of titles) {
      if (entry.support !== 'alias' && entries.has(title)) continue
      entries.set(title, entry)
      // The beginnings of longer titles are looked up word by word: "Key take-aways of the day".
      const words = joinedWords(title)
      if (!entries.has(words)) entries.set(words, entry)
    }
  }
  for (const { id, order, serves, content, title, aliases, weakAliases, parts } of schema.sections) {
    const entry = { id, isInOrder: order !== null || serves, holdsFields: content === 'fields' }
    add(inBoth({ en: [title.en, ...aliases.en], vi: [title.vi, ...aliases.vi] }), { ...entry, support: 'alias' })
    add(inBoth(weakAliases), { ...entry, support: 'weak' })
    add(inBoth(parts), { ...entry, support: 'part' })
  }
  return entries
}

function inBoth(titles: Readonly<Record<Language, readonly string[]>>): string[] {
  return plainTitles(LANGUAGES.flatMap((language) => titles[language]))
}
