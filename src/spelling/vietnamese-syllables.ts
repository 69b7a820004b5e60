import { foldWord } from '../text/fold-word.js'
import { type Groups, groupBy } from '../text/group-by.js'
import { memoize, once } from '../text/memoize.js'
import { slips } from '../text/slips.js'
import type { Correction } from './correction.js'
import data from './data/vietnamese-syllables.yaml'
import { readLists } from './lists.js'

/** The parts of a syllable: `nghề` is `ngh`, `ê` and the tone huyền. */
interface Syllable {
  /** Its first consonants; empty if it begins with a vowel. */
  readonly onset: string
  /** The rest of it without the tone. */
  readonly rhyme: string
  /** The index of its tone in `TONES`. */
  readonly tone: number
}

/** The most memoized words for each question about them: texts share a few thousand. */
export const MAX_SYLLABLES = 10_000

/** The marks of the tones, in the order of the list. */
const TONES = ['', '\u0300', '\u0301', '\u0309', '\u0303', '\u0323']
const TONE = /[\u0300\u0301\u0309\u0303\u0323]/
const HOI = 3
const NGA = 4
/** `nghiêng` */
const LONGEST = 7

const SYLLABLE =
  /^(ngh?|nh|ph|th|tr|ch|gh|gi(?=[aeiouyăâêôơư])|kh|qu|[bcdghklmnprstvxđ])?([aeiouyăâêôơư]{1,3}(?:ch|nh|ng|[cmnpt])?)$/
const VOWEL = /[aeiouy]/

/** First and last consonants that sound alike in some dialects, or are spellings of one sound before different vowels. */
const LIKE_ONSETS: Readonly<Record<string, readonly string[]>> = {
  c: ['k'],
  ch: ['tr'],
  d: ['gi', 'r', 'v', 'đ'],
  g: ['gh'],
  gh: ['g'],
  gi: ['d', 'r'],
  k: ['c', 'kh'],
  l: ['n'],
  n: ['l'],
  ng: ['ngh'],
  ngh: ['ng'],
  qu: ['c'],
  r: ['d', 'gi'],
  s: ['x'],
  tr: ['ch'],
  v: ['d'],
  x: ['s'],
  đ: ['d'],
}
const LIKE_ENDS: Readonly<Record<string, readonly string[]>> = {
  c: ['t'],
  ch: ['c', 't'],
  n: ['ng', 'nh'],
  ng: ['n'],
  nh: ['n'],
  t: ['c'],
}

/** Spellings of the same first consonant before different vowels. */
const SPELLED_BY_VOWEL = [
  ['c', 'k'],
  ['g', 'gh'],
  ['ng', 'ngh'],
]

/** Letters that are left out or written twice: `nhữg`, `hìh`, `viênn`. */
const SLIPS = [
  [/(?<!n)g$/, 'ng'],
  [/(?<![cn])h$/, 'nh'],
  [/(.)\1/, '$1'],
] as const

/** The keys for the tones in Telex, in the order of `TONES`: one may be left as a letter at the end of a word (`đươcj`). */
const TONE_KEYS = ' fsrxj'

/** For each rhyme and tone, the first consonants with which it is a syllable, with blanks around each. */
const onsetsByRhyme = once(
  (): ReadonlyMap<string, readonly string[]> =>
    new Map(
      (readLists(data).get('rhymes') ?? []).map((line) => {
        const [rhyme = '', tones = ''] = line.split(': ')
        return [rhyme, tones.split(';').map((onsets) => ` ${onsets.trim()} `)]
      }),
    ),
)

/** After these first consonants, “i” is spelled “y”: `kỹ`, `lý`, `quy`, `ý`. */
const WITH_Y = ['', 'k', 'l', 'qu']

/** The syllables that event reports use. */
const commonSyllables = once((): readonly string[] =>
  [...onsetsByRhyme()].flatMap(([rhyme, tones]) =>
    tones.flatMap((onsets, tone) =>
      Array.from(onsets.matchAll(/([^\s*+]{1,3})[*+]/g), ([, listed = '']) => {
        const onset = listed === '-' ? '' : listed
        return written({ onset, rhyme: rhyme === 'i' && WITH_Y.includes(onset) ? 'y' : rhyme, tone })
      }),
    ),
  ),
)

