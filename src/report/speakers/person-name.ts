import { isCamelCase, isCapital } from '../../text/capitals.js'
import { foldWord } from '../../text/fold-word.js'
import { lowerCase } from '../../text/lower-case.js'
import { matchAt, skip } from '../../text/sticky.js'
import { isSyllable } from '../../text/vietnamese-syllable.js'
import { BEGINS_A_LABEL, NOT_A_FIRST_WORD, NOT_A_NAME, NOT_A_VIETNAMESE_NAME, SURNAMES } from './name-words.js'

/*
 * What a person's name looks like in an English or Vietnamese report. There is no list of names: the evidence is the form of the
 * words (capitals, Vietnamese syllables), common surnames, titles, and words that only occur in roles, firms, topics and labels.
 */

/**
 * How certain it is that words are a name. `sure`: a title, a surname or Vietnamese syllables show it; `likely`: only the capitals
 * do; `short`: it is a single syllable.
 */
export type Certainty = 'sure' | 'likely' | 'short'

export interface NameMatch {
  /** The offset after the name. */
  readonly end: number
  readonly certainty: Certainty
  /** Whether the name begins with a title ("Mr."). */
  readonly hasTitle: boolean
  /** The number of words, without the title. */
  readonly words: number
}

const MAX_WORDS = 6

/** For text in lower case. */
const TITLE =
  /^(?:(?:mr|ms|mrs|miss|dr|prof|assoc|hon|sir|eng|anh|chị|ông|bà|thầy|cô|bạn|ts|ths|pgs|gs|tiến sĩ|thạc sĩ|ngài|(?:his|her) excellency)(?![a-zÀ-ỿ])\.?|h\.\s?e\.?(?![a-zÀ-ỿ]))/
/** In characters: enough for the longest title, "his excellency", and what has to follow it. */
const MAX_TITLE = 18
const BLANKS = /[ \u00a0]*/y
const WORD = /[A-Za-zÀ-ỿ][A-Za-zÀ-ỿ]*(?:['’.-][A-Za-zÀ-ỿ][A-Za-zÀ-ỿ]*)*\.?/uy
const GAP = /[ \t\u00a0]+/y

/** A name as names are compared: without titles, diacritics, case and brackets. Empty if there is only a title. */
export function foldName(name: string): string {
  return foldWord(withoutTitle(name))
    .replace(/\([^)]{0,200}\)/g, ' ')
    .replace(/[^A-Za-zÀ-ỿ\d]+/gu, ' ')
    .trim()
}

/** A name without the titles before it. */
export function withoutTitle(name: string): string {
  return name.slice(titleEnd(name, 0))
}

/** A key that is the same for all orders of a name's words: "Tran Vi", "Vi Tran" and "Trần Vi" share one. */
export function personKey(name: string): string {
  return foldName(name).split(' ').sort().join(' ')
}

/** Whether a name is in the Vietnamese order, surname first. */
export function beginsWithSurname(name: string): boolean {
  return SURNAMES.has(foldName(name).split(' ', 1)[0] ?? '')
}

/**
 * The longest name, with its title, that starts at `start` and ends before `limit`; null if there is none.
 * @param isEmphasised whether the words are in bold or italics: then one of them may lack its capital
 */
export function readName(text: string, start: number, limit = text.length, isEmphasised = false): NameMatch | null {
  const first = titleEnd(text, start)
  const hasTitle = first > start
  const name = readWords(text, first, limit, isEmphasised, hasTitle)
  // "Anh" and "Cô" also occur in names: `Anh Pham` has no title.
  return name ?? (hasTitle ? readWords(text, start, limit, isEmphasised, false) : null)
}

function readWords(
  text: string,
  start: number,
  limit: number,
  isEmphasised: boolean,
  hasTitle: boolean,
): NameMatch | null {
  const words: string[] = []
  let end = start
  for (let at = start; words.length <= MAX_WORDS; ) {
    const [word] = matchAt(WORD, text, at) ?? []
    if (word === undefined || at + word.length > limit) break
    // After a whole word, a full stop ends the sentence; after one or two letters, it belongs to an initial.
    const bare = /[A-Za-zÀ-ỿ]{3}\.$/u.test(word) ? word.slice(0, -1) : word
    if (!isCapital(bare) && !(isEmphasised && lacksItsCapital(bare, words))) break
    words.push(bare)
    end = at + bare.length
    if (bare !== word) break
    at = skip(GAP, text, end)
    if (at === end) break
  }
  const certainty = certaintyOf(words, hasTitle)
  return certainty === null ? null : { end, certainty, hasTitle, words: words.length }
}

/** How certain it is that words are a name; null if they are not. */
function certaintyOf(words: readonly string[], hasTitle: boolean): Certainty | null {
  if (words.length === 0 || words.length > MAX_WORDS) return null
  const lower = words.map((word) => word.toLowerCase().replace(/\.$/, ''))
  if (lower.some((word) => NOT_A_NAME.has(word))) return null
  if (words.length > 1 && NOT_A_FIRST_WORD.has(lower[0] ?? '')) return null
  if (lower.some((_, at) => beginsLabel(lower.slice(at)))) return null
  const isAllCapitals = words.every((word) => word === word.toUpperCase())
  if (!isAllCapitals && words.some((word) => isAcronym(word))) return null
  if (words.some((word) => isCamelCase(word.replace(/^Ma?c/, '')))) return null

  const folded = lower.map(foldWord)
  const areSyllables = folded.every((word) => isSyllable(word) || word.length === 1)
  const hasSurname = SURNAMES.has(folded[0] ?? '') || SURNAMES.has(folded.at(-1) ?? '')
  if (isAllCapitals && !(words.length > 1 && hasSurname && areSyllables))
    return hasTitle && !isAcronym(words[0] ?? '') ? 'sure' : null
  if (hasTitle) return 'sure'
  if (words.length === 1) return areSyllables && (folded[0]?.length ?? 0) > 1 ? 'short' : null
  return areSyllables || hasSurname ? 'sure' : 'likely'
}

/** Whether words, in lower case, begin with a label or a role. */
function beginsLabel([first = '', second, third]: readonly string[]): boolean {
  const two = `${first} ${second}`
  return (
    first === 'tên' ||
    (second !== undefined && BEGINS_A_LABEL.has(first)) ||
    NOT_A_VIETNAMESE_NAME.has(two) ||
    NOT_A_VIETNAMESE_NAME.has(`${two} ${third}`)
  )
}

/** The offset after the titles at an offset; the same offset if there are none. */
function titleEnd(text: string, start: number): number {
  let end = start
  for (;;) {
    const title = TITLE.exec(lowerCase(text.slice(end, end + MAX_TITLE)))?.[0]
    if (title === undefined) return end
    end = skip(BLANKS, text, end + title.length)
  }
}

/** Whether a word in lower case is a syllable with diacritics after a surname: `Nguyễn tuấn Thịnh`. */
function lacksItsCapital(word: string, before: readonly string[]): boolean {
  const folded = foldWord(word)
  const [surname] = before
  return (
    surname !== undefined &&
    SURNAMES.has(foldWord(surname)) &&
    folded !== word &&
    isSyllable(folded) &&
    !NOT_A_NAME.has(word)
  )
}

function isAcronym(word: string): boolean {
  return word.length > 1 && [...word].every(isCapital)
}
