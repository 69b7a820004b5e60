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

/** What is thought of single words, by one glossary. */
export interface Judge {
  /** What a word of A–Z should be; null where nothing is wrong with it, or nobody knows. */
  judge(word: string): Correction | null
  /**
   * Whether something may be wrong with a word in a span of a text: if not, none of them needs to be looked at. In an English
   * text no word of A–Z is taken for the second half of a Vietnamese one, which few of them are.
   */
  mayErr(text: string, span: Range, language: Language): boolean
}

/** A vocabulary far above that of a thousand reports. */
const MOST_KEPT = 200_000

/** Reports share most of their words, so what is thought of one is kept for the next. */
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
    // Few ask for it.
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

/** What is thought of words in texts of one language, and the words of which nothing bad is. */
interface Doubts {
  readonly doubtOn: (word: string) => Doubt | null
  readonly sound: SoundWords
}

/** Whether something may be wrong with a word, by itself or beside others that a blank parts from it. */
type Doubt = (before: string, after: () => string) => boolean

/** What may be wrong with a word of A–Z that is right by itself. */
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

/** Whether a word is to be held against Vietnamese ones; in an English text those with Vietnamese letters are, names for the most part. */
export function mayBeVietnamese(word: string, language: Language): boolean {
  return language === 'vi' || /[À-ỹ]/.test(word)
}

/** Whether a word is written in A–Z alone. */
export function isEnglish(word: string): boolean {
  return /^[A-Za-z]+$/.test(word)
}
