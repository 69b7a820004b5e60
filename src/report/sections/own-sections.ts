import type { Candidate } from './candidate.js'
import { isHeading } from './headings.js'
import type { SectionBinding } from './section-binding.js'

/** A talk may have its own takeaways and speakers; a part with more sections is a report on an event of its own. */
const MOST_OF_A_TALK = 2

/**
 * The ids of the sections that a report on several events has once for each event, below unbound headings on the section level
 * that name the events.
 */
export function ownSectionsOfParts(
  candidates: readonly Candidate[],
  { baseLevel, bound }: SectionBinding,
): Set<string> {
  const parts: Set<string>[] = []
  let part: Set<string> | null = null
  for (const { line, meaning } of candidates) {
    if (baseLevel === null || !isHeading(line)) continue
    if (line.level <= baseLevel) {
      part = bound.get(line) ? null : new Set()
      if (part) parts.push(part)
    } else if (meaning.proposal?.support === 'alias') part?.add(meaning.proposal.id)
  }
  const [first, ...others] = parts.filter(({ size }) => size > MOST_OF_A_TALK)
  return new Set([...(first ?? [])].filter((id) => others.length > 0 && others.every((other) => other.has(id))))
}
