import { dateEdit } from '../drafting/date-edit.js'
import { certainDay, isGivenBy, otherReading } from '../report/event-date.js'
import { dayFix, expectedDay } from './head-day.js'
import type { ReportRule } from './rule.js'

export const placeholderDate: ReportRule = {
  id: 'placeholder-date',
  severity: 'error',
  fixes: 'safe',
  *check(report) {
    const { headDate, eventDate, text } = report
    const { value, range } = headDate
    if (headDate.state !== 'placeholder' || !range) return
    // An event may be on the template's own day.
    if (value && eventDate && isGivenBy(value, { ...eventDate, other: otherReading(eventDate) })) return
    const day = certainDay(eventDate)
    yield {
      range,
      message: `Unexpected date ${text.slice(...range)} that the template left behind, expected ${expectedDay(report)}.`,
      data: { expected: day, actual: value },
      ...(day && { fix: dayFix(day, 'safe', dateEdit(range, text, day)) }),
    }
  },
}
