import { isSyllable } from '../text/vietnamese-syllable.js'
import type { PhraseCorrection } from './correction.js'
import { rankOf } from './dawg.js'
import { dictionary } from './dictionary.js'
import type { Glossary } from './glossary.js'
import type { Word } from './words.js'

/** The least rank of the word that two parts make up. */
const COMMON = 7
const SHORTEST_PART = 2

/** Ends of words that are in the dictionary, but are no words of prose, unlike those in `not able` and `a natural ally`. */
const ENDS: ReadonlySet<string> = new Set(['ed', 'ies', 'ing', 'ion', 'ions', 'ity'])

/** Whether a word of A–Z may be part of a word that is split by a space (`deve lopment`): it is unknown, or the end of many words. */
export function mayBePartOfWord(word: string, { known }: Glossary): boolean {
  if (ENDS.has(word)) return true
  const letters = word.toLowerCase()
  return rankOf(dictionary(), letters) === 0 && isPart(word, letters) && !known.has(word) && !isSyllable(letters)
}

/** The common word that two parts make up; null if there is none. */
export function rejoined(first: string, second: string): string | null {
  if (!isPart(first, first.toLowerCase()) || !isPart(second, second)) return null
  return rankOf(dictionary(), first.toLowerCase() + second) >= COMMON ? first + second : null
}

/** The correction of a split word of which the word at an index is the first or second part; null if there is none. */
export function splitWordAt(words: readonly Word[], at: number, glossary: Glossary): PhraseCorrection | null {
  if (!mayBePartOfWord(words[at]?.text ?? '', glossary)) return null
  return wholeFrom(words, at) ?? wholeFrom(words, at - 1)
}

function wholeFrom(words: readonly Word[], from: number): PhraseCorrection | null {
  const [first, second, next] = [words[from], words[from + 1], words[from + 2]]
  if (!first || !second || first.glued || second.glued || second.gap !== ' ' || next?.gap === '-') return null
  const whole = rejoined(first.text, second.text)
  return whole === null ? null : { word: whole, certain: true, from, to: from + 1 }
}

/** Whether a word is long enough for a part, and in lower case after its first letter. @param letters the word in lower case */
function isPart(word: string, letters: string): boolean {
  return word.length >= SHORTEST_PART && word.slice(1) === letters.slice(1)
}
