import type { SectionSpec } from '../../schema/schema.js'
import type { Candidate } from './candidate.js'
import type { Support } from './lexicon.js'
import type { Proposal } from './recognize.js'

/** How much a title counts: half if its meaning depends on its level. A title of a part only counts with others of its section. */
const WEIGHTS: Readonly<Record<Support, number>> = { alias: 1, weak: 0.5, words: 0.5, part: 0 }

/** The factor for titles that may belong to a single talk. */
const OF_A_TALK = 0.5

/** The section level has at least this many sections, and at least this share of the total weight. */
const MIN_SECTIONS = 2
const MIN_SHARE = 1 / 3

/**
 * The heading level of a report's sections: the shallowest level with enough sections and weight, else the one with the most weight.
 * So if half of a report is one level too deep, that half is wrong. Level 1 is for the title, and only chosen if there is no other.
 * @returns 1 to 6, or 7 for bold lines; null if no heading qualifies
 */
export function baseLevelOf(candidates: readonly Candidate[], specs: ReadonlyMap<string, SectionSpec>): number | null {
  const weights = sectionWeights(candidates, specs)
  if (weights.size > 1) weights.delete(1)
  if (weights.size === 0) return shallowestLevel(candidates)
  const levels = [...weights]
    .map(([level, sections]) => ({ level, sections: sections.size, weight: sum(sections.values()) }))
    .sort((a, b) => a.level - b.level)
  const total = sum(levels.map(({ weight }) => weight))
  const most = Math.max(...levels.map(({ weight }) => weight))
  const chosen =
    levels.find(({ sections, weight }) => sections >= MIN_SECTIONS && weight / total >= MIN_SHARE) ??
    levels.find(({ weight }) => weight === most)
  return chosen?.level ?? null
}

/** By level, the weights of the sections that titles on it suggest, by their ids. */
function sectionWeights(
  candidates: readonly Candidate[],
  specs: ReadonlyMap<string, SectionSpec>,
): Map<number, Map<string, number>> {
  const weights = new Map<number, Map<string, number>>()
  for (const { line, meaning } of candidates) {
    const { proposal } = meaning
    const weight = proposal ? weightOf(proposal, specs.get(proposal.id)) : 0
    if (!proposal || weight === 0) continue
    const ofLevel = weights.get(line.level) ?? new Map<string, number>()
    weights.set(line.level, ofLevel)
    // Of several titles for a section, the first one counts.
    if (!ofLevel.has(proposal.id)) ofLevel.set(proposal.id, weight)
  }
  return weights
}

function weightOf({ support }: Proposal, spec: SectionSpec | undefined): number {
  // Photos may be below another section, and so may an agenda, which can replace one.
  if (!spec || spec.mayBeNested || spec.serves) return 0
  return WEIGHTS[support] * (spec.mayBeOfATalk ? OF_A_TALK : 1)
}

/** The shallowest level of any heading, except for level 1; null if there is none. */
function shallowestLevel(candidates: readonly Candidate[]): number | null {
  const levels = candidates.map(({ line }) => line.level).filter((level) => level > 1)
  return levels.length > 0 ? levels.reduce((least, level) => Math.min(least, level)) : null
}

function sum(numbers: Iterable<number>): number {
  let total = 0
  for (const number of numbers) total += number
  return total
}
