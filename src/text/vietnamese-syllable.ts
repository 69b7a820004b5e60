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

/** What ends in a stop is spoken with one of two tones only: sắc or nặng. */
const STOP_TONES = ['\u0301', '\u0323']
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g
/** The marks that make vowels of their own: â, ă, ơ. */
const VOWEL_MARKS = ['\u0302', '\u0306', '\u031b']
const MARKS = /[\u0300-\u036f]/g
const LAST_VOWEL = /[aeiouy](?=(?:ch|[cpt])$)/

/**
 * The two syllables that one with a stop at its end and another tone than these, or none, can stand for (`tâp`: `tấp`, `tập`);
 * empty for any other word.
 * @param word in lower case and composed letters
 */
export function stopSyllables(word: string): readonly string[] {
  // Without any mark it may well be English.
  if (/^[a-z]*$/.test(word)) return []
  const letters = word.replaceAll('đ', 'd').normalize('NFD')
  if (letters === word || STOP_TONES.some((tone) => letters.includes(tone))) return []
  const bare = letters.replace(MARKS, '')
  if (!LAST_VOWEL.test(bare) || !isSyllable(bare)) return []
  const toneless = word.normalize('NFD').replace(TONES, '')
  // The tone is written on the last vowel with a mark of its own, or else on the last one.
  const mark = Math.max(...VOWEL_MARKS.map((one) => toneless.lastIndexOf(one)))
  const end = 1 + (mark < 0 ? toneless.search(LAST_VOWEL) : mark)
  return STOP_TONES.map((tone) => (toneless.slice(0, end) + tone + toneless.slice(end)).normalize('NFC'))
}

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

/** A syllable in small letters and without its marks. */
function bareOf(syllable: string): string {
  return syllable.toLowerCase().replaceAll('đ', 'd').normalize('NFD').replace(MARKS, '')
}
