import { once } from '../text/memoize.js'
import data from './data/english.yaml'
import { readLists } from './lists.js'

const lists = once(() => readLists(data))

/** The English words that are known to be misspelt, and what they should be; read when they are first asked for. */
export const englishMistakes = once((): ReadonlyMap<string, string> => mistakesIn('wrong'))

/** Phrases of two or three words in small letters that are one word, or the name of a product in another form. */
export const wrongPhrases = once((): ReadonlyMap<string, string> => mistakesIn('phrases'))

function mistakesIn(list: string): Map<string, string> {
  return new Map((lists().get(list) ?? []).map((line) => line.split(' → ') as [string, string]))
}
