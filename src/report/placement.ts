import type { SectionSpec } from '../schema/schema.js'
import { rangeOf } from './headings.js'
import { hasOpenEnd } from './open-end.js'
import type { Report } from './report.js'
import type { Section } from './section.js'
import { blockOf, startOfBlock } from './subtree.js'

export interface Placement {
  /** The offset to insert at: the start of a line, or the end of the text. */
  readonly at: number
  /** How many line ends are needed there first, so that what is inserted stands apart. */
  readonly needsBreak: 0 | 1 | 2
}

/**
 * Where a section belongs by the schema's order: after the last section that comes before it, else before the first that
 * comes after it, else at the end. null where the text has no end to put anything at, because a code block is open.
 * @param without a section to leave out of account, because it is about to be moved
 */
export function placeFor(spec: SectionSpec, report: Report, without?: Section): Placement | null {
  if (hasOpenEnd(report.tree, report.text, report.lines)) return null
  const order = spec.order ?? Number.POSITIVE_INFINITY
  const placed = report.slots
    .flatMap(({ spec: { order: other }, sections }) => sections.map((section) => ({ order: other, section })))
    .filter(({ order: other, section }) => other !== null && section !== without && section.level === report.baseLevel)
    .sort((a, b) => a.section.heading[0] - b.section.heading[0])
  const before = placed.filter((other) => (other.order ?? 0) < order).at(-1)
  const after = placed.find((other) => (other.order ?? 0) > order)
  if (before) return atTopLevel(blockOf(before.section, report)[1], report)
  if (after) return atTopLevel(startOfBlock(after.section, report), report)
  return atTopLevel(report.text.length, report)
}

/** Nothing is put into the middle of a list or quotation: the place moves to the start of the node that it falls into. */
function atTopLevel(offset: number, { tree, text, lines }: Report): Placement {
  const node = tree.children.find((child) => rangeOf(child)[0] < offset && offset < rangeOf(child)[1])
  const at = node ? lines.range(lines.place(rangeOf(node)[0]).line)[0] : offset
  const before = text.slice(0, at)
  if (at === 0 || /\n[ \t]*\r?\n[ \t]*$/.test(before.slice(-200))) return { at, needsBreak: 0 }
  return { at, needsBreak: /[\r\n]$/.test(before) ? 1 : 2 }
}
