import { foldWord } from './fold-word.js'

/** A syllable without diacritics: initial consonants, vowels, final consonants. */
const SYLLABLE = /^(?:ngh?|nh|ph|th|tr|ch|gh|gi|kh|qu|[bcdghklmnpqrstvx])?([aeiouy]{1,3})(?:ch|nh|ng|[cmnpt])?$/

/** The vowels of syllables without diacritics. In the expression above, they would take three times as long to compile. */
const VOWELS: ReadonlySet<string> = new Set(
  (
    'a e i o u y ai ao au ay eo eu ia ie iu oa oe oi oo ua ue ui uo uu uy ye ' +
    'uye uya oai oay oeo uay uoi uou uyu ieu yeu'
  ).split(' '),
)

/**
 * Whether a lower-case word of the letters a–z could be a Vietnamese syllable without its diacritics. English reports contain many,
 * in names (Nghiem, Truong, Quynh), and Vietnamese ones where the author left out the diacritics.
 */
export function isSyllable(word: string): boolean {
  return VOWELS.has(SYLLABLE.exec(word)?.[1] ?? '')
}

/**
 * The two syllables of a word with a capital inside (`ĐộiTranh`), where a space is missing; null for any other word. A word
 * without diacritics may be a name that is spelled like that.
 */
export function partedSyllables(word: string): readonly [string, string] | null {
  const letters = word.normalize('NFC')
  const rest = letters.slice(1)
  if (rest === rest.toLowerCase() || letters.normalize('NFD') === letters) return null
  const cut = 1 + [...rest].findIndex((letter) => letter !== letter.toLowerCase())
  const [first, second] = [letters.slice(0, cut), letters.slice(cut)]
  const areSyllables = [first, second].every((part) => part.length > 1 && isSyllable(foldWord(part)))
  return areSyllables && second.slice(1) === second.slice(1).toLowerCase() ? [first, second] : null
}
