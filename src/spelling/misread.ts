import type { Correction } from './english-word.js'
import type { Word } from './words.js'

/** "AI" with a lower-case L, as it gets copied from pictures and slides: in many typefaces it looks like a capital I. */
export const MISREAD = 'Al'

/**
 * The correction of `Al` where it cannot be somebody's name: beside a word that goes with AI, or before a hyphen and a word in lower
 * case (`Al-powered`).
 * @returns the correction, and the index of the last word that it replaces
 */
export function unmisread(words: readonly Word[], at: number): (Correction & { to: number }) | null {
  const [before, word, after] = [words[at - 1], words[at], words[at + 1]]
  if (word?.text !== MISREAD) return null
  if (after?.gap === '-' && /^[a-z]/.test(after.text)) return { word: `AI-${after.text}`, certain: true, to: at + 1 }
  const isBehind = word.gap === ' ' && BEFORE_AI.test(before?.text ?? '')
  const isAhead = after?.gap === ' ' && BEHIND_AI.test(after.text)
  return isBehind || isAhead ? { word: 'AI', certain: true, to: at } : null
}

const BEFORE_AI = /^(?:agentic|cloud|gen|generative|nhân)$/i
const BEHIND_AI = /^(?:agents?|engineers?|journey|models?|services?|tools?)$/i
