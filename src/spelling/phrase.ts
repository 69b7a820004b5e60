import { isCapital } from '../text/capitals.js'
import { once } from '../text/memoize.js'
import { wrongPhrases } from './english-mistakes.js'
import type { Correction } from './english-word.js'
import type { Glossary } from './glossary.js'
import { likeCase } from './letter-case.js'
import type { Word } from './words.js'

/** What some words that stand side by side should be, from the one of an index to that of another. */
export interface PhraseCorrection extends Correction {
  readonly from: number
  readonly to: number
}

const LONGEST_PHRASE = 3

/** For the last word of each phrase that is wrong, the words that stand before it in one. */
const lastWords = once(() => {
  const before = new Map<string, Set<string>>()
  for (const phrase of wrongPhrases().keys()) {
    const [last = '', second = ''] = phrase.split(' ').reverse()
    before.set(last, (before.get(last) ?? new Set()).add(second))
  }
  return before
})

/** The words in small letters behind which a word may end a phrase that is wrong; null where there are none. */
export function beforeLastOfPhrase(word: string): ReadonlySet<string> | null {
  return lastWords().get(word.toLowerCase()) ?? null
}

/** What the phrase that ends with the word at an index should be; null where none is known to be wrong. */
export function wrongPhraseAt(words: readonly Word[], at: number, { known }: Glossary): PhraseCorrection | null {
  const last = words[at]?.text ?? ''
  // `work with out-of-date data`
  if (!beforeLastOfPhrase(last) || words[at + 1]?.gap === '-') return null
  let written = last
  for (let from = at - 1; at - from < LONGEST_PHRASE && words[from + 1]?.gap === ' '; from--) {
    const first = words[from]
    if (!first || first.glued) return null
    written = `${first.text} ${written}`
    const right = wrongPhrases().get(written.toLowerCase())
    if (right === undefined || known.has(written)) continue
    if (!isCapital(right)) return { word: likeCase(right, first.text), certain: true, from, to: at }
    // `Elastic container services` may be anybody's, `Terra form` is a name.
    const isName = isCapital(first.text) && (isCapital(last) || !right.includes(' '))
    return isName ? { word: right, certain: true, from, to: at } : null
  }
  return null
}
