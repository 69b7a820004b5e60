import type { SectionSpec } from '../../schema/schema.js'
import { type Counts, increase } from '../../text/counts.js'
import type { Candidate } from './candidate.js'
import type { Support } from './recognize.js'

/** A title that needs its place to be understood counts half. */
const WEIGHT: Readonly<Record<Exclude<Support, 'part'>, number>> = { alias: 1, weak: 0.5, words: 0.5 }

/** What may be a single talk's counts half of that. */
const OF_ANY_TALK = 0.5

/**
 * The shallowest level that holds at least two titles of sections and a third of all; failing that, the one that holds most.
 * Half of a report may have slipped one level down: then it is that half which is to be raised. Level 1 is the title's.
 */
export function baseLevelOf(candidates: readonly Candidate[], specs: ReadonlyMap<string, SectionSpec>): number | null {
  const counts: Counts<number> = new Map()
  /** How many different sections each level has the titles of. */
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
