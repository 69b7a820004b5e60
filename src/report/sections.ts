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
  const closers = closersOf(lines, announced)
  const sections = announced.map(([line, reading]) => sectionOf(line, reading, lines, closers, tree, text))
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
    if (!isSought && reading.id !== 'experience') continue
    const claimants = claims.get(reading.id)
    if (claimants) claimants.push(candidate)
    else claims.set(reading.id, [candidate])
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
  let firstSection = Number.POSITIVE_INFINITY
  for (const [line, reading] of bound) if (reading) firstSection = Math.min(firstSection, line.range[0])
  const fields = lines.filter(({ form }) => form === 'inline')
  const titles = fields.map((line) => recognizer.read(line.title))
  const times = new Map<string, number>()
  for (const title of titles) if (title) times.set(title.id, (times.get(title.id) ?? 0) + 1)
  for (const [index, line] of fields.entries()) {
    const title = titles[index]
    const isOnlyOne = title?.support === 'alias' && times.get(title.id) === 1
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

function idsOf({ id, also }: Reading): readonly string[] {
  return [id, ...also]
}

/** By its kind and level, for each line: the first one from there on that ends a section. */
type Closers = readonly Readonly<Record<'heading' | 'bold' | 'unknownBold', readonly (HeadingLine | undefined)[]>>[]

/** 0 to 7. */
const LEVELS = 8

/**
 * A section ends at the next heading that is no deeper, and at a field that is a section; one that only a bold line announces
 * at the next known section, too.
 */
function closersOf(
  lines: readonly HeadingLine[],
  announced: readonly (readonly [HeadingLine, Reading | null])[],
): Closers {
  const readings = new Map(announced.map(([line, reading]) => [line.range[0], reading]))
  const nobody = (): (HeadingLine | undefined)[] => Array.from({ length: LEVELS })
  const closers = [{ heading: nobody(), bold: nobody(), unknownBold: nobody() }]
  for (const line of lines.toReversed()) {
    const behind = closers.at(-1) as (typeof closers)[number]
    const isHeading = line.form === 'heading' || line.form === 'html'
    const reading = readings.get(line.range[0])
    const before = (kind: keyof Closers[number], ends: boolean) =>
      behind[kind].map((next, level) => (ends || (isHeading && line.level <= level) ? line : next))
    closers.push({
      heading: before('heading', line.form === 'inline' && reading !== undefined),
      bold: before('bold', Boolean(reading)),
      unknownBold: before('unknownBold', reading !== undefined),
    })
  }
  return closers.reverse()
}

function sectionOf(
  line: HeadingLine,
  reading: Reading | null,
  lines: readonly HeadingLine[],
  closers: Closers,
  tree: Root,
  text: string,
): Section {
  const behind = firstFrom(lines, line.range[1], ({ range }) => range[0])
  const kind = line.form !== 'bold' ? 'heading' : reading ? 'bold' : 'unknownBold'
  const next = closers[behind]?.[kind][line.level]
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
