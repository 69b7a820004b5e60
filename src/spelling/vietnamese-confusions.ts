import data from './data/vietnamese.yaml'
import type { Correction } from './english-word.js'
import { likeCase } from './letter-case.js'
import { readLists } from './lists.js'
import type { Word } from './words.js'

/** What is known to be misspelt. */
interface Confusions {
  /** By the wrong word, or the wrong pair of words with a blank between them. */
  readonly wrong: ReadonlyMap<string, Correction>
  /** The words that a wrong one or a wrong pair ends with. */
  readonly endings: ReadonlySet<string>
  /** Three words that end with a wrong pair and are right. */
  readonly right: ReadonlySet<string>
}

let loaded: Confusions | null = null

/** The lists of Vietnamese mistakes, read when they are first asked for. */
function confusions(): Confusions {
  loaded ??= readConfusions()
  return loaded
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

/** Whether a word is wrong by itself, or may be so behind another. */
export function endsConfusion(word: string): boolean {
  return confusions().endings.has(normal(word))
}

/** Whether a word is wrong by itself, or behind the word before it. */
export function isConfusion(before: string | undefined, word: string): boolean {
  const { wrong } = confusions()
  return wrong.has(normal(word)) || wrong.has(`${normal(before)} ${normal(word)}`)
}

/**
 * What the Vietnamese word at an index should be, or the pair of words that ends with it.
 * @returns the correction, with the capitals of what is written, and the index of the first word that it is for
 */
export function vietnameseCorrection(words: readonly Word[], at: number): (Correction & { from: number }) | null {
  const { wrong, endings, right } = confusions()
  const [beforeThat, before, word] = [words[at - 2], words[at - 1], words[at]]
  const ending = normal(word?.text)
  if (!word || !endings.has(ending)) return null

  const alone = wrong.get(ending)
  if (alone) return { word: likeCase(alone.word, word.text), certain: alone.certain, from: at }
  if (!before || before.glued || word.gap !== ' ') return null
  const pair = wrong.get(`${normal(before.text)} ${ending}`)
  if (!pair || right.has(`${normal(beforeThat?.text)} ${normal(before.text)} ${ending}`)) return null
  const [first = '', second = ''] = pair.word.split(' ')
  return { word: `${likeCase(first, before.text)} ${likeCase(second, word.text)}`, certain: pair.certain, from: at - 1 }
}

function normal(word = ''): string {
  return word.normalize('NFC').toLowerCase()
}
