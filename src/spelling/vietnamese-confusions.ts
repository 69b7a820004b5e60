import { parse } from 'yaml'
import data from './data/vietnamese.yaml'
import type { Correction } from './english-word.js'

/** What is known to be misspelt, by the wrong word or the wrong pair of words with a blank between them. */
export interface Confusions {
  readonly wrong: ReadonlyMap<string, Correction>
  /** The words that a wrong one or a wrong pair ends with. */
  readonly endings: ReadonlySet<string>
  /** Three words that end with a wrong pair and are right. */
  readonly right: ReadonlySet<string>
}

let confusions: Confusions | null = null

/** The list of Vietnamese spelling mistakes, read when it is first asked for. */
export function vietnameseConfusions(): Confusions {
  confusions ??= readConfusions()
  return confusions
}

function readConfusions(): Confusions {
  const { wrong, doubtful, right } = parse(data) as {
    wrong: Record<string, string>
    doubtful: Record<string, string>
    right: string[]
  }
  const corrections = (pairs: Record<string, string>, certain: boolean) =>
    Object.entries(pairs).map(([from, word]) => [from, { word, certain }] as const)
  const all = new Map([...corrections(wrong, true), ...corrections(doubtful, false)])
  const endings = new Set([...all.keys()].map((words) => words.slice(words.indexOf(' ') + 1)))
  return { wrong: all, endings, right: new Set(right) }
}
