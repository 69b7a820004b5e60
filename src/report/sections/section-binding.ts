import type { Schema, SectionSpec } from '../../schema/schema.js'
import { countsOf, increase } from '../../text/counts.js'
import { addTo, type Groups, groupBy } from '../../text/group-by.js'
import { baseLevelOf } from './base-level.js'
import { type Candidate, saysSomething } from './candidate.js'
import { type HeadingLine, isHeading } from './headings.js'
import { hinterOf } from './hint.js'
import type { Proposal, Support } from './recognize.js'

/** The headings of sections, with the proposal that each is bound to; null for a section that is unknown to the schema. */
export type Bound = Map<HeadingLine, Proposal | null>

export interface SectionBinding {
  /** The heading level that the report's own sections stand on; null without any. */
  readonly baseLevel: number | null
  readonly bound: Bound
}

/**
 * Binds the headings of a report to the sections of the schema, once for the whole report, so that one mistake gives one finding.
 * The words of a heading propose a section; its level and position decide:
 *
 * - On the section level (`baseLevel`), every proposal is accepted.
 * - So it is above that level, and before the first heading on it, where a heading cannot be nested in a section. On level 1, which
 *   is the title's, only an alias is accepted, or a weak alias of a section that is bound to nothing else.
 * - Below it, only an alias of a section that is bound to nothing else is accepted, and only if there is one such heading: each talk
 *   may have its own "Key takeaways".
 * - Bold lines and bare fields are accepted for a section without a heading, but not below an unknown sub-heading, where they belong
 *   to a talk. Before the first section, several fields without emphasis are accepted, too.
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
  const titles = candidates.filter(({ says }) => !says.isReportTitle)
  const headings = titles.filter(({ line }) => isHeading(line))
  const boldLines = titles.filter(({ line }) => line.form === 'bold')

  // If no heading suggests a section, but bold lines do, these are the headings.
  const announcing = !headings.some(saysSomething) && boldLines.some(saysSomething) ? boldLines : headings
  const baseLevel = baseLevelOf(announcing, specs)
  const bound: Bound = new Map()
  if (baseLevel !== null) {
    bindAtLevel(announcing, baseLevel, bound, specs)
    bindElsewhere(headings.filter(isBelow(baseLevel)), bound, specs)
    bindElsewhere(belowFields(headings, baseLevel, bound, specs), bound, specs, 'weak')
    bindElsewhere(headings.filter(isAbove(baseLevel)), bound, specs, 'weak')
    bindBeside(headings, baseLevel, bound, specs)
    dropLoneParts(bound)
  }
  const others = outsideTalks(candidates, baseLevel, bound)
  bindElsewhere(
    others.filter(({ line, says }) => line.form === 'bold' && !says.isReportTitle),
    bound,
    specs,
  )
  bindHinted(bound, schema)
  bindFields(
    others.filter(({ line }) => line.form === 'inline'),
    bound,
    schema,
  )
  bindPlainFields(plain, bound, schema)
  yieldToFirmer(bound)
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
  for (const [index, { line, says }] of candidates.entries()) {
    const { proposal } = says
    if (line.level < level) isUnderShallower = line.level > 1 && proposal !== null && mayHoldHeadings(proposal, specs)
    const isFree = line.level < level ? line.level > 1 || proposal?.support === 'alias' : index < first
    // Below a section that stands too high, the section level is that of its sub-headings as well.
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
 * @param least a further kind of support that is accepted
 */
function bindElsewhere(
  candidates: readonly Candidate[],
  bound: Bound,
  specs: ReadonlyMap<string, SectionSpec>,
  least: Support = 'alias',
): void {
  const taken = takenIn(bound)
  const claims: Groups<string, Candidate> = new Map()
  for (const candidate of candidates) {
    const { line, says } = candidate
    const { proposal } = says
    const spec = proposal && specs.get(proposal.id)
    if (!spec || spec.mayBeOfATalk || bound.has(line) || taken.has(spec.id)) continue
    const isFirm = proposal.support === 'alias' || proposal.support === least
    if (!isFirm && !(spec.mayBeNested && proposal.support === 'words')) continue
    if (spec.mayBeNested && line.form === 'bold') continue
    addTo(claims, proposal.id, candidate)
  }
  for (const [id, claimants] of claims) {
    const claimant = specs.get(id)?.mayBeNested ? claimants.at(-1) : claimants.length === 1 ? claimants[0] : undefined
    if (claimant) bound.set(claimant.line, claimant.says.proposal)
  }
}

/**
 * If two sections side by side are below the section level by mistake, binds the headings beside them as on the section level, if
 * nothing else is bound to their sections.
 */
