import { kept } from '../text/kept.js'
import type { Correction } from './english-word.js'
import type { Glossary } from './glossary.js'
import { isUpper } from './letter-case.js'
import { joined, unshouted } from './product-name.js'
import { verdictOn } from './verdict.js'
import { endsConfusion, isConfusion } from './vietnamese-confusions.js'

/** What is thought of single words, by one glossary. */
export interface Judge {
  /** What a word of A–Z should be; null where nothing is wrong with it, or nobody knows. */
  judge(word: string): Correction | null
  /** Whether something may be wrong with a word, by itself or by the word before it. */
  mayErr(word: string, before: string | undefined): boolean
}

/** Reports share most of their words, so what is thought of one is kept for the next. */
const judges = new WeakMap<Glossary, Judge>()

/** A vocabulary far above that of a thousand reports. */
const MOST_KEPT = 200_000

export function judgeOf(glossary: Glossary): Judge {
  const known = judges.get(glossary)
  if (known) return known
  const judge = kept((word) => verdictOn(word, glossary), MOST_KEPT)
  const suspicionOf = kept((word): Suspicion => {
    if (!isEnglish(word)) return endsConfusion(word) ? 'behind another' : 'none'
    if (unshouted(word, glossary) || judge(word)) return 'alone'
    return isUpper(word[0]) && glossary.tails.has(word.toLowerCase()) ? 'behind another' : 'none'
  }, MOST_KEPT)
  const mayErr = (word: string, before: string | undefined): boolean => {
    if (isShort(word)) return false
    const suspicion = suspicionOf(word)
    if (suspicion !== 'behind another') return suspicion === 'alone'
    return isEnglish(word) ? before !== undefined && joined(before, word, glossary) !== null : isConfusion(before, word)
  }
  const made = { judge, mayErr }
  judges.set(glossary, made)
  return made
}

/** Whether something may be wrong with a word by itself, or only if a certain one stands before it. */
type Suspicion = 'none' | 'alone' | 'behind another'

/** Whether a word of a–z is too short to be judged, as nearly half of all are. */
function isShort(word: string): boolean {
  if (word.length > 3) return false
  for (let at = 0; at < word.length; at++) {
    const code = word.charCodeAt(at)
    if (code < 0x61 || code > 0x7a) return false
  }
  return true
}

/** Whether a word is written in A–Z alone. */
export function isEnglish(word: string): boolean {
  return /^[A-Za-z]+$/.test(word)
}
