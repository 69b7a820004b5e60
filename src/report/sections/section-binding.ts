import type { Schema, SectionSpec } from '../../schema/schema.js'
import { countsOf, increase } from '../../text/counts.js'
import { addTo, type Groups } from '../../text/group-by.js'
import { baseLevelOf } from './base-level.js'
import { type Bound, idsOf, takenIn } from './bound.js'
import { type Candidate, suggestsSection } from './candidate.js'
import { bindFields, bindPlainFields } from './field-binding.js'
import { isHeading } from './headings.js'
import { bindHinted, bindInPlace } from './hint-binding.js'
import type { Support } from './lexicon.js'
import type { Proposal } from './recognize.js'

export interface SectionBinding {
  /** The heading level of the report's sections; null if it has none. */
  readonly baseLevel: number | null
  readonly bound: Bound
}

/**
 * Binds the headings of a report to the sections of the schema, once for the whole report, so that one mistake gives one finding.
 * The words of a heading propose a section; its level and position decide:
 *
 * - On the section level (`baseLevel`), every proposal is accepted.
 * - The same holds above that level, and before the first heading on it, where no heading can be nested in a section. On level 1,
 *   which is for the title, only an alias is accepted, or a weak alias of a section that is bound to nothing else.
 * - Below it, only an alias of a section that is bound to nothing else is accepted, and only if there is one such heading: each talk
 *   may have its own "Key takeaways".
 * - A title in the author's own words is accepted on the section level by what it hints at, for a section without another heading.
 * - Bold lines and bare fields are accepted for a section without a heading, but not below an unknown sub-heading, where they belong
 *   to a talk. Before the first section, several fields without emphasis are accepted, too, and one on people among the information
 *   on the event.
 *
 * @param candidates in the order of the text, without the report's own title
 * @param plain gives the fields without emphasis, in the order of the text
 */
export function bindSections(
  candidates: readonly Candidate[],
  plain: () => readonly Candidate[],
  schema: Schema,
): SectionBinding {
  const specs = new Map(schema.sections.map((spec) => [spec.id, spec]))
  const titles = candidates.filter(({ meaning }) => !meaning.isReportTitle)
  const headings = titles.filter(({ line }) => isHeading(line))
  const boldLines = titles.filter(({ line }) => line.form === 'bold')

  // If no heading suggests a section, but bold lines do, these are the headings.
  const announcing = !headings.some(suggestsSection) && boldLines.some(suggestsSection) ? boldLines : headings
  const baseLevel = baseLevelOf(announcing, specs)
  const bound: Bound = new Map()
  if (baseLevel !== null) {
    bindAtLevel(announcing, baseLevel, bound, specs)
    bindElsewhere(headings.filter(isBelow(baseLevel)), bound, specs)
    bindElsewhere(belowFields(headings, baseLevel, bound, specs), bound, specs, 'weak')
    bindElsewhere(headings.filter(isAbove(baseLevel)), bound, specs, 'weak')
    bindSiblings(headings, baseLevel, bound, specs)
    dropLoneParts(bound)
  }
  const others = outsideTalks(candidates, baseLevel, bound)
  bindElsewhere(
    others.filter(({ line, meaning }) => line.form === 'bold' && !meaning.isReportTitle),
    bound,
    specs,
  )
  bindHinted(bound, schema)
  bindInPlace(bound, schema)
  bindFields(
    others.filter(({ line }) => line.form === 'inline'),
    bound,
    schema,
  )
  bindPlainFields(plain, bound, schema)
  resolveMerged(bound)
  return { baseLevel, bound }
}

const isAt = (level: number) => (candidate: Candidate) => candidate.line.level === level
const isAbove = (level: number) => (candidate: Candidate) => candidate.line.level < level
const isBelow = (level: number) => (candidate: Candidate) => candidate.line.level > level

function bindAtLevel(
  candidates: readonly Candidate[],
  level: number,
  bound: Bound,
  specs: ReadonlyMap<string, SectionSpec>,
): void {
  const first = candidates.findIndex(isAt(level))
  let isUnderShallower = false
  for (const [index, { line, meaning }] of candidates.entries()) {
    const { proposal } = meaning
    if (line.level < level) isUnderShallower = line.level > 1 && proposal !== null && mayHoldHeadings(proposal, specs)
    const isFree = line.level < level ? line.level > 1 || proposal?.support === 'alias' : index < first
    // Below a section whose level is too high, the section level is that of its sub-headings as well.
    const isOwn = line.level === level && (!isUnderShallower || proposal?.support === 'alias')
    if (isOwn || (proposal && isFree)) bound.set(line, proposal)
  }
}

/** The headings below the section level in a section of fields: it has no talks to which they could belong. */
function belowFields(
  headings: readonly Candidate[],
  baseLevel: number,
  bound: Bound,
  specs: ReadonlyMap<string, SectionSpec>,
): Candidate[] {
  let section: Proposal | null = null
  return headings.filter(({ line }) => {
    if (line.level <= baseLevel) section = bound.get(line) ?? null
    return line.level > baseLevel && section !== null && !mayHoldHeadings(section, specs)
  })
}

/** Whether a section may have sub-headings. One of fields has none: headings below "Event Overview" are sections of the report. */
function mayHoldHeadings({ id }: Proposal, specs: ReadonlyMap<string, SectionSpec>): boolean {
  return specs.get(id)?.content !== 'fields'
}

