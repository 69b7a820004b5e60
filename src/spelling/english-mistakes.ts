import { once } from '../text/kept.js'
import data from './data/english.yaml'
import { readLists } from './lists.js'

/** The English words that are known to be misspelt, and what they should be; read when they are first asked for. */
export const englishMistakes = once(
  (): ReadonlyMap<string, string> =>
    new Map((readLists(data).get('wrong') ?? []).map((line) => line.split(' → ') as [string, string])),
)
