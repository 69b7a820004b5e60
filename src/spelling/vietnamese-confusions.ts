import data from './data/vietnamese.yaml'
import type { Correction } from './english-word.js'
import { readLists } from './lists.js'

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
  const lists = readLists(data)
  const corrections = (list: string, certain: boolean) =>
    (lists.get(list) ?? []).map((line) => {
      const [from = '', word = ''] = line.split(' → ')
      return [from, { word, certain }] as const
    })
  const wrong = new Map([...corrections('wrong', true), ...corrections('doubtful', false)])
  const endings = new Set([...wrong.keys()].map((words) => words.slice(words.indexOf(' ') + 1)))
  return { wrong, endings, right: new Set(lists.get('right')) }
}
