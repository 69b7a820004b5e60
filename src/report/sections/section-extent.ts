import type { Html, Root, RootContent, Text } from 'mdast'
import { firstFrom, rangeOf } from '../../markdown/mdast.js'
import type { Range } from '../../text/range.js'
import type { Bound } from './bound.js'
import { type HeadingLine, isHeading } from './headings.js'
import type { Proposal } from './recognize.js'
import type { Section } from './section.js'

/**
 * The sections of a report with their content, in the order of the text.
 * @param lines all headings and fields, bound or not, since a section may end at any of them
 */
export function sectionsOf(lines: readonly HeadingLine[], bound: Bound, tree: Root, text: string): Section[] {
  const ends = endsOf(lines, bound)
  return lines.flatMap((line) => {
    const proposal = bound.get(line)
    return proposal === undefined ? [] : sectionOf(line, proposal, ends.get(line) ?? text.length, tree)
  })
}

/** The section that begins with a line and ends at an offset. */
export function sectionOf(line: HeadingLine, proposal: Proposal | null, end: number, tree: Root): Section {
  const body: Range = [line.range[1], end]
  return {
    id: proposal?.id ?? null,
    also: proposal?.also ?? [],
    firm: proposal?.support === 'alias',
    title: { value: line.title, range: line.titleRange },
    heading: line.range,
    body,
    level: line.level,
    form: line.form,
    content: nodesWithin(tree, body),
  }
}

/** The end offsets of the sections by their headings; those that extend to the end of the text are left out. */
function endsOf(lines: readonly HeadingLine[], bound: Bound): ReadonlyMap<HeadingLine, number> {
  const ends = new Map<HeadingLine, number>()
  /** The sections that have not ended yet. They are few, as one ends at the next of the same form and level. */
  let open: HeadingLine[] = []
  for (const line of lines) {
    for (const section of open) if (endsSection(line, section, bound)) ends.set(section, line.range[0])
    open = open.filter((section) => !ends.has(section))
    if (bound.has(line)) open.push(line)
  }
  return ends
}

/**
 * Whether a line ends a section. A heading that is no deeper ends any section. Apart from that, a section that begins with a field
 * ends at any section, one that begins with a heading at a field that is a section, and one that begins with a bold line at the next
 * known section, or at any if it is unknown itself.
 */
function endsSection(line: HeadingLine, section: HeadingLine, bound: Bound): boolean {
  if (isHeading(line) && line.level <= section.level) return true
  if (section.form === 'inline') return bound.has(line)
  if (section.form !== 'bold') return line.form === 'inline' && bound.has(line)
  return bound.get(section) ? Boolean(bound.get(line)) : bound.has(line)
}

/**
 * The outermost nodes that lie wholly in a range, in order. Of a container that only overlaps it, the children are taken, and of
 * HTML or text the overlapping part.
 */
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
      else if (node.type === 'html' || node.type === 'text') nodes.push(...partWithin(node, span))
    }
  }
  visit(tree.children)
  return nodes
}

/** The part of HTML or text that is in a range. Where characters are written as references, it is unknown where a text is divided. */
function partWithin<T extends Html | Text>(node: T, [from, to]: Range): T[] {
  const [start, end] = rangeOf(node)
  const { value, position } = node
  if (!position) return []
  if (value.length !== end - start) return node.type === 'text' ? [node] : []
  const [first, last] = [Math.max(start, from), Math.min(end, to)]
  const part = value.slice(first - start, last - start)
  const place = { start: { ...position.start, offset: first }, end: { ...position.end, offset: last } }
  return part.trim() === '' ? [] : [{ ...node, value: part, position: place }]
}
