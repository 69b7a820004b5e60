import type { Range } from '../text/range.js'
import { rangeOf } from './headings.js'
import type { Report } from './report.js'
import type { Section } from './section.js'

/**
 * The lines of a section with all that belongs to it: from the start of its heading's line to the start of the line that
 * the next section, or the next heading that is no deeper, stands on; to the end of the text for the last one.
 */
export function blockOf(section: Section, report: Report): Range {
  const { lines } = report
  const startOfLine = (offset: number): number => lines.range(lines.place(offset).line)[0]
  const [, end] = section.body
  return [startOfLine(section.heading[0]), end >= report.text.length ? report.text.length : startOfLine(end)]
}

/**
 * The headings below a section's own, as spans of their `#` marks; setext headings have none and are left out. Where the
 * section stands too high and other sections below it, what follows the first of them is no part of it.
 */
export function subheadingMarks(section: Section, report: Report): Range[] {
  const isNext = ({ id, heading: [start] }: Section): boolean => id !== null && start > section.heading[0]
  const end = report.sections.find(isNext)?.heading[0] ?? report.text.length
  const marks: Range[] = []
  const visit = (nodes: readonly { type: string; children?: unknown }[]): void => {
    for (const node of nodes) {
      if (node.type === 'heading') {
        const [start] = rangeOf(node as never)
        const length = /^#{1,6}/.exec(report.text.slice(start, start + 6))?.[0].length ?? 0
        if (length > 0 && start < end) marks.push([start, start + length])
      } else if (Array.isArray(node.children)) visit(node.children)
    }
  }
  visit(section.content)
  return marks
}
