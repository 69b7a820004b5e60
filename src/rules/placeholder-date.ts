import { dateBlank } from '../drafting/date-edit.js'
import { isGivenBy, otherReading } from '../report/dates/event-date.js'
import { dayExpected } from './front-matter-day.js'
import type { ReportRule } from './rule.js'

export const placeholderDate: ReportRule = {
  id: 'placeholder-date',
  severity: 'error',
  fixes: 'safe',
  *check(report) {
    const { frontMatterDate, eventDate, text } = report
    const { value, range } = frontMatterDate
    if (frontMatterDate.state !== 'placeholder' || !range) return
    // An event may really have been on the day in the template.
    if (value && eventDate && isGivenBy(value, { ...eventDate, other: otherReading(eventDate) })) return
    const found = `Unexpected date ${text.slice(...range)} from the template`
    yield { range, ...dayExpected(found, report, dateBlank(report)) }
  },
}
