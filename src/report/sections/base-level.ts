import type { SectionSpec } from '../../schema/schema.js'
import { type Counts, increase } from '../../text/counts.js'
import type { Candidate } from './candidate.js'
import type { Support } from './recognize.js'

/** How much a title counts: half if its meaning depends on its level. */
const WEIGHT: Readonly<Record<Exclude<Support, 'part'>, number>> = { alias: 1, weak: 0.5, words: 0.5 }

/** The factor for titles that may belong to a single talk. */
const OF_ANY_TALK = 0.5

/**
 * The heading level of a report's sections: the shallowest one with the titles of at least two sections and a third of the total
 * weight, else the one with the most weight. Half of a report may be one level too deep, and is then the half to raise. Level 1 is
 * the title's, and only chosen if there is no other.
 * @returns 1 to 6 (up to 7 for bold lines); null if no heading qualifies
 */
export function baseLevelOf(candidates: readonly Candidate[], specs: ReadonlyMap<string, SectionSpec>): number | null {
  const counts: Counts<number> = new Map()
  /** The number of different sections on each level. */
  const titles: Counts<number> = new Map()
  const seen = new Set<string>()
  for (const { line, says } of candidates) {
    const { level } = line
    const { proposal } = says
    const spec = proposal && specs.get(proposal.id)
    if (
      !proposal ||
      proposal.support === 'part' ||
      !spec ||
      spec.mayBeNested ||
      // An agenda may stand below a section, as photos may.
      spec.serves ||
      seen.has(`${level} ${proposal.id}`)
    )
      continue
    seen.add(`${level} ${proposal.id}`)
    const share = spec.mayBeOfATalk ? OF_ANY_TALK : 1
    increase(counts, level, WEIGHT[proposal.support] * share)
    increase(titles, level)
  }
  if (counts.size > 1) counts.delete(1)
  if (counts.size === 0) {
    const levels = candidates.map(({ line }) => line.level).filter((level) => level > 1)
    return levels.length > 0 ? levels.reduce((least, level) => Math.min(least, level)) : null
  }
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0)
  const byDepth = [...counts].sort(([a], [b]) => a - b)
  const most = Math.max(...counts.values())
  const holdsEnough = ([level, count]: readonly [number, number]): boolean =>
    (titles.get(level) ?? 0) >= 2 && count >= all / 3
  return (byDepth.find(holdsEnough) ?? byDepth.find(([, count]) => count === most))?.[0] ?? null
}
