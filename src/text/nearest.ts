import { slips } from './slips.js'

/** How many slips a word of some length may have. */
const tolerance = (length: number): number => Math.max(1, Math.floor(length / 3))

/** The candidate that is the fewest slips away from a word; null if none is near enough. */
export function nearest(word: string, candidates: readonly string[]): string | null {
  const most = tolerance(word.length)
  const [best] = candidates
    .map((candidate) => ({ candidate, count: slips(word.toLowerCase(), candidate.toLowerCase(), most) }))
    .sort((a, b) => a.count - b.count)
  return best && best.count <= most ? best.candidate : null
}
