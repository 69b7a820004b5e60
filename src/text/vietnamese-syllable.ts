/** A syllable without its marks: first consonants, vowels, last consonants. */
const SYLLABLE = /^(?:ngh?|nh|ph|th|tr|ch|gh|gi|kh|qu|[bcdghklmnpqrstvx])?([aeiouy]{1,3})(?:ch|nh|ng|[cmnpt])?$/

/** The vowels of syllables without their marks. In the expression above they would take three times as long to get ready. */
const VOWELS: ReadonlySet<string> = new Set(
  (
    'a e i o u y ai ao au ay eo eu ia ie iu oa oe oi oo ua ue ui uo uu uy ye ' +
    'uye uya oai oay oeo uay uoi uou uyu ieu yeu'
  ).split(' '),
)

/**
 * Whether a lower-case word of a–z could be a Vietnamese syllable without its marks. English reports are full of them in
 * names (Nghiem, Truong, Quynh), Vietnamese ones where the writer left the marks out.
 */
export function isSyllable(word: string): boolean {
  return VOWELS.has(SYLLABLE.exec(word)?.[1] ?? '')
}

const MARKS = /[\u0300-\u036f]/g

/**
 * The two syllables of a word with a capital inside that lacks the blank before it (`ĐộiTranh`); null for any other word. Without
 * marks it may well be a name that is spelled so.
 */
export function partedSyllables(word: string): readonly [string, string] | null {
  const letters = word.normalize('NFC')
  const rest = letters.slice(1)
  if (rest === rest.toLowerCase() || letters.normalize('NFD') === letters) return null
  const cut = 1 + [...rest].findIndex((letter) => letter !== letter.toLowerCase())
  const [first, second] = [letters.slice(0, cut), letters.slice(cut)]
  const areSyllables = [first, second].every((part) => part.length > 1 && isSyllable(bareOf(part)))
  return areSyllables && second.slice(1) === second.slice(1).toLowerCase() ? [first, second] : null
}

/** Syllables in small letters and without their marks. */
export function bareOf(syllable: string): string {
  return syllable.toLowerCase().replaceAll('đ', 'd').normalize('NFD').replace(MARKS, '')
}
