import { LANGUAGES, type Schema } from '../../schema/schema.js'
import { type Counts, increase } from '../../text/counts.js'
import { memoizeByObject } from '../../text/memoize.js'
import { plainTitles, plainWords, titleWords } from './heading-title.js'
import { type Phrases, phrasesOf, standsAt } from './phrases.js'

/** Finds the id of the section at which a title hints; null if there is none, or if several are equally likely. */
export type Hinter = (title: string) => string | null

/** The share of a title's words, apart from fillers and small words, that the hints at the section must exceed. */
const MIN_SHARE = 0.5

/** Longer titles are sentences, or the titles of talks. */
const MAX_WORDS = 14

/** The hinter for a schema, prepared once. */
export const hinterOf = memoizeByObject((schema: Schema): Hinter => {
  const hints = phrasesOf(schema, 'hints')
  const { fillers, smallWords } = schema
  const small = new Set(
    plainTitles(LANGUAGES.flatMap((language) => [...fillers[language], ...smallWords[language]])).flatMap(titleWords),
  )
  return (title) => {
    const words = plainWords(title)
    return words.length > MAX_WORDS ? null : hintIn(words, hints, small)
  }
})

function hintIn(words: readonly string[], hints: Phrases, small: ReadonlySet<string>): string | null {
  /** By section, the number of words in hints at it. */
  const hinting: Counts<string> = new Map()
  let counted = 0
  for (let at = 0; at < words.length; ) {
    const word = words[at] ?? ''
    const hint = hints.get(word)?.find((phrase) => standsAt(words, at, phrase))
    const length = hint?.words.length ?? 1
    if (hint) increase(hinting, hint.id, length)
    if (hint || !(small.has(word) || /^\d+$/.test(word))) counted += length
    at += length
  }
  const [best, second] = [...hinting].sort(([, a], [, b]) => b - a)
  if (!best || best[1] === second?.[1]) return null
  return best[1] / counted > MIN_SHARE ? best[0] : null
}
