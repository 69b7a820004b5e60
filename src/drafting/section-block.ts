import { bodyStart } from '../report/body-start.js'
import type { Report } from '../report/report.js'
import { headingLines, isHeading } from '../report/sections/headings.js'
import type { Section } from '../report/sections/section.js'
import type { Range } from '../text/range.js'

/**
 * The lines of a section with all that belongs to it, fields that are sections of their own included: from the start of its
 * heading's line to the start of the line of the next heading that is no deeper; to the end of the text for the last one.
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

/** Where the line of a section's heading starts. */
export function startOfBlock({ heading: [start] }: Section, report: Report): number {
  return startOfLine(start, report)
}

/** Where the line of an offset in the body starts; of the first line that is behind a byte order mark. */
export function startOfLine(offset: number, report: Report): number {
  const { lines } = report
  return Math.max(lines.range(lines.place(offset).line)[0], bodyStart(report))
}
