import { dayOfIso, type Weekday, weekdayOf } from '../report/dates/calendar.js'
import { hasWrongWeekday } from '../report/dates/event-date.js'
import type { Language } from '../schema/schema.js'
import type { ReportRule } from './rule.js'

export const weekdayMismatch: ReportRule = {
  id: 'weekday-mismatch',
  severity: 'error',
  fixes: 'never',
  onAnyPage: true,
  *check({ eventDate, text, language }) {
    if (!eventDate?.weekday || !hasWrongWeekday(eventDate)) return
    const { start, weekday } = eventDate
    const actual = weekdayOf(dayOfIso(start))
    if (!actual) return
    yield {
      range: weekday.range,
      message: `Unexpected weekday “${text.slice(...weekday.range)}”, expected ${nameOf(actual, language)}, the weekday of ${start}. Correct the weekday or the date.`,
      data: { expected: actual, actual: weekday.value },
    }
  },
}

function nameOf(weekday: Weekday, language: Language): string {
  return language === 'vi' ? VIETNAMESE[weekday] : `${weekday[0]?.toUpperCase()}${weekday.slice(1)}`
}

const VIETNAMESE: Readonly<Record<Weekday, string>> = {
  monday: 'Thứ Hai',
  tuesday: 'Thứ Ba',
  wednesday: 'Thứ Tư',
  thursday: 'Thứ Năm',
  friday: 'Thứ Sáu',
  saturday: 'Thứ Bảy',
  sunday: 'Chủ Nhật',
}
