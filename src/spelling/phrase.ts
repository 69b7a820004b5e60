import { isCapital } from '../text/capitals.js'
import { once } from '../text/memoize.js'
import type { PhraseCorrection } from './correction.js'
import { wrongPhrases } from './english-mistakes.js'
import type { Glossary } from './glossary.js'
import { likeCase } from './letter-case.js'
import type { Word } from './words.js'

/** In words. */
const LONGEST_PHRASE = 3

/** The last words of the wrong phrases, with the words that precede them. */
const lastWords = once(() => {
  const before = new Map<string, Set<string>>()
  for (const phrase of wrongPhrases().keys()) {
    const [last = '', second = ''] = phrase.split(' ').reverse()
    before.set(last, (before.get(last) ?? new Set()).add(second))
  }
  return before
})

/** The words (in lower case) after which a word may end a wrong phrase; null if it ends none. */
export function beforeLastOfPhrase(word: string): ReadonlySet<string> | null {
  return lastWords().get(word.toLowerCase()) ?? null
}

/** The correction of a wrong phrase that ends with the word at an index; null if there is none. */
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
    // `Elastic container services` need not mean the product, but `Terra form` is a name.
    const isName = isCapital(first.text) && (isCapital(last) || !right.includes(' '))
    return isName ? { word: right, certain: true, from, to: at } : null
  }
  return null
}
