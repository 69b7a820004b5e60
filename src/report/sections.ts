import type { Root, RootContent } from 'mdast'
import type { Schema, SectionSpec } from '../schema/schema.js'
import { addTo, type Groups } from '../text/group-by.js'
import type { Range } from '../text/range.js'
import { type HeadingLine, headingLines, isHeading } from './headings.js'
import { hinterOf } from './hint.js'
import { rangeOf } from './mdast.js'
import { type Meaning, type Reading, recognizerOf, type Support } from './recognize.js'
import type { Section, Slot, Title } from './section.js'

export interface Outline {
  readonly title: Title | null
  readonly baseLevel: number | null
  readonly sections: readonly Section[]
  readonly slots: readonly Slot[]
}

/** A line and what its words say. */
interface Candidate {
  readonly line: HeadingLine
  readonly says: Meaning
}

/** The lines that announce a section, and what section it is; null where nothing says so. */
type Bound = Map<HeadingLine, Reading | null>

/**
 * Binds the headings of a report to the sections of the schema: once for the whole report, so that one mistake gives one
 * finding. Words propose; level and position decide:
 *
 * - The section level is the one that the report's own sections stand on. There, every proposal is taken.
 * - Above it, and before the first heading on it, too: there is nothing that such a heading could be nested in.
 * - Below it, only the title of a section that is found nowhere else, and only if it stands there once: each talk may have
 *   a "Key takeaways" of its own.
 * - Bold lines and bare fields stand for a section that no heading announces.
 */
export function readOutline(tree: Root, text: string, schema: Schema): Outline {
  const meaningOf = recognizerOf(schema)
  const specs = new Map(schema.sections.map((spec) => [spec.id, spec]))
  const lines = headingLines(tree, text)
  const read = lines.map((line): Candidate => ({ line, says: meaningOf(line.title) }))
  const title = titleOf(read.filter(({ line }) => isHeading(line)))
  const fields = read.filter(({ line }) => line.form === 'inline')
  const candidates = read.filter(({ line, says }) => line.range[0] !== title?.range[0] && !says.isReportTitle)
  const headings = candidates.filter(({ line }) => isHeading(line))
  const boldLines = candidates.filter(({ line }) => line.form === 'bold')

  // Where no heading says anything, a bold line that does is one.
  const announcing = !headings.some(saysSomething) && boldLines.some(saysSomething) ? boldLines : headings
  const baseLevel = sectionLevel(announcing, specs)
  const bound: Bound = new Map()
  if (baseLevel !== null) {
    bindAtLevel(announcing, baseLevel, bound)
    bindElsewhere(headings.filter(isBelow(baseLevel)), bound, specs)
    bindBeside(headings, baseLevel, bound, specs)
  }
  bindElsewhere(boldLines, bound, specs)
  bindHinted(bound, schema)
  bindFields(fields, bound, schema)
  yieldToFirmer(bound)

  const ends = endsOf(lines, bound)
  const sections = lines.flatMap((line) => {
    const reading = bound.get(line)
    return reading === undefined ? [] : sectionOf(line, reading, ends.get(line) ?? text.length, tree)
  })
  const fieldsOf = ({ id }: SectionSpec): Section[] =>
    read.flatMap(({ line, says: { reading } }, index) => {
      if (isHeading(line) || bound.has(line) || reading?.id !== id || reading.support !== 'alias') return []
      return sectionOf(line, reading, lines[index + 1]?.range[0] ?? text.length, tree)
    })
  return {
    title: title ?? openingTitle(headings, baseLevel),
    baseLevel,
    sections,
    slots: schema.sections.map((spec) => {
      const own = sections.filter(({ id, also }) => id === spec.id || also.includes(spec.id))
      return { spec, sections: own, fields: own.length > 0 ? [] : fieldsOf(spec) }
    }),
  }
}

const saysSomething = ({ says }: Candidate): boolean => says.reading !== null
const isAt = (level: number) => (candidate: Candidate) => candidate.line.level === level
const isBelow = (level: number) => (candidate: Candidate) => candidate.line.level > level

/** The first heading of level 1, or the first one that reads like the title of a report. */
function titleOf(headings: readonly Candidate[]): Title | null {
  const [first] = headings
  const heading =
    first?.line.level === 1 && first.says.reading?.support !== 'alias'
      ? first
      : headings.find(({ says }) => says.isReportTitle)
  return heading ? asTitle(heading) : null
}

/** The first heading, if it stands above the level of sections and is none. */
function openingTitle([first]: readonly Candidate[], baseLevel: number | null): Title | null {
  return first && !first.says.reading && baseLevel !== null && first.line.level < baseLevel ? asTitle(first) : null
}

function asTitle({ line: { title, range, level } }: Candidate): Title {
  return { text: title, range, level }
}

