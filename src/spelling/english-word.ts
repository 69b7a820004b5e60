import { isSyllable } from '../text/vietnamese-syllable.js'
import type { Correction } from './correction.js'
import { type Dawg, neighbours, rankOf } from './dawg.js'

/* Lengths are in letters. For ranks, see `RankedWord`. */

/** Shorter words have too many neighbours. */
export const SHORTEST = 5
const SHORTEST_TITLE = 6
/** From this length on, a name is seldom one letter away from a common word. */
const LONG_FOR_NAME = 8

/** From this rank on, a word is in use, and not merely known. */
const IN_USE = 2
/**
 * The least rank of a correction. Unknown words are mostly names and new terms; in over a thousand real reports, hardly one of these
 * is a letter away from a word of this rank.
 */
const COMMON = 6
/** The same for long words: in lower case they are neither names nor a letter away from many other words. */
const COMMON_FOR_LONG = 5
const LONG = 8
const LONG_TITLE = 10
const COMMON_FOR_SHORT_TITLE = 9
const COMMON_FOR_COMPOUND = 8
/** From this rank on, a neighbour is as likely as a word with a corrected ending. */
const LIKELY = 8

/** The points that a typing error adds to the rank of a correction. */
const POINTS = {
  /** A double letter was typed once, as in `runing`. */
  undoubled: 4,
  /** The same near the start, where it may be something else (`arange` may be "a range"), or a single letter typed twice. */
  doubled: 2,
  swapped: 3,
  /** One vowel was typed for another. */
  vowel: 1,
  /** The first letter is wrong. */
  first: -2,
  /** The correction loses a final s: plurals are rarely typed by accident (`othes`). */
  lostPlural: -2,
} as const
/** The index from which a letter is no longer near the start of a word. */
const AFTER_START = 3
/** The lead in points at which the second-best correction can be ruled out. */
const CLEAR = 2

const PREFIX =
  /^(?:anti|auto|bi|co|cross|cyber|de|geo|hyper|inter|macro|mega|meta|micro|mini|mis|mono|multi|nano|non|over|post|pre|pro|re|semi|sub|super|tele|trans|ultra|un|under)(?=[a-z]{5})/
/** The least length and rank of both parts of a compound. */
const SHORTEST_PART = 4
const COMMON_PART = 3

/** Whether a lower-case word of a–z is in the dictionary, or may be a Vietnamese syllable without diacritics. */
export function isKnown(dawg: Dawg, word: string): boolean {
  return rankOf(dawg, word) > 0 || isSyllable(word)
}

/** Whether an unknown word is a regular compound of known ones: `lakehouse`, `pretraining`. */
export function isCompound(dawg: Dawg, word: string): boolean {
  const singular = word.endsWith('s') ? word.slice(0, -1) : word
  return [word, singular].some((compound) => {
    const stem = compound.replace(PREFIX, '')
    if (stem !== compound && rankOf(dawg, stem) >= IN_USE) return true
    for (let at = SHORTEST_PART; at <= compound.length - SHORTEST_PART; at++)
      if (rankOf(dawg, compound.slice(0, at)) >= COMMON_PART && rankOf(dawg, compound.slice(at)) >= COMMON_PART)
        return true
    return false
  })
}

/** Whether an unknown word is a regular agent noun from a known verb: `finalizer`, `partitioners`. */
function isAgentNoun(dawg: Dawg, word: string): boolean {
  const stem = /^([a-z]{4,})ers?$/.exec(word)?.[1]
  if (stem === undefined) return false
  return [stem, `${stem}e`, stem.replace(/(.)\1$/, '$1')].some((verb) => rankOf(dawg, verb) >= IN_USE)
}

/** Whether an unknown word is the regular plural of a known noun: `peerings`, `segmentations`. */
function isPlural(dawg: Dawg, word: string): boolean {
  return /(?:ing|ion|ment)s$/.test(word) && rankOf(dawg, word.slice(0, -1)) >= IN_USE
}

/** Wrong endings, formed by false analogy, and the right ones: `policys`, `originaly`, `insightfull`. */
const WRONG_ENDINGS = [
  [/(?<=[^aeiou])ys$/, 'ies'],
  [/aly$/, 'ally'],
  [/full$/, 'ful'],
] as const

function withRightEnding(dawg: Dawg, word: string): string | null {
  for (const [ending, right] of WRONG_ENDINGS) {
    const ended = word.replace(ending, right)
    if (ended !== word && rankOf(dawg, ended) > 0) return ended
  }
  return null
}

