import { LANGUAGES, type Schema } from '../../schema/schema.js'
import { addTo, type Groups } from '../../text/group-by.js'
import { plainTitles, titleWords } from './heading-title.js'

/** A sequence of words in a title that suggests a section. */
export interface Phrase {
  readonly id: string
  readonly words: readonly string[]
}

/** Phrases by their first word, the longest ones first. */
export type Phrases = ReadonlyMap<string, readonly Phrase[]>

/** The phrases of a schema's sections under one of its keys. Both languages are included, since reports mix them. */
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

/** Whether a phrase begins at the word with an index in a title. */
export function standsAt(words: readonly string[], at: number, phrase: Phrase): boolean {
  return phrase.words.every((word, index) => words[at + index] === word)
}
