import type { Language } from '../schema/schema.js'
import { isCapital } from '../text/capitals.js'
import { memoize, memoizeByObject } from '../text/memoize.js'
import type { Range } from '../text/range.js'
import type { Correction } from './correction.js'
import type { Glossary } from './glossary.js'
import { MISREAD_AI } from './misread-ai.js'
import { beforeLastOfPhrase } from './phrase.js'
import { afterMaker, fromCapitals, joinedName } from './product-name.js'
import { mayBePartOfWord, rejoined } from './split-word.js'
import { type TrustedWords, trustedWords } from './trusted-words.js'
import { vietnameseDoubt } from './vietnamese-confusions.js'
import { wordCorrection } from './word-correction.js'
import { wordBeginningAt, wordEndingAt } from './words.js'

/** Checks words by one glossary. */
export interface WordChecker {
  /** The correction of a word of A–Z; null if it is right or unknown. */
  correctionOf(word: string): Correction | null
  /**
   * Whether any word in a range of a text may be wrong; if not, the range needs no further checks. In an English text, words of A–Z
   * are not compared with Vietnamese ones.
   */
  mayErr(text: string, span: Range, language: Language): boolean
}

/** The most memoized words: far more than the vocabulary of a thousand reports. */
const MAX_MEMOIZED = 200_000

/** The checker for a glossary. Reports share most of their words, so results are memoized across reports. */
export const checkerOf = memoizeByObject((glossary: Glossary): WordChecker => {
  const correctionOf = memoize((word) => wordCorrection(word, glossary), MAX_MEMOIZED)
  const doubtsIn = (language: Language): Doubts => {
    const doubtOn = memoize((word): Doubt | null => {
      // The second word of a wrong pair may have no diacritics: `bổ xung`.
      const doubt = mayBeVietnamese(word, language) ? vietnameseDoubt(word) : null
      if (!isEnglish(word)) return doubt
      if (word === MISREAD_AI || fromCapitals(word, glossary) || correctionOf(word)) return () => true
      const doubts = [doubt, ...englishDoubts(word, glossary)].filter((one) => one !== null)
      return doubts.length < 2 ? (doubts[0] ?? null) : (before, after) => doubts.some((one) => one(before, after))
    }, MAX_MEMOIZED)
    return { doubtOn, trusted: trustedWords() }
  }
  const doubts = { en: doubtsIn('en'), vi: doubtsIn('vi') }
  const mayErr = (text: string, [start, end]: Range, language: Language): boolean => {
    const { doubtOn, trusted } = doubts[language]
    let found = trusted.nextOther(text, start, end)
    // Only computed on demand, as few doubts need it.
    const after = (): string => (found && text[found[1]] === ' ' ? wordBeginningAt(text, found[1] + 1, end) : '')
    for (; found; found = trusted.nextOther(text, found[1], end)) {
      const [at] = found
      const word = text.slice(...found)
      const doubt = doubtOn(word)
      if (doubt === null) trusted.add(word)
      else if (doubt(text[at - 1] === ' ' ? wordEndingAt(text, start, at - 1) : '', after)) return true
    }
    return false
  }
  return { correctionOf, mayErr }
})

/** The doubts about words in texts of one language, and the words about which there are none. */
interface Doubts {
  readonly doubtOn: (word: string) => Doubt | null
  readonly trusted: TrustedWords
}

/** Whether a word may be wrong, given the words before and after it (empty if more than a space separates them). */
type Doubt = (before: string, after: () => string) => boolean

/** The ways in which a word of A–Z that is right by itself may be wrong beside others; null for those that do not apply. */
function englishDoubts(word: string, glossary: Glossary): (Doubt | null)[] {
  const isTail = isCapital(word) && glossary.tails.has(word.toLowerCase())
  const firsts = beforeLastOfPhrase(word)
  const isPart = mayBePartOfWord(word, glossary)
  return [
    isTail ? (before) => joinedName(before, word, glossary) !== null : null,
    firsts ? (before) => firsts.has(before.toLowerCase()) : null,
    glossary.ofMaker.has(word) ? (before) => afterMaker(before, word, glossary) !== null : null,
    isPart ? (before, after) => rejoined(before, word) !== null || rejoined(word, after()) !== null : null,
  ]
}

/** Whether to check a word as Vietnamese. In an English text, only words with Vietnamese letters are checked, mostly names. */
export function mayBeVietnamese(word: string, language: Language): boolean {
  return language === 'vi' || /[À-ỹ]/.test(word)
}

/** Whether a word is written in A–Z alone. */
export function isEnglish(word: string): boolean {
  return /^[A-Za-z]+$/.test(word)
}