/**
 * The likeliest correction of an unknown lower-case word; null if none is likely enough.
 * @param isTitle whether it was written with a capital: it may be a name, and must look more like a slip
 */
export function englishCorrection(dawg: Dawg, word: string, isTitle: boolean): Correction | null {
  if (word.length < (isTitle ? SHORTEST_TITLE : SHORTEST)) return null
  const [best, second] = candidatesFor(dawg, word)
  // `triger` would pass as a noun from "trig".
  const isUndoubled = best && best.rank >= LIKELY && best.word.length > word.length && isDoubling(word, best.word)
  if (!isUndoubled && (isAgentNoun(dawg, word) || isPlural(dawg, word))) return null
  const ended = withRightEnding(dawg, word)
  if (ended !== null) {
    // `specialy` may also be "specialty".
    const hasRival = best && !word.startsWith(best.word) && best.word !== ended && best.rank >= LIKELY
    return { word: ended, certain: !hasRival }
  }
  const least = word.length >= (isTitle ? LONG_TITLE : LONG) ? COMMON_FOR_LONG : COMMON
  if (!best || (best.points < COMMON && best.rank < least)) return null
  const separated = withArticle(word, best.word)
  if (separated) return isTitle ? null : { word: separated, certain: false }
  const certain = best.points - (second?.points ?? 0) >= CLEAR
  if (isCompound(dawg, word) && (!certain || best.rank < COMMON_FOR_COMPOUND)) return null
  const isClear = certain || word.length >= LONG_TITLE
  if (isTitle && (!isClear || best.rank < least || mayBeName(word, best.word, best.rank))) return null
  return { word: best.word, certain }
}

interface Candidate {
  readonly word: string
  readonly rank: number
  readonly points: number
}

/** The words in use that are one typing error away, the likeliest first. */
function candidatesFor(dawg: Dawg, word: string): Candidate[] {
  return neighbours(dawg, word)
    .filter(({ rank }) => rank >= IN_USE)
    .map(({ word: near, rank }) => ({ word: near, rank, points: rank + pointsFor(word, near) }))
    .sort((a, b) => b.points - a.points)
}

/** A word that is run together with an article, separated from it: `aplatform`, `providesa`; null for any other word. */
function withArticle(word: string, near: string): string | null {
  if (word === `a${near}` && near[0] !== 'a' && !near.endsWith('s')) return `a ${near}`
  return word === `${near}a` && !near.endsWith('a') ? `${near} a` : null
}

/** Whether a capitalized word may be a name: slips keep the first letter, and short names differ from words at the end (Elastio, Vogels). */
function mayBeName(word: string, near: string, rank: number): boolean {
  if (near[0] !== word[0]) return true
  if (word.length >= LONG_FOR_NAME) return false
  return rank < COMMON_FOR_SHORT_TITLE || (changesTheEnd(word, near) && !isDoubling(word, near))
}

/** The points of the typing error by which two words differ. */
function pointsFor(wrong: string, right: string): number {
  const plural = wrong.endsWith('s') && !right.endsWith('s') ? POINTS.lostPlural : 0
  const at = firstDifference(wrong, right)
  if (wrong.length !== right.length) {
    if (!isDoubling(wrong, right)) return plural
    return (wrong.length < right.length && at >= AFTER_START ? POINTS.undoubled : POINTS.doubled) + plural
  }
  if (areSwapped(wrong, right)) return POINTS.swapped
  if (isVowel(wrong[at]) && isVowel(right[at])) return POINTS.vowel
  return (at === 0 ? POINTS.first : 0) + plural
}

/** Whether two words at an edit distance of 1 differ by two swapped neighbours. */
export function areSwapped(wrong: string, right: string): boolean {
  const at = firstDifference(wrong, right)
  return wrong.length === right.length && wrong[at] === right[at + 1] && wrong[at + 1] === right[at]
}

function isVowel(letter: string | undefined): boolean {
  return letter !== undefined && 'aeiouy'.includes(letter)
}

/** Whether two words at an edit distance of 1 differ by a letter that is double in one of them. */
function isDoubling(wrong: string, right: string): boolean {
  if (wrong.length === right.length) return false
  const longer = wrong.length > right.length ? wrong : right
  const at = firstDifference(wrong, right)
  return longer[at] === longer[at - 1]
}

function changesTheEnd(wrong: string, right: string): boolean {
  return firstDifference(wrong, right) >= Math.min(wrong.length, right.length) - 1
}

/** The index of the first letter by which two words differ. */
function firstDifference(a: string, b: string): number {
  let at = 0
  while (at < a.length && a[at] === b[at]) at++
  return at
}
