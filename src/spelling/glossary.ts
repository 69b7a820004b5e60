import { memoizeByObject, once } from '../text/memoize.js'
import names from './data/glossary.yaml'
import { isUpperCase } from './letter-case.js'
import { readLists } from './lists.js'

/** Names of products, firms and practices as they are spelled. */
export interface Glossary {
  /** Every spelling, and every word of one in several words. */
  readonly known: ReadonlySet<string>
  /** The preferred spelling by its letters alone, see `lettersOf`. */
  readonly byLetters: ReadonlyMap<string, string>
  /** What follows a capital inside a one-word name, in lower case: `core` of `AgentCore`. */
  readonly tails: ReadonlySet<string>
  /** Names that are wrong all in lower case as well. */
  readonly neverLower: ReadonlySet<string>
  /** Names that are so behind their maker's alone, by their small letters. */
  readonly ofMaker: ReadonlyMap<string, string>
}

/** The lower-case letters and digits of a name: what is left when capitals, spaces and marks do not count. */
export function lettersOf(spelling: string): string {
  return spelling.toLowerCase().replace(/[\s!-/:-@[-`{-~]/g, '')
}

/** The built-in lists, read when they are first asked for. */
const builtInNames = once(() => {
  const lists = readLists(names)
  return {
    spellings: [...lists.values()].flat(),
    neverLower: new Set(lists.get('never-lower')),
    ofMaker: new Map(lists.get('services')?.map((name) => [name.toLowerCase(), name])),
  }
})

/**
 * The names in a user's own spellings and the built-in ones, prepared once.
 * @param words the user's; where they differ from the built-in ones in their capitals, theirs are right
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
