import { type Dawg, neighbours, rankOf } from './dawg.js'
import { isSyllable } from './vietnamese.js'

/** What a misspelt word was meant to be. */
export interface Correction {
  readonly word: string
  /** Whether no other word comes near it in likelihood. */
  readonly certain: boolean
}

/** Shorter words have too many neighbours. */
export const SHORTEST = 5
const SHORTEST_TITLE = 6
/** From here on, names are seldom a letter away from a common word. */
const LONG = 8
/** The last letters of a name are what sets it apart from a word (Elastio, Vogels). */
const COMMON = 6
const COMMON_FOR_TITLE = 7
const COMMON_FOR_SHORT_TITLE = 9
const CLEAR = 2

const PREFIX =
  /^(?:anti|auto|bi|co|cross|cyber|de|geo|hyper|inter|macro|mega|meta|micro|mini|mis|mono|multi|nano|non|over|post|pre|pro|re|semi|sub|super|tele|trans|ultra|un|under)(?=[a-z]{5})/

/** Whether a lower-case word of a–z is English, a term of the field, or made of such, or a Vietnamese syllable. */
export function isKnown(dawg: Dawg, word: string): boolean {
  return (
    rankOf(dawg, word) > 0 ||
    isSyllable(word) ||
    isMadeOfWords(dawg, word) ||
    (word.endsWith('s') && isMadeOfWords(dawg, word.slice(0, -1)))
  )
}

/** `lakehouse`, `pretraining`: words that no list holds and everybody makes. */
function isMadeOfWords(dawg: Dawg, word: string): boolean {
  const stem = word.replace(PREFIX, '')
  if (stem !== word && rankOf(dawg, stem) > 1) return true
  for (let at = 4; at <= word.length - 4; at++) {
    if (rankOf(dawg, word.slice(0, at)) > 2 && rankOf(dawg, word.slice(at)) > 2) return true
  }
  return false
}

/**
 * The word that an unknown lower-case word stands for; null where none is likely enough.
 * @param isTitle whether it was written with a capital: such a word may be a name, and must look more like a slip
 */
export function correctionOf(dawg: Dawg, word: string, isTitle: boolean): Correction | null {
  if (word.length < (isTitle ? SHORTEST_TITLE : SHORTEST)) return null
  const scored = neighbours(dawg, word)
    .filter(({ rank }) => rank > 1)
    .map((near) => ({ ...near, score: near.rank + likelihood(word, near.word) }))
    .sort((a, b) => b.score - a.score)
  const [best, second] = scored
  if (!best || best.score < COMMON) return null
  const certain = best.score - (second?.score ?? 0) >= CLEAR
  if (!isTitle) return { word: best.word, certain }
  if (!certain || best.rank < (word.length < LONG ? COMMON_FOR_SHORT_TITLE : COMMON_FOR_TITLE)) return null
  if (best.word[0] !== word[0]) return null
  if (word.length < LONG && changesTheEnd(word, best.word) && !isDoubling(word, best.word)) return null
  return { word: best.word, certain }
}

/** Points for slips that fingers make: neighbours swapped, a letter doubled or not, one vowel for another. */
function likelihood(wrong: string, right: string): number {
  if (wrong.length === right.length) {
    const at = firstDifference(wrong, right)
    if (wrong[at] === right[at + 1] && wrong[at + 1] === right[at]) return 3
    return /[aeiouy]/.test(wrong[at] ?? '') && /[aeiouy]/.test(right[at] ?? '') ? 1 : at === 0 ? -2 : 0
  }
  return isDoubling(wrong, right) ? 2 : 0
}

function isDoubling(wrong: string, right: string): boolean {
  if (wrong.length === right.length) return false
  const longer = wrong.length > right.length ? wrong : right
  const at = firstDifference(wrong, right)
  return longer[at] === longer[at - 1]
}

function changesTheEnd(wrong: string, right: string): boolean {
  return firstDifference(wrong, right) >= Math.min(wrong.length, right.length) - 1
}

function firstDifference(a: string, b: string): number {
  let at = 0
  while (at < a.length && a[at] === b[at]) at++
  return at
}
