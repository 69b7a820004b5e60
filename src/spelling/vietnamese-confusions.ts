import { foldWord } from '../text/fold-word.js'
import { memoize, once } from '../text/memoize.js'
import { partedSyllables } from '../text/vietnamese-syllable.js'
import type { Correction, PhraseCorrection } from './correction.js'
import data from './data/vietnamese.yaml'
import { isTitleCase, likeCase } from './letter-case.js'
import { readLists } from './lists.js'
import { intendedCompound, isCompound, mayEndCompound, partedCompound } from './vietnamese-compounds.js'
import { intendedSyllable, likeliestSyllable, MAX_SYLLABLES, syllablesNear } from './vietnamese-syllables.js'
import type { Word } from './words.js'

/** Known misspellings. */
interface Confusions {
  /** Corrections by the wrong word, or by the wrong pair of words with a blank between them. */
  readonly wrong: ReadonlyMap<string, Correction>
  /** The first words of wrong pairs by their last one; the empty string among them means that the last one is wrong by itself. */
  readonly endings: ReadonlyMap<string, ReadonlySet<string>>
  /** Sequences of three words that are right, although they begin or end with a wrong pair. */
  readonly right: ReadonlySet<string>
}

/** The most memoized words before each word that may end a wrong pair. */
const MAX_BEFORE = 1_000

/** The lists of Vietnamese mistakes, read on first use. */
const confusions = once((): Confusions => {
  const lists = readLists(data)
  const corrections = (list: string, certain: boolean) =>
    (lists.get(list) ?? []).map((line) => {
      const [from = '', word = ''] = line.split(' → ')
      return [from, { word, certain }] as const
    })
  const wrong = new Map([...corrections('wrong', true), ...corrections('doubtful', false)])
  const endings = new Map<string, Set<string>>()
  for (const words of wrong.keys()) {
    const [ending = '', first = ''] = words.split(' ').reverse()
    endings.set(ending, (endings.get(ending) ?? new Set()).add(first))
  }
  return { wrong, endings, right: new Set(lists.get('right')) }
})

/** A function that tells whether a word may be wrong after another one; null if it is always right. */
export function vietnameseDoubt(word: string): ((before: string) => boolean) | null {
  const ending = normal(word)
  const firsts = confusions().endings.get(ending)
  const isNone = intendedSyllable(ending) !== null || syllablesNear(ending).length > 0
  if (firsts?.has('') || isNone || partedSyllables(word) || partedCompound(ending)) return () => true
  const mayEnd = mayEndCompound(ending)
  if (!firsts && !mayEnd) return null
  // Nearly all pairs of a text are pairs of others, too.
  return memoize((before) => {
    const first = normal(before)
    return firsts?.has(first) === true || (mayEnd && intendedCompound(first, ending) !== null)
  }, MAX_BEFORE)
}

/**
 * The correction of the Vietnamese word at an index, or of the pair of words that ends with it. Two words written as one are
 * separated.
 * @returns the correction with capitals as written; null if there is none
 */
export function vietnameseCorrection(words: readonly Word[], at: number): PhraseCorrection | null {
  const word = words[at]
  if (!word) return null
  const parts = partedSyllables(word.text) ?? partedCompound(normal(word.text))
  if (parts) return { word: likeCase(parts.join(' '), word.text), certain: true, from: at, to: at }
  return pairCorrection(words, at) ?? syllableCorrection(words, at)
}

function pairCorrection(words: readonly Word[], at: number): PhraseCorrection | null {
  return listedCorrection(words, at) ?? compoundCorrection(words, at)
}

/** The correction of the pair that ends at an index to a word of two syllables, unless either makes a word with its other neighbour. */
function compoundCorrection(words: readonly Word[], at: number): PhraseCorrection | null {
  const [beforeThat, before, word, after] = [words[at - 2], words[at - 1], words[at], words[at + 1]]
  if (!word || !before || before.glued || word.gap !== ' ') return null
  const [first, second] = [normal(before.text), normal(word.text)]
  const intended = mayEndCompound(second) ? intendedCompound(first, second) : null
  // "Anh Toàn" is a person.
  if (intended === null || (isTitleCase(word.text) && foldWord(intended) !== foldWord(`${first} ${second}`)))
    return null
  const [farther, next] = [beforeThat, after].map((beside) => normal(beside?.text ?? ''))
  if (isCompound(farther ?? '', first) || isCompound(second, next ?? '')) return null
  const { right } = confusions()
  if (right.has(`${farther} ${first} ${second}`) || right.has(`${first} ${second} ${next}`)) return null
  if (pairCorrection(words, at - 1) || isOneSyllable([first, second], intended.split(' '))) return null
  return { word: likePair(intended, before, word), certain: true, from: at - 1, to: at }
}