/** A title that needs its place to be understood counts half. */
const WEIGHT: Readonly<Record<Support, number>> = { alias: 1, weak: 0.5, words: 0.5, hint: 0 }

/** A conclusion may be that of a single talk. */
const OF_ANY_TALK = 0.5

/**
 * The shallowest level that holds at least two titles of sections and a third of all; failing that, the one that holds most.
 * Half of a report may have slipped one level down: then it is that half which is to be raised. Level 1 is the title's.
 */
function sectionLevel(candidates: readonly Candidate[], specs: ReadonlyMap<string, SectionSpec>): number | null {
  const counts = new Map<number, number>()
  const seen = new Set<string>()
  // An agenda may stand below a section, as photos may.
  const serving = new Set([...specs.values()].flatMap(({ servedBy }) => servedBy))
  for (const { line, says } of candidates) {
    const { level } = line
    const { reading } = says
    const spec = reading && specs.get(reading.id)
    if (!reading || !spec || spec.mayBeNested || serving.has(spec.id) || seen.has(`${level} ${reading.id}`)) continue
    seen.add(`${level} ${reading.id}`)
    const share = spec.order === null && spec.id !== 'experience' ? OF_ANY_TALK : 1
    counts.set(level, (counts.get(level) ?? 0) + WEIGHT[reading.support] * share)
  }
  if (counts.size > 1) counts.delete(1)
  if (counts.size === 0) {
    const levels = candidates.map(({ line }) => line.level).filter((level) => level > 1)
    return levels.length > 0 ? levels.reduce((least, level) => Math.min(least, level)) : null
  }
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0)
  const byDepth = [...counts].sort(([a], [b]) => a - b)
  const most = Math.max(...counts.values())
  return (
    (byDepth.find(([, count]) => count >= 2 && count >= all / 3) ?? byDepth.find(([, count]) => count === most))?.[0] ??
    null
  )
}

function bindAtLevel(candidates: readonly Candidate[], level: number, bound: Bound): void {
  const first = candidates.findIndex(isAt(level))
  let isUnderShallower = false
  for (const [index, { line, says }] of candidates.entries()) {
    const { reading } = says
    if (line.level < level) isUnderShallower = reading !== null && line.level > 1
    const isFree = line.level < level ? line.level > 1 || reading?.support === 'alias' : index < first
    // Below a section that stands too high, the section level is that of its sub-headings as well.
    const isOwn = line.level === level && (!isUnderShallower || reading?.support === 'alias')
    if (isOwn || (reading && isFree)) bound.set(line, reading)
  }
}

/**
 * Off the section level: titles of sections that nothing else stands for, and photos, which may stand there. A conclusion or
 * an agenda of its own may belong to any talk.
 */
function bindElsewhere(candidates: readonly Candidate[], bound: Bound, specs: ReadonlyMap<string, SectionSpec>): void {
  const taken = takenIn(bound)
  const claims: Groups<string, Candidate> = new Map()
  for (const candidate of candidates) {
    const { line, says } = candidate
    const { reading } = says
    if (!reading || bound.has(line) || taken.has(reading.id)) continue
    const spec = specs.get(reading.id)
    if (reading.support !== 'alias' && !(spec?.mayBeNested && reading.support === 'words')) continue
    const isSought = spec?.required || spec?.order !== null || (spec.mayBeNested && line.form !== 'bold')
    if (!isSought && reading.id !== 'experience') continue
    addTo(claims, reading.id, candidate)
  }
  for (const [id, claimants] of claims) {
    const claimant = specs.get(id)?.mayBeNested ? claimants.at(-1) : claimants.length === 1 ? claimants[0] : undefined
    if (claimant) bound.set(claimant.line, claimant.says.reading)
  }
}

/**
 * Where two sections have slipped down side by side, a heading beside them says what it would say on the section level, if
 * nothing else stands for that.
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
      const { reading } = says
      if (!reading || taken.has(reading.id) || !specs.get(reading.id)?.required) continue
      taken.add(reading.id)
      bound.set(line, reading)
    }
  }
}

/** Headings of one level below the section level with no shallower one between them. */
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

function takenIn(bound: Bound): Set<string> {
  return new Set([...bound.values()].flatMap((reading) => (reading ? [reading.id, ...reading.also] : [])))
}

/** Bare fields stand for a section that nothing else announces; the first of them is its place. */
function bindFields(fields: readonly Candidate[], bound: Bound, schema: Schema): void {
  const taken = takenIn(bound)
  let firstSection = Number.POSITIVE_INFINITY
  for (const [line, reading] of bound) if (reading) firstSection = Math.min(firstSection, line.range[0])
  const times = new Map<string, number>()
  for (const { says } of fields)
    if (says.reading?.support === 'alias') times.set(says.reading.id, (times.get(says.reading.id) ?? 0) + 1)
  for (const { line, says } of fields) {
    const { reading } = says
    const isOnlyOne = reading?.support === 'alias' && times.get(reading.id) === 1
    const id = (line.range[0] < firstSection ? says.fieldSection : null) ?? (isOnlyOne ? reading.id : null)
    if (id === null || taken.has(id) || !schema.sections.some((spec) => spec.id === id && spec.order !== null)) continue
    taken.add(id)
    bound.set(line, { id, also: [], support: 'alias' })
  }
}

