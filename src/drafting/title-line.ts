import { fieldLines } from '../markdown/field-lines.js'
import { bodyStart } from '../report/body-start.js'
import { findDates } from '../report/dates/dates.js'
import { isLabelledName, namesEvent } from '../report/event-name.js'
import type { Report } from '../report/report.js'
import { type HeadingLine, headingLines, isHeading } from '../report/sections/headings.js'
import { recognizerOf } from '../report/sections/recognize.js'
import type { Schema } from '../schema/schema.js'

/**
 * The line that can be turned into the title of a report without one: a line of emphasis that begins like a report's title, or a
 * heading on a lower level.
 */
export function lineForTitle(report: Report, schema: Schema): HeadingLine | null {
  const lines = headingLines(report.tree, report.text)
  const [line] = lines
  if (line?.form === 'bold' && isReportTitle(line, report, schema)) return line
  const first = lines.find(isHeading)
  return first && standsForTitle(first, report, schema) ? first : null
}

/** Whether a line is the first of the text and begins like a report's title. */
function isReportTitle({ title, range: [start] }: HeadingLine, report: Report, schema: Schema): boolean {
  return recognizerOf(schema)(title).isReportTitle && report.text.slice(bodyStart(report), start).trim() === ''
}

/**
 * Whether a heading is not a section, and has at most fields, or a heading with the date, under it before the next section. After a
 * label and the event's name, some text about the event may follow.
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
