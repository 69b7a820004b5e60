import { bodyStart } from '../report/body-start.js'
import type { Report } from '../report/report.js'
import { headingLines, isHeading } from '../report/sections/headings.js'
import type { Section } from '../report/sections/section.js'
import type { Range } from '../text/range.js'

/**
 * The lines of a section with everything that belongs to it, including fields that count as sections: from the start of its heading
 * line to the start of the next heading on the same or a higher level, or to the end of the text.
 */
export function blockOf(section: Section, report: Report): Range {
  const { sections, text, tree } = report
  const next = [
    ...headingLines(tree, text).filter(isHeading),
    ...sections.filter(({ form }) => form === 'bold').map(({ heading, level }) => ({ range: heading, level })),
  ]
    .filter(({ range, level }) => range[0] > section.heading[0] && level <= section.level)
    .reduce((first, { range: [start] }) => Math.min(first, start), text.length)
  return [startOfBlock(section, report), next < text.length ? startOfLine(next, report) : text.length]
}

/** The offset of the line with a section's heading. */
export function startOfBlock({ heading: [start] }: Section, report: Report): number {
  return startOfLine(start, report)
}

/** The offset of the line around an offset in the body; for the first line, that is after a byte order mark. */
export function startOfLine(offset: number, report: Report): number {
  const { lines } = report
  return Math.max(lines.range(lines.place(offset).line)[0], bodyStart(report))
}
