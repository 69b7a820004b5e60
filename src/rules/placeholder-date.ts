import { dateBlank } from '../drafting/date-edit.js'
import { isGivenBy, otherReading } from '../report/dates/event-date.js'
import { dayExpected } from './head-day.js'
import type { ReportRule } from './rule.js'

export const placeholderDate: ReportRule = {
  id: 'placeholder-date',
  severity: 'error',
  fixes: 'safe',
  *check(report) {
    const { headDate, eventDate, text } = report
    const { value, range } = headDate
    if (headDate.state !== 'placeholder' || !range) return
    // An event may really have been on the day in the template.
    if (value && eventDate && isGivenBy(value, { ...eventDate, other: otherReading(eventDate) })) return
    const found = `Unexpected date ${text.slice(...range)} from the template`
    yield { range, ...dayExpected(found, report, dateBlank(report)) }
  },
}