/** The rhymes, grouped by their letters without marks. */
const rhymesByLetters = once((): Groups<string, string> => groupBy(onsetsByRhyme().keys(), foldWord))

/**
 * The common syllable that a word which is no syllable should be; null if it is one, or if no correction is likely enough.
 * @param word in lower case and composed letters
 */
export const intendedSyllable = memoize((word): Correction | null => {
  // Without any mark it may well be English.
  if (/^[a-z]*$/.test(word)) return null
  const syllable = partsOf(word)
  if (!syllable) return slipOf(word)
  if (isSyllable(syllable)) return null
  const common = similarSyllables(syllable).filter(isCommon)
  const commonest = common.filter(isCommonest)
  const twin = twinOf(syllable)
  if (twin && isCommon(twin)) return { word: written(twin), certain: isCommonest(twin) || commonest.length === 0 }
  const [intended, ...others] = common.length > 1 ? commonest : common
  if (!intended || others.length > 0) return slipOf(word)
  return { word: written(intended), certain: common.length === 1 && cannotBeElse(syllable, intended) }
}, MAX_SYLLABLES)

/**
 * The spellings that sound like a syllable in some dialect, whether they exist or not: hỏi for ngã, s for x, n for ng.
 * @param word in lower case and composed letters
 */
export const homophoneSpellings = memoize((word): string[] => {
  const syllable = partsOf(word)
  if (!syllable) return []
  const twin = twinOf(syllable)
  return [...(twin ? [twin] : []), ...homophonesOf(syllable)].map(written)
}, MAX_SYLLABLES)

/**
 * The common syllables at an edit distance of 1 from a word that is no syllable: a letter or its mark, or two swapped letters.
 * @param word in lower case and composed letters
 */
export const syllablesNear = memoize((word): readonly string[] => {
  // Without a vowel it is an abbreviation.
  if (/^[a-z]*$/.test(word) || !VOWEL.test(foldWord(word)) || word.length > LONGEST + 1) return []
  const syllable = partsOf(word)
  if (syllable && isSyllable(syllable)) return []
  return commonSyllables().filter((common) => slips(word, common, 1) === 1)
}, MAX_SYLLABLES)

/** Whether a word is one of the syllables that event reports use. */
export function isCommonSyllable(word: string): boolean {
  const syllable = partsOf(word)
  return syllable !== null && isCommon(syllable)
}

/**
 * The likeliest of `syllablesNear`: the only one with the same letters in another order, else the only one at all, else the only one
 * of the same length that nearly all reports use; null without one.
 * @param word in lower case and composed letters
 */
export const likeliestSyllable = memoize((word): string | null => {
  const near = syllablesNear(word)
  const letters = lettersInOrder(word)
  const swapped = near.filter((like) => lettersInOrder(like) === letters)
  const commonest = near.filter((like) => {
    const syllable = like.length === word.length ? partsOf(like) : null
    return syllable !== null && isCommonest(syllable)
  })
  const likeliest = [swapped, near, commonest].find(({ length }) => length === 1)
  return likeliest?.[0] ?? null
}, MAX_SYLLABLES)

function lettersInOrder(word: string): string {
  return [...word].sort().join('')
}

/** The correction of a word with a letter left out or doubled, or with the key of its tone at the end. */
function slipOf(word: string): Correction | null {
  const typed = partsOf(word.slice(0, -1))
  const tone = TONE_KEYS.indexOf(word.slice(-1))
  if (typed?.tone === 0 && tone > 0 && isCommon({ ...typed, tone }))
    return { word: written({ ...typed, tone }), certain: true }
  for (const [slip, right] of SLIPS) {
    const intended = slip.test(word) ? partsOf(word.replace(slip, right)) : null
    // `ccá` may be các as well.
    if (intended && isCommon(intended)) return { word: written(intended), certain: syllablesNear(word).length === 1 }
  }
  return null
}

