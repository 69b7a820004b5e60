import { detachedText } from '../text/detached.js'
import type { Range } from '../text/range.js'
import { IN_WORD } from './words.js'

/**
 * Words on which there is no doubt, as hardly any is: texts are gone through for the others. A word is compared where it
 * stands, since to cut all of them out of a text takes longer than to look them up.
 */
export interface SoundWords {
  /** Where there is no room for more, the word stays one of the others. */
  add(word: string): void
  /** The first word between two offsets that is none of them; null where there is no such word. */
  nextOther(text: string, from: number, to: number): Range | null
}

/** Twice the vocabulary of a thousand reports, in a table that is half empty. */
const MOST = 0x8000
const LAST_SLOT = 2 * MOST - 1

export function soundWords(): SoundWords {
  const words: string[] = []
  /** The number of a word, from 1 on, in the slot that its hash names, or the next that was free; 0 in an empty slot. */
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