/** Whether a pair is wrong because of a syllable that is wrong in any context: then only that one is reported. */
function isOneSyllable(pair: readonly string[], right: readonly string[]): boolean {
  const wrong = pair.filter((syllable, at) => syllable !== right[at])
  return wrong.length === 1 && wrong.every((syllable) => isIntended(syllable, right[pair.indexOf(syllable)]))
}

function isIntended(syllable: string, right: string | undefined): boolean {
  const intended = intendedSyllable(syllable)
  return intended?.certain === true && intended.word === right
}

/** The correction of a word, or of the pair that ends with it, according to the lists. */
function listedCorrection(words: readonly Word[], at: number): PhraseCorrection | null {
  const { wrong, endings, right } = confusions()
  const [before, word] = [words[at - 1], words[at]]
  const ending = normal(word?.text ?? '')
  if (!word || !endings.has(ending)) return null

  const alone = wrong.get(ending)
  if (alone) return { word: likeCase(alone.word, word.text), certain: alone.certain, from: at, to: at }
  if (!before || before.glued || word.gap !== ' ') return null
  const written = `${normal(before.text)} ${ending}`
  const pair = wrong.get(written)
  const [beforeThat, after] = [words[at - 2], words[at + 1]].map((beside) => normal(beside?.text ?? ''))
  if (!pair || right.has(`${beforeThat} ${written}`) || right.has(`${written} ${after}`)) return null
  return { word: likePair(pair.word, before, word), certain: pair.certain, from: at - 1, to: at }
}

function likePair(pair: string, before: Word, word: Word): string {
  const [first = '', second = ''] = pair.split(' ')
  return `${likeCase(first, before.text)} ${likeCase(second, word.text)}`
}

/** The correction of a word that is not a syllable, unless it begins a wrong pair, or may be part of a name or a foreign word. */
function syllableCorrection(words: readonly Word[], at: number): PhraseCorrection | null {
  const [before, word, after] = [words[at - 1], words[at], words[at + 1]]
  if (!word) return null
  const alone = intendedSyllable(normal(word.text))
  const intended = alone?.certain ? alone : (intendedBeside(before, word, after) ?? alone ?? slipIn(word))
  if (!intended || pairCorrection(words, at + 1)?.from === at) return null
  const isInName = isTitleCase(word.text) && [before, after].some((beside) => isTitleCase(beside?.text ?? ''))
  // `U-crai-na`
  const isForeign = word.gap === '-' || after?.gap === '-'
  return isInName || isForeign ? null : { ...intended, word: likeCase(intended.word, word.text), from: at, to: at }
}

/** The only syllable at an edit distance of 1 from a misspelt one that makes a word with a neighbour; else null. */
function intendedBeside(before: Word | undefined, word: Word, after: Word | undefined): Correction | null {
  const near = isAbbreviation(word) ? [] : syllablesNear(normal(word.text))
  if (near.length === 0) return null
  const [first, second] = [word.gap === ' ' ? before : undefined, after?.gap === ' ' ? after : undefined].map(
    (beside) => normal(beside?.text ?? ''),
  ) as [string, string]
  const [intended, ...others] = near.filter((like) => isCompound(first, like) || isCompound(like, second))
  return intended !== undefined && others.length === 0 ? { word: intended, certain: true } : null
}

/** The likeliest correction of a misspelt syllable in lower case; with a capital, it may be a name. */
function slipIn({ text }: Word): Correction | null {
  const likeliest = text === text.toLowerCase() ? likeliestSyllable(normal(text)) : null
  return likeliest === null ? null : { word: likeliest, certain: false }
}

/** `ĐChỉ`, `MKHẨU` */
function isAbbreviation({ text }: Word): boolean {
  return text.slice(1) !== text.slice(1).toLowerCase()
}

/** Composed and in lower case. Memoized, as composing a word takes longer than a lookup, and texts share a few thousand words. */
const normal = memoize((word) => word.normalize('NFC').toLowerCase(), MAX_SYLLABLES)
