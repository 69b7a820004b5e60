import type { HeadingLine } from './headings.js'
import type { Proposal } from './recognize.js'

/** The headings of sections, with the proposal that each is bound to; null for a section that is unknown to the schema. */
export type Bound = Map<HeadingLine, Proposal | null>

/** The ids of all sections that a proposal names. */
export function idsOf({ id, also }: Proposal): readonly string[] {
  return [id, ...also]
}

/** The ids of the sections that headings are bound to. */
export function takenIn(bound: Bound): Set<string> {
  return new Set([...bound.values()].flatMap((proposal) => (proposal ? idsOf(proposal) : [])))
}

/**
 * The offset of the first heading that is bound to a section of the schema; infinite if there is none.
 * @param counts whether a section counts, by its id
 */
export function startOfFirst(bound: Bound, counts: (id: string) => boolean = () => true): number {
  let first = Number.POSITIVE_INFINITY
  for (const [line, proposal] of bound) if (proposal && counts(proposal.id)) first = Math.min(first, line.range[0])
  return first
}
