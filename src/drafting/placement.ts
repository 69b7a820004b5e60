import { rangeOf } from '../report/mdast.js'
import { hasOpenEnd } from '../report/open-end.js'
import type { Report } from '../report/report.js'
import { isBehindTalks, type Section } from '../report/section.js'
import type { Content, SectionSpec } from '../schema/schema.js'
import type { TextEdit } from '../text/edit.js'
import { lineEnd } from '../text/lines.js'
import { blockOf, startOfBlock, startOfLine } from './section-block.js'

export interface Placement {
  /** The offset to insert at: the start of a line, or the end of the text. */
  readonly at: number
  /** How many line ends are needed there first, so that what is inserted stands apart. */
  readonly needsBreak: 0 | 1 | 2
}

/**
 * Where a section belongs by the schema's order: after the last section that comes before it, else before the first that
 * comes after it. What is concluded from the event goes behind all that is told of it, under whatever headings that stands:
 * before the next section that comes after it, else before what closes the report, else at the end.
 * null where the text has no end to put anything at, because a code block or raw HTML is open.
 * @param without a section to leave out of account, because it is about to be moved
 */
export function placeFor(spec: SectionSpec, report: Report, without?: Section): Placement | null {
  if (hasOpenEnd(report.tree, report.text)) return null
  const own = spec.order ?? Number.POSITIVE_INFINITY
  const placed = report.slots
    .flatMap(({ spec: { order }, sections }) => (order === null ? [] : sections.map((section) => ({ order, section }))))
    .filter(({ section }) => section !== without && section.level === report.baseLevel)
    .sort((a, b) => a.section.heading[0] - b.section.heading[0])
  const last = placed.findLastIndex(({ order }) => order < own)
  const before = placed[last]?.section
  if (before && !isBehindTalks(spec, report.slots)) return atTopLevel(blockOf(before, report)[1], report)
  const after = placed.slice(last + 1).find(({ order }) => order > own)?.section ?? closingOf(own, report)
  return atTopLevel(after ? startOfBlock(after, report) : report.text.length, report)
}

/** Puts lines in their place, with a blank line between them and what stands there. @param block without blanks at its end */
export function insertionAt({ at, needsBreak }: Placement, block: string, { text }: Report): TextEdit {
  const eol = lineEnd(text)
  return { range: [at, at], text: eol.repeat(needsBreak) + block + eol.repeat(at < text.length ? 2 : 1) }
}

/** How the event was, what it comes to, and pictures: what is put before them comes after all that is told of the event. */
const CLOSING: ReadonlySet<Content> = new Set(['prose', 'images'])

/** The first of the sections that the report ends with and that close it, none of which comes before a place in the order. */
function closingOf(place: number, { sections, slots, baseLevel }: Report): Section | undefined {
  const closes = ({ content, order }: SectionSpec): boolean =>
    CLOSING.has(content) && (order ?? Number.POSITIVE_INFINITY) >= place
  const closing = new Set<string | null>(slots.flatMap(({ spec }) => (closes(spec) ? spec.id : [])))
  const own = sections.filter(({ level, form }) => level <= (baseLevel ?? 0) && form !== 'inline')
  return own[own.findLastIndex(({ id }) => !closing.has(id)) + 1]
}

/** Nothing is put into the middle of a list or quotation: the place moves to the start of the node that it falls into. */
function atTopLevel(offset: number, report: Report): Placement {
  const { tree, text } = report
  const node = tree.children.find((child) => rangeOf(child)[0] < offset && offset < rangeOf(child)[1])
  const at = node ? startOfLine(rangeOf(node)[0], report) : offset
  const before = text.slice(0, at)
  if (before.trim() === '' || /\n[ \t]*\r?\n[ \t]*$/.test(before.slice(-200))) return { at, needsBreak: 0 }
  return { at, needsBreak: /[\r\n]$/.test(before) ? 1 : 2 }
}
