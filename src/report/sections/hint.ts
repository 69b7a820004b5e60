import { LANGUAGES, type Schema } from '../../schema/schema.js'
import { type Counts, increase } from '../../text/counts.js'
import { memoizeByObject } from '../../text/memoize.js'
import { plainTitles, plainWords, titleWords } from './heading-title.js'
import { type Phrases, phrasesOf, standsAt } from './phrases.js'

/** Finds the id of the section at which a title hints; null if there is none, or if several are equally likely. */
export type Hinter = (title: string) => string | null

/** The share of a title's words, fillers and small words apart, that the hints must exceed. */
const ENOUGH_WORDS = 0.5

/** Longer titles are sentences, or the titles of talks. */
const MOST_WORDS = 14

/** The hinter for a schema, prepared once. */
export const hinterOf = memoizeByObject((schema: Schema): Hinter => {
  const hints = phrasesOf(schema, 'hints')
  const { fillers, smallWords } = schema
  const small = new Set(
    plainTitles(LANGUAGES.flatMap((language) => [...fillers[language], ...smallWords[language]])).flatMap(titleWords),
  )
  return (title) => {
    const words = plainWords(title)
    return words.length > MOST_WORDS ? null : hintIn(words, hints, small)
  }
})

function hintIn(words: readonly string[], hints: Phrases, small: ReadonlySet<string>): string | null {
  const spoken: Counts<string> = new Map()
  let saying = 0
  for (let at = 0; at < words.length; ) {
    const word = words[at] ?? ''
    const hint = hints.get(word)?.find((one) => standsAt(words, at, one))
    if (hint) increase(spoken, hint.id, hint.words.length)
    if (hint || !(small.has(word) || /^\d+$/.test(word))) saying += hint?.words.length ?? 1
    at += hint?.words.length ?? 1
  }
  const [best, second] = [...spoken].sort(([, a], [, b]) => b - a)
  if (!best || best[1] === second?.[1]) return null
  return best[1] / saying > ENOUGH_WORDS ? best[0] : null
}
