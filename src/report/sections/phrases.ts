import { LANGUAGES, type Schema } from '../../schema/schema.js'
import { addTo, type Groups } from '../../text/group-by.js'
import { plainTitles, titleWords } from './heading-title.js'

/** Words that speak for a section, in the order in which they stand in a title. */
export interface Phrase {
  readonly id: string
  readonly words: readonly string[]
}

/** Phrases by the word that they begin with; of those, the longest come first. */
export type Phrases = ReadonlyMap<string, readonly Phrase[]>

/** What a schema gives as words, as hints, or to be kept, of its sections; both languages at once, since reports mix them. */
export function phrasesOf(schema: Schema, key: 'words' | 'hints' | 'keeps'): Phrases {
  const phrases: Groups<string, Phrase> = new Map()
  for (const section of schema.sections)
    for (const title of plainTitles(LANGUAGES.flatMap((language) => section[key][language]))) {
      const words = titleWords(title)
      addTo(phrases, words[0] ?? '', { id: section.id, words })
    }
  for (const list of phrases.values()) list.sort((a, b) => b.words.length - a.words.length)
  return phrases
}

/** Whether a phrase stands in a title, from the word at an index on. */
export function standsAt(words: readonly string[], at: number, phrase: Phrase): boolean {
  return phrase.words.every((word, index) => words[at + index] === word)
}
