import type { Correction } from './correction.js'
import { type Dawg, rankOf } from './dawg.js'

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))

/** Words with which identifiers neither begin nor end, unlike `thisarg` and `timethis`: a space is surely missing beside them. */
const SURELY_BEFORE = words('and of our that the their these those')
const SURELY_AFTER = words('and the their')
/** Words with which others may begin or end (`fortune`, `relativeto`). */
const MAYBE_BEFORE = words('for this to with')
const MAYBE_AFTER = words('are for from is of that to with')
/** Function words: two of them run together are surely wrong if one is in the lists below, unlike `whatis` and `asis`. */
const SMALL = words(
  'about after all and are as at be been before between by can for from had has have how in into is it its more not of on or our ' +
    'such than that the their them these they this those through to was we were what when where which while who will with would you',
)
const SMALL_BEFORE = words('and the their these this those')
const SMALL_AFTER = words('be been the their them these this those')

/** In letters, as are the following lengths. */
const SHORTEST = 5
const SHORTEST_TITLE = 9
/** The least lengths of the other part beside a function word of the first or the second kind. */
const SHORTEST_SURE = 4
const SHORTEST_MAYBE = 6
/** The least rank of the other part. */
const COMMON = 7

/**
 * The two words that an unknown lower-case word is made of by mistake, one of them a function word (`inthe`, `andautomation`); null
 * if it cannot be told. Two other words may be joined on purpose (`failover`), or in an identifier.
 * @param isTitle whether it was written with a capital: a short one may be a name
 */
export function separated(dawg: Dawg, word: string, isTitle: boolean): Correction | null {
  if (word.length < (isTitle ? SHORTEST_TITLE : SHORTEST)) return null
  const found = Array.from({ length: word.length - 1 }, (_, at) => {
    const [first, second] = [word.slice(0, at + 1), word.slice(at + 1)]
    return { word: `${first} ${second}`, certain: sureness(dawg, first, second) }
  }).filter((one): one is Correction => one.certain !== null)
  const [first, ...others] = found
  return first ? { word: first.word, certain: first.certain && others.length === 0 } : null
}

/** Whether a word is certainly two words (`true`) or probably (`false`); null if it may well be one. */
function sureness(dawg: Dawg, first: string, second: string): boolean | null {
  if (SMALL.has(first) && SMALL.has(second)) return SMALL_BEFORE.has(first) || SMALL_AFTER.has(second) ? true : null
  const isWord = (part: string, shortest: number): boolean => part.length >= shortest && rankOf(dawg, part) >= COMMON
  if (SURELY_BEFORE.has(first) && isWord(second, SHORTEST_SURE)) return true
  if (SURELY_AFTER.has(second) && isWord(first, SHORTEST_SURE)) return true
  const isLikely = MAYBE_BEFORE.has(first)
    ? isWord(second, SHORTEST_MAYBE)
    : MAYBE_AFTER.has(second) && isWord(first, SHORTEST_MAYBE)
  return isLikely ? false : null
}
