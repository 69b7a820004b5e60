import type { Language } from '../schema/schema.js'
import { isCapital } from '../text/capitals.js'
import { memoize, memoizeByObject } from '../text/memoize.js'
import type { Range } from '../text/range.js'
import type { Correction } from './english-word.js'
import type { Glossary } from './glossary.js'
import { MISREAD } from './misread.js'
import { beforeLastOfPhrase } from './phrase.js'
import { behindMaker, joined, unshouted } from './product-name.js'
import { type SoundWords, soundWords } from './sound-words.js'
import { mayBeTorn, mended } from './torn-word.js'
import { verdictOn } from './verdict.js'
import { vietnameseDoubt } from './vietnamese-confusions.js'
import { wordBeginningAt, wordEndingAt } from './words.js'

/** Judges words by one glossary. */
export interface Judge {
  /** The correction of a word of A–Z; null if it is right or unknown. */
  judge(word: string): Correction | null
  /**
   * Whether any word in a range of a text may be wrong; if not, the range needs no further checks. In an English text, words of A–Z
   * are not compared with Vietnamese ones.
   */
  mayErr(text: string, span: Range, language: Language): boolean
}

/** The most memoized words: far more than the vocabulary of a thousand reports. */
const MOST_KEPT = 200_000

/** The judge for a glossary. Reports share most of their words, so verdicts are memoized across reports. */
export const judgeOf = memoizeByObject((glossary: Glossary): Judge => {
  const judge = memoize((word) => verdictOn(word, glossary), MOST_KEPT)
  const doubtsIn = (language: Language): Doubts => {
    const doubtOn = memoize((word): Doubt | null => {
      // `bổ xung`: the second word of a wrong pair may do without marks.
      const doubt = mayBeVietnamese(word, language) ? vietnameseDoubt(word) : null
      if (!isEnglish(word)) return doubt
      if (word === MISREAD || unshouted(word, glossary) || judge(word)) return () => true
      const doubts = [doubt, ...englishDoubts(word, glossary)].filter((one) => one !== null)
      return doubts.length < 2 ? (doubts[0] ?? null) : (before, after) => doubts.some((one) => one(before, after))
    }, MOST_KEPT)
    return { doubtOn, sound: soundWords() }
  }
  const doubts = { en: doubtsIn('en'), vi: doubtsIn('vi') }
  const mayErr = (text: string, [start, end]: Range, language: Language): boolean => {
    const { doubtOn, sound } = doubts[language]
    let found = sound.nextOther(text, start, end)
    // Only computed on demand, as few doubts need it.
    const after = (): string => (found && text[found[1]] === ' ' ? wordBeginningAt(text, found[1] + 1, end) : '')
    for (; found; found = sound.nextOther(text, found[1], end)) {
      const [at] = found
      const word = text.slice(...found)
      const doubt = doubtOn(word)
      if (doubt === null) sound.add(word)
      else if (doubt(text[at - 1] === ' ' ? wordEndingAt(text, start, at - 1) : '', after)) return true
    }
    return false
  }
  return { judge, mayErr }
})

/** The doubts about words in texts of one language, and the words about which there are none. */
interface Doubts {
  readonly doubtOn: (word: string) => Doubt | null
  readonly sound: SoundWords
}

/** Whether a word may be wrong, given the words before and after it (empty if more than a space separates them). */
type Doubt = (before: string, after: () => string) => boolean

/** The ways in which a word of A–Z that is right by itself may be wrong beside others; null for those that do not apply. */
function englishDoubts(word: string, glossary: Glossary): (Doubt | null)[] {
  const isTail = isCapital(word) && glossary.tails.has(word.toLowerCase())
  const firsts = beforeLastOfPhrase(word)
  const isPart = mayBeTorn(word, glossary)
  return [
    isTail ? (before) => joined(before, word, glossary) !== null : null,
    firsts ? (before) => firsts.has(before.toLowerCase()) : null,
    glossary.ofMaker.has(word) ? (before) => behindMaker(before, word, glossary) !== null : null,
    isPart ? (before, after) => mended(before, word) !== null || mended(word, after()) !== null : null,
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
