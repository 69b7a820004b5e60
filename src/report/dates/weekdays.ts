import { isCapital } from '../../text/capitals.js'
import type { Located, Range } from '../../text/range.js'
import type { Weekday } from './calendar.js'
import type { DateText } from './date-text.js'

const WEEKDAY_NAMES: readonly (readonly [string, Weekday])[] = [
  ['sun(?:day)?|chủ\\s{1,5}nhật|cn', 'sunday'],
  ['mon(?:day)?|thứ\\s{1,5}(?:hai|2)|t2', 'monday'],
  ['tue(?:s(?:day)?)?|thứ\\s{1,5}(?:ba|3)|t3', 'tuesday'],
  ['wed(?:nesday)?|thứ\\s{1,5}(?:tư|4)|t4', 'wednesday'],
  ['thu(?:r(?:s(?:day)?)?)?|thứ\\s{1,5}(?:năm|5)|t5', 'thursday'],
  ['fri(?:day)?|thứ\\s{1,5}(?:sáu|6)|t6', 'friday'],
  ['sat(?:urday)?|thứ\\s{1,5}(?:bảy|bẩy|7)|t7', 'saturday'],
]
/** Any way of writing a weekday: the source of a regular expression for text in lower case. */
export const ANY_WEEKDAY = WEEKDAY_NAMES.map(([names]) => names).join('|')
const WEEKDAY_BEFORE = new RegExp(
  `(?<![a-zÀ-ỿ])(${ANY_WEEKDAY})(?![a-zÀ-ỿ])\\.?[\\s,(*_–-]{0,6}(?:(?:the|on|(?:sáng |chiều |tối )?ngày)\\s{1,5})?[\\s*_]{0,4}$`,
)
/** In "Saturday 15/11/2025, Monday 17/11/2025", the weekday after the first date belongs to the second. */
const WEEKDAY_AFTER = new RegExp(
  `^[\\s,*_]{0,4}[(–-]?\\s?(${ANY_WEEKDAY})(?![a-zÀ-ỿ])(?!,?\\s{0,3}(?:ngày\\s)?\\d{1,2}[/-])`,
)

/** How many characters before and after a date are searched for its weekday. */
const REACH = 40

/** The weekday that is written right before or after a date. @param range of the date */
export function weekdayBeside({ written, lower }: DateText, [start, end]: Range): Located<Weekday> | null {
  const before = lower.slice(Math.max(0, start - REACH), start)
  const match = WEEKDAY_BEFORE.exec(before)
  if (match?.[1] && !endsName(match[1], before.slice(0, match.index)))
    return located(match[1], start - before.length + match.index)
  const after = WEEKDAY_AFTER.exec(lower.slice(end, end + REACH))
  if (!after?.[1] || beginsName(after[1], written.slice(end + after[0].length, end + REACH))) return null
  return located(after[1], end + after[0].length - after[1].length)
}

/** Whether the short form of a weekday begins the name of a place: "Thu Duc City", "Sun Wah Tower", "T3 Hall". */
function beginsName(weekday: string, rest: string): boolean {
  return /^[a-z]{1,5}\d?$/.test(weekday) && /^\s{1,3}\S/.test(rest) && isCapital(rest.trimStart())
}

/** Whether it ends the name of a place: "Hall T2, 29/11/2025". After a word, "T2" is a weekday only if that word is about time. */
function endsName(weekday: string, lead: string): boolean {
  const [, word] = /(?<![a-zÀ-ỿ\d])([a-zÀ-ỿ]{1,20})\s{1,3}$/.exec(lead) ?? []
  return weekday.length === 2 && word !== undefined && !TELLS_WHEN.test(word)
}

const TELLS_WHEN = /^(?:sáng|trưa|chiều|tối|đêm|ngày|vào|từ|đến|và|giờ|hôm|on|from|to|and)$/

/** Has one group for each entry of `WEEKDAY_NAMES`, in that order. */
const WHICH_WEEKDAY = new RegExp(`^(?:${WEEKDAY_NAMES.map(([names]) => `(${names})`).join('|')})$`)

function located(name: string, at: number): Located<Weekday> | null {
  const [, ...groups] = WHICH_WEEKDAY.exec(name) ?? []
  const value = WEEKDAY_NAMES[groups.findIndex((group) => group !== undefined)]?.[1]
  return value ? { value, range: [at, at + name.length] } : null
}
