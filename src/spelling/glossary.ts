import names from './data/glossary.yaml'
import { readLists } from './lists.js'

/** Names of products, firms and practices as they are spelled. */
export interface Glossary {
  /** Every spelling, and every word of one in several words. */
  readonly known: ReadonlySet<string>
  /** The preferred spelling by its letters alone, see `lettersOf`. */
  readonly byLetters: ReadonlyMap<string, string>
  /** What follows a capital inside a one-word name, in lower case: `core` of `AgentCore`. */
  readonly tails: ReadonlySet<string>
}

/** The lower-case letters and digits of a name: what is left when capitals, spaces and marks do not count. */
export function lettersOf(spelling: string): string {
  return spelling.toLowerCase().replace(/[\s!-/:-@[-`{-~]/g, '')
}

let builtIn: readonly string[] | null = null

/** The built-in spellings, read when they are first asked for. */
function builtInSpellings(): readonly string[] {
  builtIn ??= [...readLists(names).values()].flat()
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
  for (const spelling of [...words, ...builtInSpellings()]) {
    known.add(spelling)
    for (const word of spelling.split(/\s+/)) known.add(word)
    const letters = lettersOf(spelling)
    if (!byLetters.has(letters)) byLetters.set(letters, spelling)
  }
  return { known, byLetters, tails: new Set([...byLetters.values()].flatMap(tailsOf)) }
}

function tailsOf(name: string): string[] {
  if (!/^[A-Za-z]+$/.test(name)) return []
  return Array.from(name.matchAll(/(?!^)[A-Z]/g), ({ index }) => name.slice(index).toLowerCase())
}
