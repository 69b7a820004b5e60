import { compare } from '../text/compare.js'
import { addTo, type Groups } from '../text/group-by.js'
import { isOneLetterOff } from '../text/slips.js'

/** A name that reports mention, in whatever order of words and with whatever diacritics. */
export interface MentionedName {
  /** Its words without diacritics, sorted. */
  readonly key: string
  /** The sites and the reports that mention it. */
  readonly sites: ReadonlySet<string>
  readonly paths: ReadonlySet<string>
}

/** Joins names that differ by a slip; each list in the result is one person's, the name that most sites use first. */
export function joinMisspelt<Name extends MentionedName>(names: readonly Name[]): Name[][] {
  const ranked = names.toSorted((a, b) => b.sites.size - a.sites.size || compare(a.key, b.key))
  // Names that differ in one word are the same without that word, so that each is compared with few others.
  const byRest: Groups<string, Name> = new Map()
  const people = new Map<Name, Name[]>()
  for (const name of ranked) {
    const words = name.key.split(' ')
    const rests = words.map((_, out) => words.filter((_, index) => index !== out).join(' '))
    const match = rests.flatMap((rest) => byRest.get(rest) ?? []).find((other) => isSlipOf(name, other))
    if (match) people.get(match)?.push(name)
    else {
      people.set(name, [name])
      for (const rest of rests) addTo(byRest, rest, name)
    }
  }
  return [...people.values()]
}

/**
 * In a name of two words, a slip is a missing or added letter, in words of at least this many letters, if at least this many times
 * as many sites write the other name.
 */
const SHORT_NAME = { minLetters: 5, minOdds: 3 } as const

/** In a longer name, it may also be a wrong letter, if only one site writes it, and this many times as many write the other name. */
const LONG_NAME = { minWords: 3, minLetters: 4, minOdds: 5 } as const

/** Whether one name is most likely a slip of the other, which as many or more sites write. */
function isSlipOf(rare: MentionedName, usual: MentionedName): boolean {
  const [own, other] = [rare.key.split(' '), usual.key.split(' ')]
  const from = without(own, other)
  const to = without(other, own)
  const [a, b] = [from[0], to[0]]
  if (own.length !== other.length || from.length !== 1 || a === undefined || b === undefined) return false
  if (!isOneLetterOff(a, b) || areInOneReport(rare, usual)) return false
  const odds = usual.sites.size / rare.sites.size
  const isSameLength = a.length === b.length
  if (own.length < LONG_NAME.minWords)
    return !isSameLength && Math.min(a.length, b.length) >= SHORT_NAME.minLetters && odds >= SHORT_NAME.minOdds
  const isWrongLetterRare = rare.sites.size === 1 && odds >= LONG_NAME.minOdds
  return Math.max(a.length, b.length) >= LONG_NAME.minLetters && (!isSameLength || isWrongLetterRare)
}

/** A report that mentions both names means two people. */
function areInOneReport(one: MentionedName, other: MentionedName): boolean {
  return [...one.paths].some((path) => other.paths.has(path))
}

/**
 * Names of two words that are part of exactly one longer name, and that no report mentions beside it.
 * @param people lists as `joinMisspelt` makes them
 * @returns the list of the longer name for each of the shorter one
 */
export function shortNames<Name extends MentionedName>(
  people: readonly (readonly Name[])[],
): Map<readonly Name[], readonly Name[]> {
  const found = new Map<readonly Name[], readonly Name[]>()
  const longer = people.filter(([{ key } = { key: '' }]) => key.split(' ').length > 2)
  for (const part of people) {
    const words = part[0]?.key.split(' ') ?? []
    if (words.length !== 2) continue
    const wholes = longer.filter(([whole]) => without(words, whole?.key.split(' ') ?? []).length === 0)
    const [whole, another] = wholes
    if (whole && !another && !whole.some((name) => part.some((own) => areInOneReport(own, name))))
      found.set(part, whole)
  }
  return found
}

/** The words that another list lacks; of a word that occurs twice, each counts. */
function without(words: readonly string[], others: readonly string[]): string[] {
  const left = [...others]
  return words.filter((word) => {
    const at = left.indexOf(word)
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
}
