import { once } from '../text/memoize.js'
import data from './data/english.yaml'
import { readLists } from './lists.js'

const lists = once(() => readLists(data))

/** Known English misspellings in lower case and their corrections; read on first use. */
export const englishMistakes = once((): ReadonlyMap<string, string> => mistakesIn('wrong'))

/** Phrases of two or three words in lower case, and the one word or the product's name that they should be. */
export const wrongPhrases = once((): ReadonlyMap<string, string> => mistakesIn('phrases'))

function mistakesIn(list: string): Map<string, string> {
  return new Map((lists().get(list) ?? []).map((line) => line.split(' → ') as [string, string]))
}
