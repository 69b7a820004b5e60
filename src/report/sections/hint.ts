import { LANGUAGES, type Schema } from '../../schema/schema.js'
import { type Counts, increase } from '../../text/counts.js'
import { memoizeByObject } from '../../text/memoize.js'
import { plainTitle, plainTitles, titleWords } from './heading-title.js'
import { eventNamerOf } from './kinds-of-event.js'
import { type Phrases, phrasesOf, standsAt } from './phrases.js'

/** Finds the sections at which a title hints. */
export type Hinter = (title: string) => Hints

export interface Hints {
  /** The id of the section at which most of the title hints; null if there is none, or if several are equally likely. */
  readonly best: string | null
  /** Whether enough of the title hints at a section that is missing where the title is. */
  mayMean(id: string): boolean
}

/** The share of a title's words, apart from fillers and small words, that the hints at the section must exceed. */
const MIN_SHARE = 0.5

/** The same for a title in the first person, which is about the author, whatever its object is: "What I learned about queues". */
const MIN_SHARE_IN_FIRST_PERSON = 0.4

/** The same for a title where its section belongs; here, it is enough to reach it. */
const LEAST_SHARE_IN_PLACE = 1 / 3

const FIRST_PERSON = new Set('i me my myself we us our tôi mình em'.split(' '))

/** The title of one of several parts: "Talk 2: Queues", "Bài chia sẻ 1 – Hàng đợi". */
const NUMBERED_PART = /^(?:[a-zà-ỹ]{1,20} ){1,3}\d{1,2} ?[:–—-]/

/** Longer titles are sentences, or the titles of talks. */
const MAX_WORDS = 14

/** The hinter for a schema, prepared once. */
export const hinterOf = memoizeByObject((schema: Schema): Hinter => {
  const hints = phrasesOf(schema, 'hints')
  const { fillers, smallWords } = schema
  const withEvent = eventNamerOf(schema)
  const small = new Set(
    plainTitles(LANGUAGES.flatMap((language) => [...fillers[language], ...smallWords[language]])).flatMap(titleWords),
  )
  return (title) => {
    const { main } = plainTitle(title)
    const words = titleWords(main)
    if (words.length > MAX_WORDS || NUMBERED_PART.test(main)) return NO_HINTS
    const asWritten = hintsIn(words, hints, small)
    return asWritten.best === null ? hintsIn(titleWords(withEvent(main)), hints, small) : asWritten
  }
})

const NO_HINTS: Hints = { best: null, mayMean: () => false }

function hintsIn(words: readonly string[], hints: Phrases, small: ReadonlySet<string>): Hints {
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
  const minShare = words.some((word) => FIRST_PERSON.has(word)) ? MIN_SHARE_IN_FIRST_PERSON : MIN_SHARE
  const [first, second] = [...hinting].sort(([, a], [, b]) => b - a)
  return {
    best: first && first[1] !== second?.[1] && first[1] / counted > minShare ? first[0] : null,
    mayMean: (id) => (hinting.get(id) ?? 0) / counted >= LEAST_SHARE_IN_PLACE,
  }
}
