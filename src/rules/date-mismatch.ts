import { dateEdit } from '../report/date-edit.js'
import { certainDay } from '../report/event-date.js'
import type { ReportRule } from './rule.js'

export const dateMismatch: ReportRule = {
  id: 'date-mismatch',
  severity: 'error',
  fixes: 'unsafe',
  *check({ headDate, eventDate, lines, text }) {
    const { value, range } = headDate
    if (headDate.state !== 'ok' || !value || !range || !eventDate) return
    const { start, ambiguous } = eventDate
    const other = ambiguous ? swapped(start) : null
    if (value === other || (value >= start && value <= (eventDate.end ?? start))) return
    const expected = other ? `${start} or ${other}` : start
    const because = headDate.weak ? ' The front matter has a day that many copies of the template share.' : ''
    const safety = headDate.weak && certainDay(eventDate) ? 'safe' : 'unsafe'
    yield {
      range,
      message: `Unexpected date ${value} in the front matter, expected ${expected} as on line ${lines.place(eventDate.range[0]).line}.${because}`,
      data: { expected: start, actual: value },
      related: [{ range: eventDate.range, message: `the report says ${expected} here` }],
      ...(ambiguous
        ? {}
        : { fix: { title: `Set the date to ${start}`, safety, edits: [dateEdit(range, text, start)] } }),
    }
  },
}

/** The day with its day and month the other way round: the second reading of 08/09/2025. */
function swapped(iso: string): string {
  const [year, month, day] = iso.split('-')
  return `${year}-${day}-${month}`
}
