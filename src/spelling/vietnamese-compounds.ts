import { kept, once } from '../text/kept.js'
import data from './data/vietnamese-compounds.yaml'
import { readLists } from './lists.js'
import { soundLikes } from './vietnamese-syllables.js'

/** The words of two syllables: the second ones by the first, and the first ones by the second. */
const compounds = once(() => {
  const seconds = new Map<string, ReadonlySet<string>>()
  const firsts = new Map<string, string[]>()
  for (const line of readLists(data).get('compounds') ?? []) {
    const [first = '', rest = ''] = line.split(': ')
    const those = rest.split(' ')
    seconds.set(first, new Set(those))
    for (const second of those) firsts.set(second, [...(firsts.get(second) ?? []), first])
  }
  return { seconds, firsts }
})

/** Whether two syllables are a word. Like all of these, they are in lower case and composed letters. */
export function isCompound(first: string, second: string): boolean {
  return compounds().seconds.get(first)?.has(second) === true
}

/**
 * What may stand wrongly before a syllable, with the word that both are meant for: before `lỏi` it is `cốt`, for `cốt lõi`; null
 * where nothing is.
 */
export const wrongBefore = kept((syllable): ReadonlyMap<string, string> | null => {
  const { firsts } = compounds()
  const meant = new Map<string, string>()
  const several = new Set<string>()
  const add = (written: string, first: string, second: string): void => {
    const word = `${first} ${second}`
    if (meant.has(written) && meant.get(written) !== word) several.add(written)
    if (!isCompound(written, syllable)) meant.set(written, word)
  }
  for (const first of firsts.get(syllable) ?? []) for (const like of soundLikes(first)) add(like, first, syllable)
  for (const like of soundLikes(syllable)) for (const first of firsts.get(like) ?? []) add(first, first, like)
  for (const written of several) meant.delete(written)
  return meant.size > 0 ? meant : null
}, 10_000)
