import type { Root, RootContent } from 'mdast'
import type { Schema, SectionSpec } from '../schema/schema.js'
import type { Range } from '../text/range.js'
import { type HeadingLine, headingLines, rangeOf } from './headings.js'
import { type Reading, type Recognizer, recognizerOf, type Support } from './recognize.js'
import type { Section, Slot, Title } from './section.js'

export interface Outline {
  readonly title: Title | null
  readonly baseLevel: number | null
  readonly sections: readonly Section[]
  readonly slots: readonly Slot[]
}

/** A heading line and what its words say. */
interface Candidate extends HeadingLine {
  readonly reading: Reading | null
}

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
  const recognizer = recognizerOf(schema)
  const specs = new Map(schema.sections.map((spec) => [spec.id, spec]))
  const lines = headingLines(tree, text)
  const title = titleOf(lines, recognizer)
  const candidates = lines
    .filter(
      (line) => line.range[0] !== title?.range[0] && !(line.form !== 'inline' && recognizer.isReportTitle(line.title)),
    )
    .map((line): Candidate => ({ ...line, reading: line.form === 'inline' ? null : recognizer.read(line.title) }))
  const headings = candidates.filter(({ form }) => form === 'heading' || form === 'html')

  const baseLevel = sectionLevel(headings, specs) ?? sectionLevel(candidates.filter(isBold), specs)
  const bound = new Map<HeadingLine, Reading | null>()
  if (baseLevel !== null) {
    bindAtLevel(headings.some(isAt(baseLevel)) ? headings : candidates.filter(isBold), baseLevel, bound)
    bindElsewhere(headings.filter(isBelow(baseLevel)), bound, specs)
  }
  bindElsewhere(candidates.filter(isBold), bound, specs)
  bindFields(lines, bound, recognizer, schema)
  yieldToFirmer(bound)

  const announced = [...bound].sort(([a], [b]) => a.range[0] - b.range[0])
  const sections = announced.map(([line, reading]) => sectionOf(line, reading, lines, bound, tree, text))
  return {
    title,
    baseLevel,
    sections,
    slots: schema.sections.map((spec) => ({
      spec,
      sections: sections.filter(({ id, also }) => id === spec.id || also.includes(spec.id)),
    })),
  }
}

const isBold = ({ form }: Candidate): boolean => form === 'bold'
const isAt = (level: number) => (candidate: Candidate) => candidate.level === level
const isBelow = (level: number) => (candidate: Candidate) => candidate.level > level

/** The first heading of level 1, or the first one that reads like the title of a report. */
function titleOf(lines: readonly HeadingLine[], recognizer: Recognizer): Title | null {
  const headings = lines.filter(({ form }) => form === 'heading' || form === 'html')
  const [first] = headings
  const line =
    first?.level === 1 && recognizer.read(first.title)?.support !== 'alias'
      ? first
      : headings.find(({ title }) => recognizer.isReportTitle(title))
  return line ? { text: line.title, range: line.range, level: line.level } : null
}

/** A title that needs its place to be understood counts half. */
const WEIGHT: Readonly<Record<Support, number>> = { alias: 1, weak: 0.5, words: 0.5 }

/**
 * The shallowest level that holds at least two titles of sections and a third of all; failing that, the one that holds most.
 * Half of a report may have slipped one level down: then it is that half which is to be raised. Level 1 is the title's.
 */
function sectionLevel(candidates: readonly Candidate[], specs: ReadonlyMap<string, SectionSpec>): number | null {
  const counts = new Map<number, number>()
  const seen = new Set<string>()
  for (const { level, reading } of candidates) {
    if (!reading || specs.get(reading.id)?.mayBeNested || seen.has(`${level} ${reading.id}`)) continue
    seen.add(`${level} ${reading.id}`)
    counts.set(level, (counts.get(level) ?? 0) + WEIGHT[reading.support])
  }
  if (counts.size > 1) counts.delete(1)
  if (counts.size === 0) {
    const levels = candidates.map(({ level }) => level).filter((level) => level > 1)
    return levels.length > 0 ? Math.min(...levels) : null
  }
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0)
  const byDepth = [...counts].sort(([a], [b]) => a - b)
  const most = Math.max(...counts.values())
  return (
    (byDepth.find(([, count]) => count >= 2 && count >= all / 3) ?? byDepth.find(([, count]) => count === most))?.[0] ??
    null
  )
}

function bindAtLevel(candidates: readonly Candidate[], level: number, bound: Map<HeadingLine, Reading | null>): void {
  const first = candidates.findIndex(isAt(level))
  let isUnderShallower = false
  for (const [index, candidate] of candidates.entries()) {
    const { reading } = candidate
    if (candidate.level < level) isUnderShallower = reading !== null && candidate.level > 1
    const isFree = candidate.level < level ? candidate.level > 1 || reading?.support === 'alias' : index < first
    // Below a section that stands too high, the section level is that of its sub-headings as well.
    const isOwn = candidate.level === level && (!isUnderShallower || reading?.support === 'alias')
    if (isOwn || (reading && isFree)) bound.set(candidate, reading)
  }
}

