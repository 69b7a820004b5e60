import { foldName, withoutTitle } from '../report/speakers/person-name.js'
import { foldWord } from '../text/fold-word.js'

/** How a name is written, apart from capitals: the order of its words, and their diacritics. */
export interface WrittenName {
  /** The words without diacritics, in their order. */
  readonly order: string
  /** The words with their diacritics, wherever a tone mark is put in its syllable ("hòa", "hoà"); null if there are none. */
  readonly marks: string | null
}

export function readWrittenName(name: string): WrittenName {
  const lower = name.toLowerCase()
  const marks = lower.split(' ').map(toneLast).join(' ')
  return { order: foldName(name), marks: foldWord(lower) === lower.normalize('NFC') ? null : marks }
}

/** A name without form of address, brackets, and punctuation at its ends. */
export function plainName(name: string): string {
  return withoutTitle(name.normalize('NFC'))
    .replace(/\([^)]{0,200}\)/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s,.;:–-]+|(?<![\s,.;:–-])[\s,.;:–-]+$/g, '')
}

const TONE = /[\u0300\u0301\u0303\u0309\u0323]/g

/** A word with its tone mark moved to the end. */
function toneLast(word: string): string {
  const letters = word.normalize('NFD')
  return letters.replace(TONE, '') + (letters.match(TONE) ?? []).join('')
}
