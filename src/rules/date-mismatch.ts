import { dateEdit } from '../report/date-edit.js'
import type { EventDate } from '../report/event-date.js'
import type { ReportRule } from './rule.js'

export const dateMismatch: ReportRule = {
  id: 'date-mismatch',
  severity: 'error',
  fixes: 'unsafe',
  *check({ headDate, eventDate, lines, text }) {
    const { value, range } = headDate
    if (headDate.state !== 'ok' || !value || !range || !eventDate || agrees(value, eventDate)) return
    const safety = headDate.weak && !eventDate.ambiguous ? 'safe' : 'unsafe'
    const because = headDate.weak ? ' The front matter has a day that many copies of the template share.' : ''
    yield {
      range,
      message: `Unexpected date ${value} in the front matter, expected ${eventDate.start} as on line ${lines.place(eventDate.range[0]).line}.${because}`,
      data: { expected: eventDate.start, actual: value },
      related: [{ range: eventDate.range, message: `the report says ${eventDate.start} here` }],
      ...(eventDate.ambiguous
        ? {}
        : {
            fix: {
              title: `Set the date to ${eventDate.start}`,
              safety,
              edits: [dateEdit(range, text, eventDate.start)],
            },
          }),
    }
  },
}

/** Of several days, each is the event's; of a date that may be read two ways, either. */
function agrees(head: string, { start, end, ambiguous }: EventDate): boolean {
  const [year, month, day] = start.split('-')
  return (head >= start && head <= (end ?? start)) || (ambiguous && head === `${year}-${day}-${month}`)
}
