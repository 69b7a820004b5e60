import { isCapital } from '../text/capitals.js'
import { slips } from '../text/slips.js'
import type { Correction, PhraseCorrection } from './correction.js'
import { type Glossary, lettersOf } from './glossary.js'
import { isUpperCase } from './letter-case.js'
import type { Word } from './words.js'

/** The words before the names of AWS services. */
const MAKERS = ['Amazon', 'AWS']
/** In letters, as are the following lengths: shorter words may be something else than a misspelt name. */
const SHORTEST_CASED = 3
const SHORTEST_JOINED = 3
const SHORTEST_IN_CAPITALS = 5
/** Shorter words may differ by a single letter and yet be another name, or another word. */
const SHORTEST_MISSPELT = 6
/** The same for names without a capital inside, and for names with two slips. */
const SHORTEST_MISSPELT_FLAT = 7
const SHORTEST_TWO_SLIPS = 9
/** Parts shorter than this tell products apart: MLOps and MyOps. */
const SHORTEST_WRONG_PART = 3

/**
 * The right spelling of a name written with other capitals, or as one word where it is two (`Github`, `QuickSuite`).
 * Names in lower case are accepted, as in commands, packages and addresses, except for those in `neverLower`; so are names in
 * capitals, as in headings.
 * @returns null if the word is right or unknown
 */
export function recased(word: string, { byLetters, known, neverLower }: Glossary): string | null {
  if (word.length < SHORTEST_CASED || known.has(word) || isUpperCase(word)) return null
  const maker = word.startsWith('A') && MAKERS.find((one) => word.startsWith(one))
  if (maker) {
    const service = word.slice(maker.length)
    if (byLetters.get(service.toLowerCase()) === service) return `${maker} ${service}`
  }
  // In many typefaces a small L looks like a capital I.
  const withI = word.replace(/l$/, 'I')
  const isMisread = word.endsWith('Al') && known.has(withI)
  const name = isMisread ? withI : byLetters.get(word.toLowerCase())
  if (!name || (word === word.toLowerCase() && !neverLower.has(name))) return null
  if (!name.includes(' ')) return lettersOf(name).length === name.length ? name : null
  return name.replaceAll(' ', '') === word ? name : null
}

/** The right spelling of a name with capitals inside that is all in capitals (`GENAI`), for a word among others that are not. */
export function fromCapitals(word: string, { byLetters, known }: Glossary): Correction | null {
  const name = word.length < SHORTEST_IN_CAPITALS || known.has(word) ? undefined : byLetters.get(word.toLowerCase())
  return name && /^[A-Z]+[a-z]+[A-Z]\w*$/.test(name) ? { word: name, certain: true } : null
}

/** The one-word name that is written as two words, split at a capital inside (`Agent Core`); null if there is none. */
export function joinedName(first: string, second: string, { byLetters, known }: Glossary): string | null {
  if (!isCapital(first) || !isCapital(second)) return null
  // `No SQL` and `My Query` are words of a sentence.
  if (first.length < SHORTEST_JOINED) return null
  const name = byLetters.get((first + second).toLowerCase())
  if (!name || known.has(`${first} ${second}`)) return null
  return /^[A-Za-z]+$/.test(name) && isCapital(name.slice(first.length)) ? name : null
}

/** The correction to a one-word name of which the word at an index is the second part; null if there is none. */
export function joinedNameAt(words: readonly Word[], at: number, glossary: Glossary): PhraseCorrection | null {
  const [before, word] = [words[at - 1], words[at]]
  const name = before && !before.glued && word?.gap === ' ' ? joinedName(before.text, word.text, glossary) : null
  return name === null ? null : { word: name, certain: true, from: at - 1, to: at }
}

/** The correction of an AWS service in lower case after its maker's name (`Amazon bedrock`); null if there is none. */
export function afterMaker(before: string, word: string, { known, ofMaker }: Glossary): Correction | null {
  const name = MAKERS.includes(before) && !known.has(word) ? ofMaker.get(word) : undefined
  return name === undefined ? null : { word: name, certain: true }
}

/**
 * The nearest name at an edit distance of 1, or 2 for long ones (`DepOps`, `Kubenetes`); null if there is none, or more than one.
 * @param isWord whether a lower-case word is known English
 */
export function respelt(
  word: string,
  { byLetters, known }: Glossary,
  isWord: (word: string) => boolean,
): string | null {
  const parts = partsOf(word)
  if (word.length < (parts.length > 1 ? SHORTEST_MISSPELT : SHORTEST_MISSPELT_FLAT)) return null
  if (word.endsWith('s') && known.has(word.slice(0, -1))) return null
  const letters = word.toLowerCase()
  const near = [...byLetters].flatMap(([candidate, name]) => {
    if (candidate[0] !== letters[0] || candidate.length < SHORTEST_MISSPELT || !/^[A-Za-z]+$/.test(name)) return []
    const most = Math.min(candidate.length, letters.length) < SHORTEST_TWO_SLIPS ? 1 : 2
    const distance = slips(letters, candidate, most)
    return distance <= most && isSlip(parts, partsOf(name), distance, isWord) ? [{ name, distance }] : []
  })
  const least = Math.min(...near.map(({ distance }) => distance))
  const [nearest, ...others] = near.filter(({ distance }) => distance === least)
  return nearest && others.length === 0 ? nearest.name : null
}

/** Whether two names differ by a slip, and not as the names of two products do. @param parts of the word, split at capitals */
function isSlip(
  parts: readonly string[],
  right: readonly string[],
  distance: number,
  isWord: (word: string) => boolean,
): boolean {
  if (parts.length === right.length && parts.length > 1) {
    const isWrong = (part: string, index: number): boolean => part.toLowerCase() !== right[index]?.toLowerCase()
    const wrong = parts.flatMap((part, index) => (isWrong(part, index) ? [part, right[index] ?? ''] : []))
    if (wrong.some((part) => part.length < SHORTEST_WRONG_PART)) return false
  } else if (parts.length > 1) {
    // AmazonQ is no misspelt Amazon.
    const [word, name] = [parts.join('').toLowerCase(), right.join('').toLowerCase()]
    if (word.startsWith(name) || name.startsWith(word)) return false
  }
  return distance === 1 || parts.some((part) => !isWord(part.toLowerCase()))
}

/** `DevSecOps` → Dev, Sec, Ops. */
function partsOf(name: string): string[] {
  return name.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+/g) ?? [name]
}
