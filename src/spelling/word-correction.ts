import type { Correction } from './correction.js'
import { rankOf } from './dawg.js'
import { dictionary } from './dictionary.js'
import { englishMistakes } from './english-mistakes.js'
import { englishCorrection, isCompound, isKnown, SHORTEST } from './english-word.js'
import type { Glossary } from './glossary.js'
import { isTitleCase, isUpperCase, likeCase } from './letter-case.js'
import { recased, respelt } from './product-name.js'
import { separated } from './run-together.js'

/** In letters: longer runs are no words, and looking for their corrections would take long. */
const LONGEST = 40

/** The correction of a word of A–Z, regardless of its context; null if it is right or unknown. */
export function wordCorrection(word: string, glossary: Glossary): Correction | null {
  if (word.length > LONGEST || glossary.known.has(word)) return null
  const cased = recased(word, glossary)
  if (cased) return { word: cased, certain: true }
  const lower = word.toLowerCase()
  const isTitle = isTitleCase(word) && word.slice(1) === lower.slice(1)
  const isEnglishLike = isTitle || word === lower
  const right = englishMistakes().get(lower)
  // A listed mistake all in capitals is an abbreviation, unless its correction is all in capitals, too (`CICD`).
  const isOfCapitals = right === right?.toUpperCase()
  if (right !== undefined && (isOfCapitals ? isUpperCase(word) : isEnglishLike))
    return { word: likeCase(right, word), certain: true }
  if (word.length < SHORTEST || isUpperCase(word) || glossary.byLetters.has(lower)) return null

  const words = dictionary()
  if (isEnglishLike && isKnown(words, lower)) return null
  const english = isEnglishLike ? englishCorrection(words, lower, isTitle) : null
  // `testnig` is near to TestNG, but has no capital and a certain English correction.
  const isEnglish = english?.certain && word === lower && !glossary.byLetters.has(english.word)
  if (!isEnglish && (!isEnglishLike || !isCompound(words, lower))) {
    const name = respelt(word, glossary, (part) => rankOf(words, part) > 0)
    if (name) return { word: name, certain: true }
  }
  const correction = english ?? (isEnglishLike ? separated(words, lower, isTitle) : null)
  return correction && { ...correction, word: likeCase(correction.word, word) }
}
