import { memoizeByObject, once } from '../text/memoize.js'
import names from './data/glossary.yaml'
import { isUpperCase } from './letter-case.js'
import { readLists } from './lists.js'

/** Names of products, firms and practices as they are spelled. */
export interface Glossary {
  /** All spellings, and the single words of those in several words. */
  readonly known: ReadonlySet<string>
  /** The preferred spellings by their `lettersOf`. */
  readonly byLetters: ReadonlyMap<string, string>
  /** The ends of one-word names from a capital inside on, in lower case: `core` of `AgentCore`. */
  readonly tails: ReadonlySet<string>
  /** Names that are reported all in lower case, too. */
  readonly neverLower: ReadonlySet<string>
  /** Names that are ordinary words unless their maker's name precedes them (`Amazon Connect`), by their lower-case form. */
  readonly ofMaker: ReadonlyMap<string, string>
}

/** A name in lower case without spaces and punctuation, as names are compared. */
export function lettersOf(spelling: string): string {
  return spelling.toLowerCase().replace(/[\s!-/:-@[-`{-~]/g, '')
}

/** The built-in lists, read on first use. */
const builtInNames = once(() => {
  const lists = readLists(names)
  return {
    spellings: [...lists.values()].flat(),
    neverLower: new Set(lists.get('never-lower')),
    ofMaker: new Map(lists.get('services')?.map((name) => [name.toLowerCase(), name])),
  }
})

/**
 * The glossary of a user's own spellings and the built-in ones, prepared once.
 * @param words the user's own; they take precedence over built-in names with the same `lettersOf`
 */
export const glossaryOf = memoizeByObject((words: readonly string[]): Glossary => {
  const known = new Set<string>()
  const byLetters = new Map<string, string>()
  const { spellings, neverLower, ofMaker } = builtInNames()
  for (const spelling of [...words, ...spellings]) {
    known.add(spelling)
    for (const word of spelling.split(/\s+/)) known.add(word)
    const letters = lettersOf(spelling)
    if (!byLetters.has(letters)) byLetters.set(letters, spelling)
  }
  return { known, byLetters, tails: new Set([...byLetters.values()].flatMap(tailsOf)), neverLower, ofMaker }
})

function tailsOf(name: string): string[] {
  if (!/^[A-Za-z]+$/.test(name) || isUpperCase(name)) return []
  return Array.from(name.matchAll(/(?!^)[A-Z]/g), ({ index }) => name.slice(index).toLowerCase())
}
