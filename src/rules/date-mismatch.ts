import { dateEdit } from '../drafting/date-edit.js'
import { certainDay, isGivenBy, otherReading } from '../report/dates/event-date.js'
import { bodyDayFix } from './front-matter-day.js'
import type { ReportRule } from './rule.js'

export const dateMismatch: ReportRule = {
  id: 'date-mismatch',
  severity: 'error',
  fixes: 'unsafe',
  *check({ frontMatterDate, eventDate, lines, text }) {
    const { value, range } = frontMatterDate
    if (frontMatterDate.state !== 'ok' || !value || !range || !eventDate) return
    const { start, end } = eventDate
    const other = otherReading(eventDate)
    if (isGivenBy(value, { start, end, other })) return
    const expected = other ? `${start} or ${other}` : start
    const because = frontMatterDate.weak ? ' Many copies of the template have this date in their front matter.' : ''
    const day = certainDay(eventDate)
    const safety = frontMatterDate.weak ? 'safe' : 'unsafe'
    const found = `Unexpected date ${value} in the front matter`
    yield {
      range,
      message: `${found}, expected ${expected} as on line ${lines.place(eventDate.range[0]).line}.${because}`,
      data: { expected: start, actual: value },
      related: [{ range: eventDate.range, message: `the report says ${expected} here` }],
      ...(day ? { fix: bodyDayFix(day, safety, dateEdit(range, text, day)) } : { open: found }),
    }
  },
}
