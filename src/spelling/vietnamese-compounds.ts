import { foldWord } from '../text/fold-word.js'
import { groupBy } from '../text/group-by.js'
import { memoize, once } from '../text/memoize.js'
import data from './data/vietnamese-compounds.yaml'
import { readLists } from './lists.js'
import { homophoneSpellings, isCommonSyllable, MAX_SYLLABLES } from './vietnamese-syllables.js'

/** In letters: two of the longest syllables. */
const LONGEST = 14

/** The words of two syllables: by the first one, the second ones with blanks around each; and all second ones. */
const compounds = once(() => {
  const byFirst = new Map<string, string>()
  const seconds = new Set<string>()
  for (const line of readLists(data).get('compounds') ?? []) {
    const [first = '', rest = ''] = line.split(': ')
    byFirst.set(first, ` ${rest} `)
    for (const second of rest.split(' ')) seconds.add(second)
  }
  return { byFirst, seconds }
})

/** Whether two syllables are a word. Like all of these, they are in lower case and composed letters. */
export function isCompound(first: string, second: string): boolean {
  return compounds().byFirst.get(first)?.includes(` ${second} `) === true
}

/** The syllables of the words by what they are without their marks. */
const byBareLetters = once(() => {
  const { byFirst, seconds } = compounds()
  return groupBy(new Set([...byFirst.keys(), ...seconds]), foldWord)
})

/** The possible corrections of a syllable: its homophones and, for an uncommon one, the syllables with more diacritics (`phat triển`). */
const candidatesFor = memoize((syllable): readonly string[] => {
  const marked = isCommonSyllable(syllable) ? [] : (byBareLetters().get(foldWord(syllable)) ?? [])
  const lacking = marked.filter((like) => like !== syllable && lacksDiacritics(syllable, like))
  return [...new Set([...homophoneSpellings(syllable), ...lacking])]
}, MAX_SYLLABLES)

/** Whether another syllable with the same letters has all diacritics of a syllable. */
function lacksDiacritics(syllable: string, like: string): boolean {
  const [some, all] = [syllable, like].map((one) => one.normalize('NFD').replaceAll('đ', 'd\u0335')) as [string, string]
  let at = 0
  for (const sign of all) if (sign === some[at]) at++
  return at === some.length
}

/** Whether a syllable, or a possible correction of it, is the second one of any word: a quick test before `intendedCompound`. */
export const mayEndCompound = memoize((syllable): boolean => {
  const { seconds } = compounds()
  return seconds.has(syllable) || candidatesFor(syllable).some((like) => seconds.has(like))
}, MAX_SYLLABLES)

const mayBeginCompound = memoize((syllable): boolean => {
  const { byFirst } = compounds()
  return byFirst.has(syllable) || candidatesFor(syllable).some((like) => byFirst.has(like))
}, MAX_SYLLABLES)

/**
 * The only word that results from correcting one of two syllables that are no word together; null if they are one, or if there is
 * no such word, or more than one.
 */
export function intendedCompound(first: string, second: string): string | null {
  if (!mayBeginCompound(first) || isCompound(first, second)) return null
  // Without any diacritics, they were left out on purpose.
  const likes = /^[a-z]+$/.test(first + second) ? homophoneSpellings : candidatesFor
  let intended: string | null = null
  for (const like of likes(first)) {
    if (!isCompound(like, second)) continue
    if (intended !== null) return null
    intended = `${like} ${second}`
  }
  for (const like of likes(second)) {
    if (!isCompound(first, like)) continue
    if (intended !== null) return null
    intended = `${first} ${like}`
  }
  return intended
}

/** The two syllables of a word that is written without the blank between them (`giátrị`); null for anything else. */
export const partedCompound = memoize((word): readonly [string, string] | null => {
  // Without any mark it may well be English.
  if (/^[a-z]*$/.test(word) || word.length > LONGEST) return null
  for (let cut = 1; cut < word.length; cut++) {
    const [first, second] = [word.slice(0, cut), word.slice(cut)]
    if (isCompound(first, second)) return [first, second]
  }
  return null
}, MAX_SYLLABLES)