/**
 * A title that names two sections ("Key content & agenda") stands for the one that no other heading names, if its claim to
 * the other is the weaker.
 */
function yieldToFirmer(bound: Bound): void {
  // How many titles name just these sections: a schema has few.
  const claims = new Map<string, number>()
  const claim = (reading: Reading, change: 1 | -1): void => {
    const ids = idsOf(reading).join()
    claims.set(ids, (claims.get(ids) ?? 0) + change)
  }
  for (const reading of bound.values()) if (reading) claim(reading, 1)
  for (const [line, reading] of bound) {
    if (!reading || reading.also.length === 0 || reading.support === 'alias') continue
    const own = idsOf(reading)
    const firmer = (id: string): boolean =>
      [...claims].some(([ids, times]) => times > 0 && ids !== own.join() && ids.split(',').includes(id))
    const [id, ...also] = own.filter((one) => !firmer(one))
    if (id === undefined) continue
    const kept = { ...reading, id, also }
    claim(reading, -1)
    claim(kept, 1)
    bound.set(line, kept)
  }
}

/** Titles on the section level that nothing is known of: what they hint at, if nothing else stands for that. */
function bindHinted(bound: Bound, schema: Schema): void {
  const taken = takenIn(bound)
  const sought = new Set(schema.sections.flatMap(({ id }) => (taken.has(id) ? [] : id)))
  const claims = new Map<string, HeadingLine[]>()
  for (const [line, reading] of bound) {
    const id = reading ? null : hinterOf(schema)(line.title)
    if (id !== null && sought.has(id)) claims.set(id, [...(claims.get(id) ?? []), line])
  }
  for (const [id, [line, another]] of claims) if (line && !another) bound.set(line, { id, also: [], support: 'hint' })
}

function idsOf({ id, also }: Reading): readonly string[] {
  return [id, ...also]
}

/** By the lines that announce sections: the offset that the section ends at, of those that do not go on to the end of the text. */
function endsOf(lines: readonly HeadingLine[], bound: Bound): ReadonlyMap<HeadingLine, number> {
  const ends = new Map<HeadingLine, number>()
  /** Few: of two that are alike in form, level and whether anything is known of them, the later one has ended the former. */
  let open: HeadingLine[] = []
  for (const line of lines) {
    for (const section of open) if (endsSection(line, section, bound)) ends.set(section, line.range[0])
    open = open.filter((section) => !ends.has(section))
    if (bound.has(line)) open.push(line)
  }
  return ends
}

/**
 * A section ends at the next heading that is no deeper, and at a field that is a section; one that a field announces at any
 * section, and one that only a bold line announces at the next known one.
 */
function endsSection(line: HeadingLine, section: HeadingLine, bound: Bound): boolean {
  if (isHeading(line) && line.level <= section.level) return true
  if (section.form === 'inline') return bound.has(line)
  if (section.form !== 'bold') return line.form === 'inline' && bound.has(line)
  return bound.get(section) ? Boolean(bound.get(line)) : bound.has(line)
}

function sectionOf(line: HeadingLine, reading: Reading | null, end: number, tree: Root): Section {
  const body: Range = [line.range[1], end]
  return {
    id: reading?.id ?? null,
    also: reading?.also ?? [],
    firm: reading?.support === 'alias',
    title: { value: line.title, range: line.titleRange },
    heading: line.range,
    body,
    level: line.level,
    form: line.form,
    content: nodesWithin(tree, body),
  }
}

/** The index of the first of things in the order of the text whose place is not before an offset. */
function firstFrom<T>(things: readonly T[], offset: number, placeOf: (thing: T) => number): number {
  let low = 0
  let high = things.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (placeOf(things[middle] as T) < offset) low = middle + 1
    else high = middle
  }
  return low
}

/** The outermost nodes that lie wholly in the span, in order; a container that only reaches into it is opened. */
function nodesWithin(tree: Root, span: Range): RootContent[] {
  const nodes: RootContent[] = []
  const visit = (children: readonly RootContent[]): void => {
    // Each section looks at its own nodes only.
    for (let at = firstFrom(children, span[0], (node) => rangeOf(node)[1]); at < children.length; at++) {
      const node = children[at] as RootContent
      const [start, end] = rangeOf(node)
      if (start >= span[1]) break
      if (end <= span[0]) continue
      if (start >= span[0] && end <= span[1]) nodes.push(node)
      else if ('children' in node) visit(node.children as RootContent[])
    }
  }
  visit(tree.children)
  return nodes
}
