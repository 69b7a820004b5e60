import { LANGUAGES, type Schema } from '../schema/schema.js'
import { addTo, type Groups } from '../text/group-by.js'
import { keptFor } from '../text/kept.js'
import { plainTitle, titleWords } from './heading-title.js'

/** Tells what section the words of a title hint at; null where none, or several alike. */
export type Hinter = (title: string) => string | null

/** More than half of the words that say anything must hint at the section. */
const ENOUGH_WORDS = 0.5

/** Longer titles are sentences, or the titles of talks. */
const MOST_WORDS = 14

/** A hint, as the words that it consists of. */
interface Hint {
  readonly id: string
  readonly words: readonly string[]
}

/** Prepares what a schema gives as hints, once; both languages at once, since reports mix them. */
export const hinterOf = keptFor((schema: Schema): Hinter => {
  const hints = hintsByFirstWord(schema)
  const small = new Set(
    LANGUAGES.flatMap((language) => [...schema.fillers[language], ...schema.smallWords[language]].flatMap(titleWords)),
  )
  return (title) => {
    const words = titleWords(plainTitle(title).main)
    return words.length > MOST_WORDS ? null : hintIn(words, hints, small)
  }
})

function hintsByFirstWord(schema: Schema): ReadonlyMap<string, readonly Hint[]> {
  const hints: Groups<string, Hint> = new Map()
  for (const section of schema.sections)
    for (const text of LANGUAGES.flatMap((language) => section.hints[language])) {
      const words = titleWords(plainTitle(text).main)
      const [first = ''] = words
      addTo(hints, first, { id: section.id, words })
    }
  for (const list of hints.values()) list.sort((a, b) => b.words.length - a.words.length)
  return hints
}

function hintIn(
  words: readonly string[],
  hints: ReadonlyMap<string, readonly Hint[]>,
  small: ReadonlySet<string>,
): string | null {
  const spoken = new Map<string, number>()
  let saying = 0
  for (let at = 0; at < words.length; ) {
    const word = words[at] ?? ''
    const hint = hints.get(word)?.find((one) => one.words.every((part, index) => words[at + index] === part))
    if (hint) spoken.set(hint.id, (spoken.get(hint.id) ?? 0) + hint.words.length)
    if (hint || !(small.has(word) || /^\d+$/.test(word))) saying += hint?.words.length ?? 1
    at += hint?.words.length ?? 1
  }
  const [best, second] = [...spoken].sort(([, a], [, b]) => b - a)
  if (!best || best[1] === second?.[1]) return null
  return best[1] / saying > ENOUGH_WORDS ? best[0] : null
}