/** The parts of a word that is built like a syllable, whether it is one or not; null for anything else. */
function partsOf(word: string): Syllable | null {
  if (word.length > LONGEST) return null
  const letters = word.normalize('NFD')
  const at = letters.search(TONE)
  const toneless = at < 0 ? word : (letters.slice(0, at) + letters.slice(at + 1)).normalize('NFC')
  // A second tone stands on a letter that the expression does not know.
  const [, onset = '', rhyme] = SYLLABLE.exec(toneless) ?? []
  return rhyme === undefined ? null : { onset, rhyme, tone: TONES.indexOf(letters[at] ?? '') }
}

/** A syllable as it is spelled. */
function written({ onset, rhyme, tone }: Syllable): string {
  const end = toneIndex(rhyme) + 1
  return (onset + rhyme.slice(0, end) + TONES[tone] + rhyme.slice(end)).normalize('NFC')
}

/**
 * The index of the letter that bears the tone: a vowel with a mark, in `ươ` the second one; else the last vowel before a consonant,
 * the middle one of three, or the first one.
 */
function toneIndex(rhyme: string): number {
  const marked = rhyme.search(/[ăâêôơư](?![ơ])/)
  if (marked >= 0) return marked
  const vowels = rhyme.search(/[cmnpt]|$/)
  if (vowels < rhyme.length) return vowels - 1
  return vowels === 3 ? 1 : 0
}

function isSyllable(syllable: Syllable): boolean {
  return isListed(syllable, '') || isCommon(syllable)
}

function isCommon(syllable: Syllable): boolean {
  return isListed(syllable, '*') || isCommonest(syllable)
}

function isCommonest(syllable: Syllable): boolean {
  return isListed(syllable, '+')
}

function isListed({ onset, rhyme, tone }: Syllable, sign: string): boolean {
  const onsets = onsetsByRhyme().get(rhyme === 'y' ? 'i' : rhyme)?.[tone]
  return onsets?.includes(` ${onset || '-'}${sign} `) === true
}

/** The syllable with ngã for hỏi, or hỏi for ngã, which sound the same in half of the country; null for other tones. */
function twinOf(syllable: Syllable): Syllable | null {
  if (syllable.tone === HOI) return { ...syllable, tone: NGA }
  return syllable.tone === NGA ? { ...syllable, tone: HOI } : null
}

/** The syllables that sound or look alike: with other first or last consonants, other diacritics, or another tone. */
function similarSyllables(syllable: Syllable): Syllable[] {
  const { onset, rhyme, tone } = syllable
  return [
    ...homophonesOf(syllable),
    ...(rhymesByLetters().get(foldWord(rhyme)) ?? []).map((like) => ({ onset, rhyme: like, tone })),
    ...TONES.map((_, like) => ({ onset, rhyme, tone: like })),
  ]
}

/** The syllables that sound alike in some dialect, with other first or last consonants. */
function homophonesOf({ onset, rhyme, tone }: Syllable): Syllable[] {
  const [, start = '', end = ''] = /^(.*?)(ch|nh|ng|[cmnpt])?$/.exec(rhyme) ?? []
  return [
    ...(LIKE_ONSETS[onset] ?? []).map((like) => ({ onset: like, rhyme, tone })),
    ...(LIKE_ENDS[end] ?? []).map((like) => ({ onset, rhyme: start + like, tone })),
  ]
}

/** Whether a spelling is impossible and so can only mean one syllable: `nghành`, `đuợc`; `kêt` lacks a tone that its end allows. */
function cannotBeElse(syllable: Syllable, intended: Syllable): boolean {
  if (syllable.rhyme !== intended.rhyme)
    return !onsetsByRhyme().has(syllable.rhyme) && foldWord(syllable.rhyme) === foldWord(intended.rhyme)
  if (syllable.onset === intended.onset) return /[cpt]$|ch$/.test(syllable.rhyme)
  return SPELLED_BY_VOWEL.some((onsets) => onsets.includes(syllable.onset) && onsets.includes(intended.onset))
}