/**
 * Off the section level: titles of sections that nothing else stands for, and photos, which may stand there. A conclusion or
 * an agenda of its own may belong to any talk.
 */
function bindElsewhere(
  candidates: readonly Candidate[],
  bound: Map<HeadingLine, Reading | null>,
  specs: ReadonlyMap<string, SectionSpec>,
): void {
  const taken = new Set([...bound.values()].flatMap((reading) => (reading ? [reading.id, ...reading.also] : [])))
  const claims = new Map<string, Candidate[]>()
  for (const candidate of candidates) {
    const { reading } = candidate
    if (bound.has(candidate) || reading?.support !== 'alias' || taken.has(reading.id)) continue
    const spec = specs.get(reading.id)
    const isSought = spec?.required || spec?.order !== null || (spec.mayBeNested && candidate.form !== 'bold')
    if (isSought || reading.id === 'experience') claims.set(reading.id, [...(claims.get(reading.id) ?? []), candidate])
  }
  for (const [id, claimants] of claims) {
    const claimant = specs.get(id)?.mayBeNested ? claimants.at(-1) : claimants.length === 1 ? claimants[0] : undefined
    if (claimant) bound.set(claimant, claimant.reading)
  }
}

/** Bare fields stand for a section that nothing else announces; the first of them is its place. */
function bindFields(
  lines: readonly HeadingLine[],
  bound: Map<HeadingLine, Reading | null>,
  recognizer: Recognizer,
  schema: Schema,
): void {
  const taken = new Set([...bound.values()].flatMap((reading) => (reading ? [reading.id, ...reading.also] : [])))
  const firstSection = Math.min(...[...bound].flatMap(([line, reading]) => (reading ? [line.range[0]] : [])))
  const fields = lines.filter(({ form }) => form === 'inline')
  const titles = fields.map((line) => recognizer.read(line.title))
  for (const [index, line] of fields.entries()) {
    const title = titles[index]
    const isOnlyOne = title?.support === 'alias' && titles.filter((other) => other?.id === title.id).length === 1
    const id =
      (line.range[0] < firstSection ? recognizer.fieldSection(line.title) : null) ?? (isOnlyOne ? title.id : null)
    if (id === null || taken.has(id) || !schema.sections.some((spec) => spec.id === id && spec.order !== null)) continue
    taken.add(id)
    bound.set(line, { id, also: [], support: 'alias' })
  }
}

/**
 * A title that names two sections ("Key content & agenda") stands for the one that no other heading names, if its claim to
 * the other is the weaker.
 */
function yieldToFirmer(bound: Map<HeadingLine, Reading | null>): void {
  for (const [line, reading] of bound) {
    if (!reading || reading.also.length === 0 || reading.support === 'alias') continue
    const firmer = (id: string) =>
      [...bound].some(
        ([other, theirs]) =>
          other !== line && theirs && [theirs.id, ...theirs.also].includes(id) && !sameIds(theirs, reading),
      )
    const kept = [reading.id, ...reading.also].filter((id) => !firmer(id))
    const [id, ...also] = kept
    if (id !== undefined) bound.set(line, { ...reading, id, also })
  }
}

function sameIds(a: Reading, b: Reading): boolean {
  return [a.id, ...a.also].join() === [b.id, ...b.also].join()
}

function sectionOf(
  line: HeadingLine,
  reading: Reading | null,
  lines: readonly HeadingLine[],
  bound: ReadonlyMap<HeadingLine, Reading | null>,
  tree: Root,
  text: string,
): Section {
  const closes = (other: HeadingLine): boolean =>
    bound.has(other) || ((other.form === 'heading' || other.form === 'html') && other.level <= line.level)
  const next = lines.find((other) => other.range[0] >= line.range[1] && closes(other))
  const body: Range = [line.range[1], next?.range[0] ?? text.length]
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

/** The outermost nodes that lie wholly in the span, in order; a container that only reaches into it is opened. */
function nodesWithin(tree: Root, span: Range): RootContent[] {
  const nodes: RootContent[] = []
  const visit = (children: readonly RootContent[]): void => {
    for (const node of children) {
      const [start, end] = rangeOf(node)
      if (end <= span[0] || start >= span[1]) continue
      if (start >= span[0] && end <= span[1]) nodes.push(node)
      else if ('children' in node) visit(node.children as RootContent[])
    }
  }
  visit(tree.children)
  return nodes
}
