import { isSyllable } from '../text/vietnamese-syllable.js'
import { type Dawg, neighbours, rankOf } from './dawg.js'

/** What a misspelt word was meant to be. */
export interface Correction {
  readonly word: string
  /** Whether no other correction is nearly as likely. */
  readonly certain: boolean
}

/** Shorter words have too many neighbours. */
export const SHORTEST = 5
const SHORTEST_TITLE = 6
/** From here on, a name is seldom one letter away from a common word. */
const LONG_FOR_NAME = 8

/**
 * The least rank (see `RankedWord`) of a correction. Unknown words are mostly names and new terms; in over a thousand real reports,
 * hardly one of these is a letter away from a word of this rank.
 */
const COMMON = 6
/** A long word in lower case is neither a name nor a letter away from many others: any word in use will do. */
const COMMON_FOR_LONG = 5
const LONG = 8
const LONG_TITLE = 10
const COMMON_FOR_SHORT_TITLE = 9
const COMMON_FOR_COMPOUND = 8
/** From this rank on, a neighbour is as likely as a word with a corrected ending. */
const LIKELY = 8
/** The lead in points at which the second-best correction can be ruled out. */
const CLEAR = 2

const PREFIX =
  /^(?:anti|auto|bi|co|cross|cyber|de|geo|hyper|inter|macro|mega|meta|micro|mini|mis|mono|multi|nano|non|over|post|pre|pro|re|semi|sub|super|tele|trans|ultra|un|under)(?=[a-z]{5})/

/** Whether a lower-case word of a–z is in the dictionary, or may be a Vietnamese syllable without marks. */
export function isKnown(dawg: Dawg, word: string): boolean {
  return rankOf(dawg, word) > 0 || isSyllable(word)
}

/** Whether an unknown word is a regular compound of known ones: `lakehouse`, `pretraining`. */
export function isCompound(dawg: Dawg, word: string): boolean {
  const single = word.endsWith('s') ? word.slice(0, -1) : word
  return [word, single].some((compound) => {
    const stem = compound.replace(PREFIX, '')
    if (stem !== compound && rankOf(dawg, stem) > 1) return true
    for (let at = 4; at <= compound.length - 4; at++) {
      if (rankOf(dawg, compound.slice(0, at)) > 2 && rankOf(dawg, compound.slice(at)) > 2) return true
    }
    return false
  })
}

/** Whether an unknown word is a regular noun from a known verb: `finalizer`, `partitioners`. */
function isDoer(dawg: Dawg, word: string): boolean {
  const stem = /^([a-z]{4,})ers?$/.exec(word)?.[1]
  if (stem === undefined) return false
  return [stem, `${stem}e`, stem.replace(/(.)\1$/, '$1')].some((verb) => rankOf(dawg, verb) > 1)
}

/** Whether an unknown word is the regular plural of a known noun: `peerings`, `segmentations`. */
function isPlural(dawg: Dawg, word: string): boolean {
  return /(?:ing|ion|ment)s$/.test(word) && rankOf(dawg, word.slice(0, -1)) > 1
}

/** Wrong endings, formed by false analogy, and the right ones: `policys`, `originaly`, `insightfull`. */
const WRONG_ENDINGS = [
  [/(?<=[^aeiou])ys$/, 'ies'],
  [/aly$/, 'ally'],
  [/full$/, 'ful'],
] as const

function endedRight(dawg: Dawg, word: string): string | null {
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
export function correctionOf(dawg: Dawg, word: string, isTitle: boolean): Correction | null {
  if (word.length < (isTitle ? SHORTEST_TITLE : SHORTEST)) return null
  const [best, second] = neighbours(dawg, word)
    .filter(({ rank }) => rank > 1)
    .map(({ word: near, rank }) => ({ near, rank, points: rank + likelihood(word, near) }))
    .sort((a, b) => b.points - a.points)
  const ended = endedRight(dawg, word)
  // `triger` would pass as a noun from "trig".
  const isUndoubled = best && best.rank >= LIKELY && best.near.length > word.length && isDoubling(word, best.near)
  if (!isUndoubled && (isDoer(dawg, word) || isPlural(dawg, word))) return null
  // `specialy` may also be "specialty".
  if (ended)
    return { word: ended, certain: !best || word.startsWith(best.near) || best.near === ended || best.rank < LIKELY }
  const least = word.length >= (isTitle ? LONG_TITLE : LONG) ? COMMON_FOR_LONG : COMMON
  if (!best || (best.points < COMMON && best.rank < least)) return null
  const article = besideArticle(word, best.near)
  if (article) return isTitle ? null : { word: article, certain: false }
  const certain = best.points - (second?.points ?? 0) >= CLEAR
  if (isCompound(dawg, word) && (!certain || best.rank < COMMON_FOR_COMPOUND)) return null
  const isClear = certain || word.length >= LONG_TITLE
  if (isTitle && (!isClear || best.rank < least || mayBeName(word, best.near, best.rank))) return null
  return { word: best.near, certain }
}

/** `aplatform` and `providesa` are as likely a word with an article as a word with a letter too many: the former; else null. */
function besideArticle(word: string, near: string): string | null {
  if (word === `a${near}` && near[0] !== 'a' && !near.endsWith('s')) return `a ${near}`
  return word === `${near}a` && !near.endsWith('a') ? `${near} a` : null
}

/** Whether a capitalized word may be a name: slips keep the first letter, and short names differ from words at the end (Elastio, Vogels). */
function mayBeName(word: string, near: string, rank: number): boolean {
  if (near[0] !== word[0]) return true
  if (word.length >= LONG_FOR_NAME) return false
  return rank < COMMON_FOR_SHORT_TITLE || (changesTheEnd(word, near) && !isDoubling(word, near))
}

/**
 * Points for common typing errors: swapped neighbours, a letter wrongly doubled or single, one vowel for another. Points are taken
 * off if the correction loses a final s, as plurals are rarely typed by accident (`othes`).
 */
function likelihood(wrong: string, right: string): number {
  const lost = wrong.endsWith('s') && !right.endsWith('s') ? 2 : 0
  const at = firstDifference(wrong, right)
  if (wrong.length !== right.length) {
    if (!isDoubling(wrong, right)) return -lost
    // Not near the start: `arange` may be "a range".
    return (wrong.length < right.length && at > 2 ? 4 : 2) - lost
  }
  if (areSwapped(wrong, right)) return 3
  if (isVowel(wrong[at]) && isVowel(right[at])) return 1
  return (at === 0 ? -2 : 0) - lost
}

/** Whether two words at an edit distance of 1 differ by two swapped neighbours. */
export function areSwapped(wrong: string, right: string): boolean {
  const at = firstDifference(wrong, right)
  return wrong.length === right.length && wrong[at] === right[at + 1] && wrong[at + 1] === right[at]
}

function isVowel(letter: string | undefined): boolean {
  return letter !== undefined && 'aeiouy'.includes(letter)
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
