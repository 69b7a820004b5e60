/**
 * The words of the dictionary as a minimal automaton (a DAWG). A node is a run of cells, one for each letter that may follow, in
 * alphabetical order. A cell holds, from its lowest bit: the letter (5 bits, a is 1), whether it is the node's last cell (1 bit), the
 * rank of the word that ends with it (4 bits; 0 without one) and the index of the next node's first cell (22 bits; 0 without one).
 * The root begins at cell 1. `scripts/build-dictionary.js` writes it.
 */
export type Dawg = Uint32Array

/** A word and how common it is: from 1 for a word that is merely known to 15 for the most common words of event reports. */
export interface RankedWord {
  readonly word: string
  readonly rank: number
}

const ROOT = 1

const IS_LAST = 1 << 5
/** The code of the letter before `a`. */
const BEFORE_A = 96

const letterIn = (cell: number): number => cell & 0b11111
const rankIn = (cell: number): number => (cell >>> 6) & 0b1111
const nextIn = (cell: number): number => cell >>> 10

/** The rank of a word of a–z; 0 if the dictionary does not have it. */
export function rankOf(dawg: Dawg, word: string): number {
  return follow(dawg, ROOT, word)?.rank ?? 0
}

/** The node that letters lead to, and the rank of the word that ends with them; null if no word continues with them. */
function follow(dawg: Dawg, from: number, letters: string): { node: number; rank: number } | null {
  let node = from
  let cell = 0
  for (let at = 0; at < letters.length; at++) {
    cell = node === 0 ? 0 : find(dawg, node, letters.charCodeAt(at) - BEFORE_A)
    if (cell === 0) return null
    node = nextIn(cell)
  }
  return { node, rank: rankIn(cell) }
}

/** The words at an edit distance of 1 from `word`: a letter too many, too few or wrong, or two neighbours swapped. */
export function neighbours(dawg: Dawg, word: string): RankedWord[] {
  const found = new Map<string, number>()

  const accept = (node: number, rank: number, before: string, rest: string): void => {
    const end = rest === '' ? { rank } : follow(dawg, node, rest)
    if (end && end.rank > 0) found.set(before + rest, end.rank)
  }

  for (let at = 0; at <= word.length; at++) {
    const before = word.slice(0, at)
    const rest = word.slice(at)
    const reached = follow(dawg, ROOT, before)
    if (!reached) break
    const { node, rank } = reached
    if (rest !== '') accept(node, rank, before, rest.slice(1))
    if (rest.length > 1) accept(node, rank, before, `${rest[1]}${rest[0]}${rest.slice(2)}`)
    for (let index = node; index !== 0; index++) {
      const cell = dawg[index] ?? 0
      const letter = String.fromCharCode(letterIn(cell) + BEFORE_A)
      accept(nextIn(cell), rankIn(cell), before + letter, rest)
      if (rest !== '') accept(nextIn(cell), rankIn(cell), before + letter, rest.slice(1))
      if (cell & IS_LAST) break
    }
  }
  found.delete(word)
  return [...found].map(([near, itsRank]) => ({ word: near, rank: itsRank }))
}

/** The cell of a letter (1 to 26) in the node that begins at `node`; 0 if there is none. */
function find(dawg: Dawg, node: number, letter: number): number {
  for (let index = node; ; index++) {
    const cell = dawg[index] ?? IS_LAST
    if (letterIn(cell) === letter) return cell
    if (cell & IS_LAST) return 0
  }
}
