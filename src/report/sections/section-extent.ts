import type { Html, Root, RootContent } from 'mdast'
import { firstFrom, rangeOf } from '../../markdown/mdast.js'
import type { Range } from '../../text/range.js'
import { type HeadingLine, isHeading } from './headings.js'
import type { Proposal } from './recognize.js'
import type { Section } from './section.js'
import type { Bound } from './section-binding.js'

/**
 * The sections that lines announce, in the order of the text, each with what it holds.
 * @param lines all that announce anything, for a section may end at any of them
 */
export function sectionsOf(lines: readonly HeadingLine[], bound: Bound, tree: Root, text: string): Section[] {
  const ends = endsOf(lines, bound)
  return lines.flatMap((line) => {
    const proposal = bound.get(line)
    return proposal === undefined ? [] : sectionOf(line, proposal, ends.get(line) ?? text.length, tree)
  })
}

/** What a line announces, up to an offset. */
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

/**
 * The outermost nodes that lie wholly in the span, in order; a container that only reaches into it is opened. Of HTML that holds
 * several headings, there is the part that lies in it.
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
      else if (node.type === 'html') nodes.push(...htmlWithin(node, span))
    }
  }
  visit(tree.children)
  return nodes
}

function htmlWithin(node: Html, [from, to]: Range): Html[] {
  const [start, end] = rangeOf(node)
  const { value, position } = node
  if (!position || value.length !== end - start) return []
  const [first, last] = [Math.max(start, from), Math.min(end, to)]
  const part = value.slice(first - start, last - start)
  const place = { start: { ...position.start, offset: first }, end: { ...position.end, offset: last } }
  return part.trim() === '' ? [] : [{ type: 'html', value: part, position: place }]
}
