import { type DateBlank, filledIn, settingDay } from '../drafting/date-edit.js'
import { certainDay } from '../report/dates/event-date.js'
import type { Report } from '../report/report.js'
import type { TextEdit } from '../text/edit.js'
import type { Fix, Problem, Safety } from './rule.js'

/* Shared by the rules on a front matter date that is missing, or differs from that of the body. */

/**
 * A problem with front matter that gives no day: the expected day is that of the body, or else left `open`.
 * @param found what is wrong: "Unexpected empty date in the front matter"
 */
export function dayExpected(
  found: string,
  { eventDate, frontMatterDate, lines }: Report,
  blank: DateBlank | null,
): Omit<Problem, 'range'> {
  const day = certainDay(eventDate)
  const data = { expected: day, actual: frontMatterDate.value }
  if (!eventDate || !day)
    return { message: `${found}, expected the day of the event. Write it as \`date: YYYY-MM-DD\`.`, data, open: found }
  return {
    message: `${found}, expected ${day}, the day on line ${lines.place(eventDate.range[0]).line}.`,
    data,
    ...(blank && { fix: bodyDayFix(day, 'safe', filledIn(blank, day)) }),
  }
}

/** Writes the day that the body gives. @param day ISO */
export function bodyDayFix(day: string, safety: Safety, edit: TextEdit): Fix {
  return { ...settingDay(day, edit), safety, day }
}
