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
}

/** The lower-case letters and digits of a name: what is left when capitals, spaces and marks do not count. */
export function lettersOf(spelling: string): string {
  return spelling.toLowerCase().replace(/[\s!-/:-@[-`{-~]/g, '')
}

let builtIn: { readonly spellings: readonly string[]; readonly neverLower: ReadonlySet<string> } | null = null

/** The built-in lists, read when they are first asked for. */
function builtInNames(): NonNullable<typeof builtIn> {
  if (builtIn) return builtIn
  const lists = readLists(names)
  builtIn = { spellings: [...lists.values()].flat(), neverLower: new Set(lists.get('never-lower')) }
  return builtIn
}

/** A list of spellings is prepared once, however many reports are read by it. */
const glossaries = new WeakMap<readonly string[], Glossary>()

/** @param words a user's own spellings; where they differ from the built-in ones in their capitals, theirs are right */
export function glossaryOf(words: readonly string[]): Glossary {
  const known = glossaries.get(words)
  if (known) return known
  const made = prepare(words)
  glossaries.set(words, made)
  return made
}

function prepare(words: readonly string[]): Glossary {
  const known = new Set<string>()
  const byLetters = new Map<string, string>()
  const { spellings, neverLower } = builtInNames()
  for (const spelling of [...words, ...spellings]) {
    known.add(spelling)
    for (const word of spelling.split(/\s+/)) known.add(word)
    const letters = lettersOf(spelling)
    if (!byLetters.has(letters)) byLetters.set(letters, spelling)
  }
  return { known, byLetters, tails: new Set([...byLetters.values()].flatMap(tailsOf)), neverLower }
}

function tailsOf(name: string): string[] {
  if (!/^[A-Za-z]+$/.test(name) || isUpperCase(name)) return []
  return Array.from(name.matchAll(/(?!^)[A-Z]/g), ({ index }) => name.slice(index).toLowerCase())
}
