import { dayOfIso, weekdayOf } from '../report/calendar.js'
import { hasWrongWeekday } from '../report/event-date.js'
import type { ReportRule } from './rule.js'

export const weekdayMismatch: ReportRule = {
  id: 'weekday-mismatch',
  severity: 'error',
  fixes: 'never',
  *check({ eventDate, text }) {
    if (!eventDate?.weekday || !hasWrongWeekday(eventDate)) return
    const { start, weekday } = eventDate
    const actual = weekdayOf(dayOfIso(start))
    if (!actual) return
    const name = actual[0]?.toUpperCase() + actual.slice(1)
    yield {
      range: weekday.range,
      message: `Unexpected weekday “${text.slice(...weekday.range)}”, expected ${name}, which ${start} is. Correct the weekday or the date.`,
      data: { expected: actual, actual: weekday.value },
    }
  },
}