function bindBeside(
  headings: readonly Candidate[],
  baseLevel: number,
  bound: Bound,
  specs: ReadonlyMap<string, SectionSpec>,
): void {
  const hasSlipped = ({ line }: Candidate): boolean => line.level > baseLevel && bound.get(line)?.support === 'alias'
  if (headings.filter(hasSlipped).length < 2) return
  for (const run of runsBelow(headings, baseLevel)) {
    if (run.filter(hasSlipped).length < 2) continue
    const taken = takenIn(bound)
    for (const { line, says } of run) {
      const { proposal } = says
      if (!proposal || taken.has(proposal.id) || !specs.get(proposal.id)?.required) continue
      taken.add(proposal.id)
      bound.set(line, proposal)
    }
  }
}

/** The runs of headings on one level below the section level, without a shallower heading between them. */
function runsBelow(headings: readonly Candidate[], baseLevel: number): Candidate[][] {
  const runs: Candidate[][] = []
  const open = new Map<number, Candidate[]>()
  for (const candidate of headings) {
    const { level } = candidate.line
    for (const deeper of [...open.keys()]) if (deeper > level) open.delete(deeper)
    if (level <= baseLevel) continue
    const run = open.get(level) ?? []
    if (run.length === 0) {
      open.set(level, run)
      runs.push(run)
    }
    run.push(candidate)
  }
  return runs
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

/** Binds unknown titles on the section level by their hints, if nothing else is bound to the section. */
function bindHinted(bound: Bound, schema: Schema): void {
  const taken = takenIn(bound)
  const claims: Groups<string, HeadingLine> = new Map()
  for (const [line, proposal] of bound) {
    const id = proposal ? null : hinterOf(schema)(line.title)
    if (id !== null && !taken.has(id)) addTo(claims, id, line)
  }
  for (const [id, [line, another]] of claims) if (line && !another) bound.set(line, { id, also: [], support: 'words' })
}

/** Binds the first bare field of a section to which nothing else is bound. */
function bindFields(fields: readonly Candidate[], bound: Bound, schema: Schema): void {
  const taken = takenIn(bound)
  const firstSection = startOfFirst(bound)
  const manyFields = new Set(schema.sections.filter(({ content }) => content === 'fields').map(({ id }) => id))
  const sectionOf = ({ line, says }: Candidate): string | null =>
    (line.range[0] < firstSection ? says.fieldSection : null) ??
    (says.proposal?.support === 'alias' ? says.proposal.id : null)
  const times = groupBy(fields, sectionOf)
  for (const field of fields) {
    const { line } = field
    const named = sectionOf(field)
    const id = named !== null && (manyFields.has(named) || times.get(named)?.length === 1) ? named : null
    if (id === null || taken.has(id) || !schema.sections.some((spec) => spec.id === id && spec.order !== null)) continue
    taken.add(id)
    bound.set(line, { id, also: [], support: 'alias' })
  }
}

/** A single line with a colon may be anything, but two with labels of one section are its fields. */
const ENOUGH_PLAIN = 2

function bindPlainFields(plain: () => readonly Candidate[], bound: Bound, schema: Schema): void {
  const taken = takenIn(bound)
  if (schema.sections.every(({ id, content }) => content !== 'fields' || taken.has(id))) return
  const firstSection = startOfFirst(bound)
  const fields: Groups<string, HeadingLine> = new Map()
  for (const { line, says } of plain())
    if (says.fieldSection !== null && line.range[0] < firstSection) addTo(fields, says.fieldSection, line)
  for (const [id, lines] of fields)
    if (!taken.has(id) && lines.length >= ENOUGH_PLAIN) bound.set(lines[0], { id, also: [], support: 'alias' })
}

function startOfFirst(bound: Bound): number {
  let first = Number.POSITIVE_INFINITY
  for (const [line, proposal] of bound) if (proposal) first = Math.min(first, line.range[0])
  return first
}

/**
 * Unless it is an alias, a title that names two sections ("Key content & agenda") keeps only those that no other heading names, if
 * there are any.
 */
function yieldToFirmer(bound: Bound): void {
  // The number of titles by the sections that they name; there are few different ones.
  const claimOf = (proposal: Proposal): string => idsOf(proposal).join()
  const claims = countsOf([...bound.values()].flatMap((proposal) => (proposal ? claimOf(proposal) : [])))
  for (const [line, proposal] of bound) {
    if (!proposal || proposal.also.length === 0 || proposal.support === 'alias') continue
    const own = idsOf(proposal)
    const firmer = (id: string): boolean =>
      [...claims].some(([ids, times]) => times > 0 && ids !== own.join() && ids.split(',').includes(id))
    const [id, ...also] = own.filter((one) => !firmer(one))
    if (id === undefined) continue
    const kept = { ...proposal, id, also }
    increase(claims, claimOf(proposal), -1)
    increase(claims, claimOf(kept))
    bound.set(line, kept)
  }
}

function takenIn(bound: Bound): Set<string> {
  return new Set([...bound.values()].flatMap((proposal) => (proposal ? idsOf(proposal) : [])))
}

function idsOf({ id, also }: Proposal): readonly string[] {
  return [id, ...also]
}
