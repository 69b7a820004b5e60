import type { Glossary } from './glossary.js'
import { lettersOf } from './glossary.js'
import { slips } from './slips.js'

/** A shorter name differs from too many words by one letter. */
const SHORTEST_CASED = 4
const SHORTEST_MISSPELT = 6
const SHORTEST_FLAT_MISSPELT = 7
const SHORTEST_TWO_SLIPS = 9
/** Parts shorter than this tell products apart: MLOps and LLMOps, AmazonQ and Amazon. */
const SHORTEST_WRONG_PART = 3

/**
 * The right spelling of a name written with other capitals, or as one word where it is two (`Github`, `QuickSuite`).
 * All in lower case is how commands, packages and addresses are written, all in capitals how headings are: both pass.
 */
export function recased(word: string, { byLetters, known }: Glossary): string | null {
  const name = byLetters.get(word.toLowerCase())
  if (
    !name ||
    known.has(word) ||
    word.length < SHORTEST_CASED ||
    word === word.toLowerCase() ||
    word === word.toUpperCase()
  )
    return null
  if (!name.includes(' ')) return lettersOf(name).length === name.length ? name : null
  return name.replaceAll(' ', '') === word ? name : null
}

/** The one-word name that two words make up at its inner capital (`Agent Core`). */
export function joined(first: string, second: string, { byLetters, known }: Glossary): string | null {
  if (!isUpper(first[0]) || !isUpper(second[0])) return null
  const name = byLetters.get((first + second).toLowerCase())
  if (!name || known.has(`${first} ${second}`)) return null
  return /^[A-Za-z]+$/.test(name) && isUpper(name[first.length]) ? name : null
}

/**
 * The one name that a word with a capital is a slip or two away from (`DepOps`, `Kubenetes`).
 * @param isWord whether a lower-case word is known English
 */
export function respelt(
  word: string,
  { byLetters, known }: Glossary,
  isWord: (word: string) => boolean,
): string | null {
  const parts = partsOf(word)
  if (word.length < (parts.length > 1 ? SHORTEST_MISSPELT : SHORTEST_FLAT_MISSPELT)) return null
  if (word.endsWith('s') && known.has(word.slice(0, -1))) return null
  const letters = word.toLowerCase()
  let best = word.length < SHORTEST_TWO_SLIPS ? 2 : 3
  let nearest: string[] = []
  for (const [candidate, name] of byLetters) {
    if (candidate.length < SHORTEST_MISSPELT || candidate[0] !== letters[0] || !/^[A-Za-z]+$/.test(name)) continue
    const distance = slips(letters, candidate, 2)
    if (distance > best || distance > 2 || (distance === 2 && candidate.length < SHORTEST_TWO_SLIPS)) continue
    if (!isSlip(parts, partsOf(name), distance, isWord)) continue
    if (distance < best) nearest = []
    best = distance
    nearest.push(name)
  }
  return nearest.length === 1 ? (nearest[0] as string) : null
}

/** Whether the parts of two names differ as they do by a slip, and not as the names of two products do. */
function isSlip(
  parts: readonly string[],
  right: readonly string[],
  distance: number,
  isWord: (word: string) => boolean,
): boolean {
  if (parts.length !== right.length) {
    const [shorter = '', longer = ''] = [parts.join(''), right.join('')]
      .map((name) => name.toLowerCase())
      .sort((a, b) => a.length - b.length)
    if (parts.length > 1 && longer.startsWith(shorter)) return false
  } else if (parts.length > 1) {
    const wrong = parts.flatMap((part, index) =>
      part.toLowerCase() === right[index]?.toLowerCase() ? [] : [[part, right[index] ?? ''] as const],
    )
    if (wrong.some((pair) => pair.some((part) => part.length < SHORTEST_WRONG_PART))) return false
  }
  return (
    distance === 1 ||
    parts.every((part) => part.length < SHORTEST_WRONG_PART) ||
    parts.some((part) => !isWord(part.toLowerCase()))
  )
}

/** `DevSecOps` → Dev, Sec, Ops. */
function partsOf(name: string): string[] {
  return name.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+/g) ?? [name]
}

function isUpper(letter: string | undefined): boolean {
  return letter !== undefined && letter !== letter.toLowerCase()
}
