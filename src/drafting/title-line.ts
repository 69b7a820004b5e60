import { fieldLines } from '../markdown/field-lines.js'
import { bodyStart } from '../report/body-start.js'
import { findDates } from '../report/dates/dates.js'
import { isLabelledName, namesEvent } from '../report/event-name.js'
import type { Report } from '../report/report.js'
import { type HeadingLine, headingLines, isHeading } from '../report/sections/headings.js'
import { recognizerOf } from '../report/sections/recognize.js'
import type { Schema } from '../schema/schema.js'

/**
 * The line that stands in the place of the title of a report that has none, and can be made it: a line of emphasis that begins as
 * the titles of reports do, or a heading of a lower level.
 */
export function lineForTitle(report: Report, schema: Schema): HeadingLine | null {
  const lines = headingLines(report.tree, report.text)
  const [line] = lines
  if (line?.form === 'bold' && isReportTitle(line, report, schema)) return line
  const first = lines.find(isHeading)
  return first && standsForTitle(first, report, schema) ? first : null
}

/** Whether a line that opens the text begins as the titles of reports do. */
function isReportTitle({ title, range: [start] }: HeadingLine, report: Report, schema: Schema): boolean {
  return recognizerOf(schema)(title).isReportTitle && report.text.slice(bodyStart(report), start).trim() === ''
}

/**
 * Whether a heading is no section, and has nothing of its own under it until a section follows: fields at most, or a heading that
 * gives the day. One with a label before the event's name may have a word on the event under it.
 */
function standsForTitle({ title, range }: HeadingLine, { prose, sections }: Report, schema: Schema): boolean {
  const next = sections.find(({ id, heading }) => id !== null && heading[0] >= range[0])?.heading[0]
  if (next === undefined || next === range[0] || !namesEvent(title, schema)) return false
  if (isLabelledName(title)) return true
  const own = prose.filter(({ start }) => start >= range[1] && start < next)
  const fields = new Set([...fieldLines(own)].map(({ start }) => start))
  return own.every(
    ({ start, container, text }) => fields.has(start) || (container === 'heading' && findDates(text).length > 0),
  )
}
