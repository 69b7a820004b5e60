import { certainDay } from '../report/event-date.js'
import type { Report } from '../report/report.js'
import type { TextEdit } from '../text/edit.js'
import type { Fix, Safety } from './rule.js'

/* What several rules say of a date in the front matter that is not the body's. */

/** What such a date is to be, in words. */
export function expectedDay({ eventDate, lines }: Report): string {
  const day = certainDay(eventDate)
  return eventDate && day
    ? `${day}, the day on line ${lines.place(eventDate.range[0]).line}`
    : 'the day of the event. Write it as `date: YYYY-MM-DD`'
}

/** Writes the day that the body gives. @param day ISO */
export function dayFix(day: string, safety: Safety, edit: TextEdit): Fix {
  return { title: `Set the date to ${day}`, safety, day, edits: [edit] }
}