/**
 * Binds headings off the section level: aliases of sections that are bound to nothing else, and sections that may be nested, such
 * as photos. Sections that a single talk may have (`mayBeOfATalk`) are left out.
 * @param accepted the kind of support that is accepted besides `alias`
 */
function bindElsewhere(
  candidates: readonly Candidate[],
  bound: Bound,
  specs: ReadonlyMap<string, SectionSpec>,
  accepted: Support = 'alias',
): void {
  const taken = takenIn(bound)
  const claims: Groups<string, Candidate> = new Map()
  for (const candidate of candidates) {
    const { line, meaning } = candidate
    const { proposal } = meaning
    const spec = proposal && specs.get(proposal.id)
    if (!spec || spec.mayBeOfATalk || bound.has(line) || taken.has(spec.id)) continue
    const isFirm = proposal.support === 'alias' || proposal.support === accepted
    if (!isFirm && !(spec.mayBeNested && proposal.support === 'words')) continue
    if (spec.mayBeNested && line.form === 'bold') continue
    addTo(claims, proposal.id, candidate)
  }
  for (const [id, claimants] of claims) {
    const claimant = specs.get(id)?.mayBeNested ? claimants.at(-1) : claimants.length === 1 ? claimants[0] : undefined
    if (claimant) bound.set(claimant.line, claimant.meaning.proposal)
  }
}

/** At least this many headings of sections under the same heading are there by mistake, and their siblings are sections, too. */
const MIN_SIBLINGS = 2

/**
 * If sections are one beside the other below the section level, binds their siblings as on the section level: to required sections
 * that are bound to nothing else.
 */
function bindSiblings(
  headings: readonly Candidate[],
  baseLevel: number,
  bound: Bound,
  specs: ReadonlyMap<string, SectionSpec>,
): void {
  const isTooDeep = ({ line }: Candidate): boolean => line.level > baseLevel && bound.get(line)?.support === 'alias'
  if (headings.filter(isTooDeep).length < MIN_SIBLINGS) return
  for (const siblings of siblingsBelow(headings, baseLevel)) {
    if (siblings.filter(isTooDeep).length < MIN_SIBLINGS) continue
    const taken = takenIn(bound)
    for (const { line, meaning } of siblings) {
      const { proposal } = meaning
      if (!proposal || taken.has(proposal.id) || !specs.get(proposal.id)?.required) continue
      taken.add(proposal.id)
      bound.set(line, proposal)
    }
  }
}

/** The headings below the section level, by the heading that they are under. */
function siblingsBelow(headings: readonly Candidate[], baseLevel: number): Candidate[][] {
  const groups: Candidate[][] = []
  /** By level, the siblings of a heading that may come next. */
  const open = new Map<number, Candidate[]>()
  for (const candidate of headings) {
    const { level } = candidate.line
    for (const deeper of [...open.keys()]) if (deeper > level) open.delete(deeper)
    if (level <= baseLevel) continue
    const siblings = open.get(level)
    if (siblings) siblings.push(candidate)
    else {
      const group = [candidate]
      open.set(level, group)
      groups.push(group)
    }
  }
  return groups
}

/** The candidates that are not under the heading of a talk: an unbound sub-heading after the first section. */
function outsideTalks(candidates: readonly Candidate[], baseLevel: number | null, bound: Bound): Candidate[] {
  let isInSections = false
  let isInTalk = false
  return candidates.filter(({ line }) => {
    if (isHeading(line) && baseLevel !== null) {
      const isSection = Boolean(bound.get(line))
      isInSections ||= isSection
      isInTalk = isInSections && !isSection && line.level > baseLevel
    }
    return !isInTalk
  })
}

/** Unbinds the titles of parts that do not follow another heading of their section. */
function dropLoneParts(bound: Bound): void {
  let before: string | null = null
  for (const [line, proposal] of [...bound].sort(([a], [b]) => a.range[0] - b.range[0])) {
    const isLone: boolean = proposal?.support === 'part' && proposal.id !== before
    if (isLone) bound.set(line, null)
    before = isLone ? null : (proposal?.id ?? null)
  }
}

/**
 * Of a title that names several sections ("Key content & agenda") and is no alias, keeps only those sections that no other heading
 * names, if there are any.
 */
function resolveMerged(bound: Bound): void {
  /** How many headings name the same sections, by the ids of these; there are few different ones. */
  const keyOf = (proposal: Proposal): string => idsOf(proposal).join()
  const counts = countsOf([...bound.values()].flatMap((proposal) => (proposal ? keyOf(proposal) : [])))
  for (const [line, proposal] of bound) {
    if (!proposal || proposal.also.length === 0 || proposal.support === 'alias') continue
    const own = idsOf(proposal)
    const isNamedElsewhere = (id: string): boolean =>
      [...counts].some(([ids, count]) => count > 0 && ids !== own.join() && ids.split(',').includes(id))
    const [id, ...also] = own.filter((one) => !isNamedElsewhere(one))
    if (id === undefined) continue
    const resolved = { ...proposal, id, also }
    increase(counts, keyOf(proposal), -1)
    increase(counts, keyOf(resolved))
    bound.set(line, resolved)
  }
}
