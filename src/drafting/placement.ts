import { rangeOf } from '../markdown/mdast.js'
import { hasOpenEnd } from '../markdown/open-end.js'
import type { Report } from '../report/report.js'
import { type HeadingLine, headingLines, isHeading } from '../report/sections/headings.js'
import { isAfterTalks, type Section } from '../report/sections/section.js'
import type { Content, SectionSpec } from '../schema/schema.js'
import type { TextEdit } from '../text/edit.js'
import { lineEnd } from '../text/lines.js'
import type { Range } from '../text/range.js'
import { blockOf, startOfBlock, startOfLine } from './section-block.js'

export interface Placement {
  /** The offset to insert at: the start of a line, or the end of the text. */
  readonly at: number
  /** How many line ends have to precede the inserted text, so that a blank line separates it. */
  readonly needsBreak: 0 | 1 | 2
}

/**
 * The place of a section by the schema's order: after the section that leaves the fewest others on the wrong side, or else before
 * the first that comes after it, and before talks with headings of their own. Conclusions from the event go after everything
 * about it, whatever its headings: before the next section in the order, or else before what closes the report, or at the end.
 * @param without a section to ignore, because it is about to be moved
 * @returns null if nothing can be added at the end of the text, because of an open code block or raw HTML
 */
export function placeFor(spec: SectionSpec, report: Report, without?: Section): Placement | null {
  if (hasOpenEnd(report.tree, report.text)) return null
  const { before, after, range, talks } = neighbourhoodOf(spec, report, without)
  const [start, end] = range
  if (isAfterTalks(spec, report.slots)) return atTopLevel(end, report)
  if (spec.content === 'talks') return atTopLevel(before && talks.length === 0 ? start : end, report)
  if (before || (after && !isOfTalks(after.spec, report))) return atTopLevel(before ? start : end, report)
  return atTopLevel(firstTalk(talks) ?? end, report)
}

/** Whether the talks that a section should contain have headings of their own, on its level and at its place. */
export function isUnderOwnHeadings(spec: SectionSpec, report: Report): boolean {
  return spec.content === 'talks' && neighbourhoodOf(spec, report).talks.length > 0
}

/** The surroundings of a section's place. */
interface Neighbourhood {
  readonly before: Placed | undefined
  readonly after: Placed | undefined
  /** From the end of what precedes it to the start of what follows it, or closes the report. */
  readonly range: Range
  /** The unknown headings in this range, on the section level or above it. */
  readonly talks: readonly HeadingLine[]
}

function neighbourhoodOf(spec: SectionSpec, report: Report, without?: Section): Neighbourhood {
  const { text, tree, title, slots, baseLevel } = report
  const own = spec.order ?? Number.POSITIVE_INFINITY
  const placed = placedAround(spec, report).filter(({ section }) => section !== without)
  const before = neighbourBefore(own, placed)
  const after = placed.slice(before ? placed.indexOf(before) : 0).find(({ order }) => order > own)
  const next = after?.section ?? closingOf(own, report)
  const start = before ? blockOf(before.section, report)[1] : (title?.range[1] ?? 0)
  const end = next ? startOfBlock(next, report) : text.length
  const known = new Set(slots.flatMap(({ sections }) => withoutMore(sections).map(({ heading }) => heading[0])))
  const isTalk = ({ range, level }: HeadingLine): boolean =>
    level <= (baseLevel ?? 0) && range[0] >= start && range[0] < end && !known.has(range[0])
  return {
    before,
    after,
    range: [start, end],
    talks: headingLines(tree, text).filter((line) => isHeading(line) && isTalk(line)),
  }
}

/** A section with a place in the order. */
interface Placed {
  readonly spec: SectionSpec
  readonly section: Section
  readonly order: number
}

/** The sections on the section level, in the order of the text; one that can serve as the section counts as right before it. */
function placedAround(own: SectionSpec, { slots, baseLevel }: Report): Placed[] {
  return slots
    .flatMap(({ spec, sections }) => {
      const order = own.servedBy.includes(spec.id) && own.order !== null ? own.order - 0.5 : spec.order
      return order === null ? [] : withoutMore(sections).map((section) => ({ spec, section, order }))
    })
    .filter(({ section }) => section.level === baseLevel)
    .sort((a, b) => a.section.heading[0] - b.section.heading[0])
}

/** Sections of one kind, without an overview that has sub-headings of its own, because it may contain the talks. */
function withoutMore(sections: readonly Section[]): readonly Section[] {
  if (!sections.some(({ firm }) => firm)) return sections
  return sections.filter(({ firm, content }) => firm || !content.some(({ type }) => type === 'heading'))
}

/** The section to add another one after: the first one that leaves the fewest sections on the wrong side. */
function neighbourBefore(own: number, placed: readonly Placed[]): Placed | undefined {
  let found: Placed | undefined
  let fewest = Number.POSITIVE_INFINITY
  let wrong = placed.filter(({ order }) => order < own).length
  for (const each of placed) {
    if (each.order < own) wrong--
    else if (each.order > own) wrong++
    if (each.order >= own || wrong >= fewest) continue
    found = each
    fewest = wrong
  }
  return found
}

/** Whether a section is about the talks, or about what came of them. */
function isOfTalks(spec: SectionSpec, { slots }: Report): boolean {
  return spec.content === 'talks' || isAfterTalks(spec, slots)
}

/** The offset of the first talk; if a heading is above all others, it is their common title. */
function firstTalk(talks: readonly HeadingLine[]): number | undefined {
  const first = talks.find(({ level }, index) => talks.slice(index + 1).some((later) => later.level <= level))
  return (first ?? talks[0])?.range[0]
}

/** The edit that inserts a block, separated by blank lines. @param block without white space at its end */
export function insertionAt({ at, needsBreak }: Placement, block: string, { text }: Report): TextEdit {
  const eol = lineEnd(text)
  return { range: [at, at], text: eol.repeat(needsBreak) + block + eol.repeat(at < text.length ? 2 : 1) }
}

/** The content of sections that close a report: the experience, the conclusion, and pictures. */
const CLOSING: ReadonlySet<Content> = new Set(['prose', 'images'])

/** The first of the closing sections at the end of the report that do not come before a place in the order. */
function closingOf(place: number, { sections, slots, baseLevel }: Report): Section | undefined {
  const closes = ({ content, order }: SectionSpec): boolean =>
    CLOSING.has(content) && (order ?? Number.POSITIVE_INFINITY) >= place
  const closing = new Set<string | null>(slots.flatMap(({ spec }) => (closes(spec) ? spec.id : [])))
  const own = sections.filter(({ level, form }) => level <= (baseLevel ?? 0) && form !== 'inline')
  return own[own.findLastIndex(({ id }) => !closing.has(id)) + 1]
}

/** Moves a place to the start of the node around it, so that nothing is inserted into a list or quotation. */
function atTopLevel(offset: number, report: Report): Placement {
  const { tree, text } = report
  const node = tree.children.find((child) => rangeOf(child)[0] < offset && offset < rangeOf(child)[1])
  const at = node ? startOfLine(rangeOf(node)[0], report) : offset
  const before = text.slice(0, at)
  if (before.trim() === '' || /\n[ \t]*\r?\n[ \t]*$/.test(before.slice(-200))) return { at, needsBreak: 0 }
  return { at, needsBreak: /[\r\n]$/.test(before) ? 1 : 2 }
}
