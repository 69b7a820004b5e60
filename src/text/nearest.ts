import { slips } from './slips.js'

/** How many slips of the pen may be made in a word of that length. */
const tolerance = (length: number): number => Math.max(1, Math.floor(length / 3))

/** The candidate that is fewest slips from the word; null where none is near. */
export function nearest(word: string, candidates: readonly string[]): string | null {
  const most = tolerance(word.length)
  const [best] = candidates
    .map((candidate) => ({ candidate, count: slips(word.toLowerCase(), candidate.toLowerCase(), most) }))
    .sort((a, b) => a.count - b.count)
  return best && best.count <= most ? best.candidate : null
}
