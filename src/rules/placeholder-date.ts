import { dateEdit } from '../drafting/date-edit.js'
import { certainDay, isGivenBy, otherReading } from '../report/event-date.js'
import type { ReportRule } from './rule.js'

export const placeholderDate: ReportRule = {
  id: 'placeholder-date',
  severity: 'error',
  fixes: 'safe',
  *check({ headDate, eventDate, lines, text }) {
    const { value } = headDate
    if (headDate.state !== 'placeholder' || !headDate.range) return
    // An event may be on the template's own day.
    if (value && eventDate && isGivenBy(value, { ...eventDate, other: otherReading(eventDate) })) return
    const day = certainDay(eventDate)
    const expected = day
      ? `${day}, the day on line ${lines.place(eventDate?.range[0] ?? 0).line}`
      : 'the day of the event. Write it as `date: YYYY-MM-DD`'
    yield {
      range: headDate.range,
      message: `Unexpected date ${text.slice(...headDate.range)} that the template left behind, expected ${expected}.`,
      data: { expected: day, actual: value },
      ...(day
        ? {
            fix: { title: `Set the date to ${day}`, safety: 'safe', day, edits: [dateEdit(headDate.range, text, day)] },
          }
        : {}),
    }
  },
}
