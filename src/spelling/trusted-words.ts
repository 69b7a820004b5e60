import { detachedText } from '../text/detached.js'
import type { Range } from '../text/range.js'
import { IN_WORD } from './words.js'

/**
 * A hash set of words that are right in any context, as nearly all are, for scanning texts for the others. Words are compared in
 * place, since cutting them out of a text takes longer than looking them up.
 */
export interface TrustedWords {
  /** Adds a word; does nothing if the set is full. */
  add(word: string): void
  /** The range of the first word between two offsets that is not in the set; null without one. */
  nextOther(text: string, from: number, to: number): Range | null
}

/** The capacity: twice the vocabulary of a thousand reports. The table has twice as many slots. */
const MOST = 0x8000
const LAST_SLOT = 2 * MOST - 1

export function trustedWords(): TrustedWords {
  const words: string[] = []
  /** By the slot of a word's hash, or the next free one, its 1-based index in `words`; 0 in an empty slot. */
  const slots = new Uint16Array(LAST_SLOT + 1)

  /** The slot of the word between two offsets, or the free one that it would go into. */
  const slotOf = (text: string, start: number, end: number, hash: number): number => {
    let slot = (hash ^ (hash >>> 16)) & LAST_SLOT
    for (let number = slots[slot]; number; number = slots[slot]) {
      const word = words[number - 1] as string
      if (word.length === end - start && text.startsWith(word, start)) break
      slot = (slot + 1) & LAST_SLOT
    }
    return slot
  }

  return {
    add(word) {
      if (words.length === MOST) return
      let hash = 0
      for (let at = 0; at < word.length; at++) hash = hashWith(hash, word.charCodeAt(at))
      const slot = slotOf(word, 0, word.length, hash)
      if (slots[slot] === 0) slots[slot] = words.push(detachedText(word))
    },
    nextOther(text, from, to) {
      for (let at = from; at < to; at++) {
        const start = at
        let hash = 0
        for (let code = 0; at < to; at++) {
          code = text.charCodeAt(at)
          if (IN_WORD[code] === 0) break
          hash = hashWith(hash, code)
        }
        if (at > start && slots[slotOf(text, start, at, hash)] === 0) return [start, at]
      }
      return null
    },
  }
}

function hashWith(hash: number, code: number): number {
  return (Math.imul(hash, 31) + code) | 0
}
