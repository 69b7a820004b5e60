import type { PhraseCorrection } from './correction.js'
import type { Word } from './words.js'

/** "AI" with a lower-case L, as it gets copied from pictures and slides: in many typefaces it looks like a capital I. */
export const MISREAD_AI = 'Al'

/**
 * The correction of `Al` where it cannot be somebody's name: beside a word that goes with AI, or before a hyphen and a word in lower
 * case (`Al-powered`).
 */
export function misreadAI(words: readonly Word[], at: number): PhraseCorrection | null {
  const [before, word, after] = [words[at - 1], words[at], words[at + 1]]
  if (word?.text !== MISREAD_AI) return null
  if (after?.gap === '-' && /^[a-z]/.test(after.text))
    return { word: `AI-${after.text}`, certain: true, from: at, to: at + 1 }
  const isAfter = word.gap === ' ' && BEFORE_AI.test(before?.text ?? '')
  const isBefore = after?.gap === ' ' && AFTER_AI.test(after.text)
  return isAfter || isBefore ? { word: 'AI', certain: true, from: at, to: at } : null
}

const BEFORE_AI = /^(?:agentic|cloud|gen|generative|nhân)$/i
const AFTER_AI = /^(?:agents?|engineers?|journey|models?|services?|tools?)$/i
