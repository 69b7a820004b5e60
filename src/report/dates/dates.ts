import { compose } from '../../text/compose.js'
import { lowerCase } from '../../text/lower-case.js'
import type { Range } from '../../text/range.js'
import { exists } from './calendar.js'
import { FORMS, foundAt, SHORT_YEAR } from './date-forms.js'
import { beginning, type DateMention, isBefore } from './date-mention.js'
import { BLANK, DAY, GAPS, MONTH, TO, YEAR } from './date-parts.js'
import { ANY_WEEKDAY } from './weekdays.js'

/**
 * Finds the dates in a text, English and Vietnamese, with or without a year. Numeric dates are read with the day first, as
 * people write both languages here, unless the month would be above 12 or the weekday beside the date says otherwise.
 * @param text any text; its letters may be composed or decomposed
 * @param isDate whether the text is the value of a date field, where years may have two digits
 * @returns in the order of the text, without overlaps; ranges are offsets into `text`
 */
export function findDates(text: string, isDate = false): DateMention[] {
  if (!/\d/.test(text)) return []
  const { text: composed, offsetAt } = compose(text)
  const small = lowerCase(composed)
  const lower = MAY_JOIN.test(small) ? small.replace(JOINING_HYPHEN, '–') : small
  const found = [...FORMS, ...(isDate ? [SHORT_YEAR] : [])]
    .filter(({ hint }) => hint.test(lower))
    .flatMap(({ expression, read }) =>
      [...lower.matchAll(expression)].map((match) => read(foundAt(match), { written: composed, lower })),
    )
    .filter((mention) => mention !== null)
  const moved = ([start, end]: Range): Range => [offsetAt(start), offsetAt(end)]
  return joinSpans(withoutOverlaps(found), lower).map((mention) => ({
    ...mention,
    range: moved(mention.range),
    weekday: mention.weekday && { value: mention.weekday.value, range: moved(mention.weekday.range) },
  }))
}

/** Of overlapping mentions, the first and longest; one with a year goes before one without. */
function withoutOverlaps(mentions: readonly DateMention[]): DateMention[] {
  const apart: DateMention[] = []
  for (const mention of mentions.toSorted((a, b) => a.range[0] - b.range[0] || b.range[1] - a.range[1])) {
    const last = apart.at(-1)
    if (!last || mention.range[0] >= last.range[1]) apart.push(mention)
    // "Session 3 January 17, 2026" does not mention 3 January.
    else if (last.start.year === null && mention.start.year !== null) apart[apart.length - 1] = mention
  }
  return apart
}

/**
 * "20 November-2 December 2025": a hyphen between two days that name their months counts as a dash. Otherwise a date must not
 * touch one.
 */
const JOINING_HYPHEN = new RegExp(
  `-(?=(?:ngày${GAPS})?${DAY}${GAPS}(?:(?:of${GAPS})?${MONTH}|tháng${GAPS}\\d)|${MONTH}${GAPS}\\d)(?<=(?:${MONTH}|${MONTH}${GAPS}${DAY}|tháng${GAPS}\\d{1,2}|${BLANK}${YEAR})-)`,
  'g',
)
/** A cheap test for such a hyphen, which hardly any text has: compiling the expression above takes a millisecond. */
const MAY_JOIN = /-(?:\d{1,2}(?:st|nd|rd|th)?[^\S\r\n]|ngày|[a-z]{3,9}\.?[^\S\r\n]{1,5}\d)/
/** What joins the two days of a span, and how many characters may be between them. */
const BETWEEN_DAYS = new RegExp(`^${TO}(?:(?:${ANY_WEEKDAY})[\\s,]{1,4})?(?:ngày\\s{1,5})?$`)

const MAX_BETWEEN_DAYS = 40

/** Joins two mentions that are the ends of a span: in "30 September – 2 October 2025", the first takes its year from the second. */
function joinSpans(mentions: readonly DateMention[], lower: string): DateMention[] {
  const joined: DateMention[] = []
  for (const mention of mentions) {
    const last = joined.at(-1)
    const start = last && beginning(last.start, mention.start)
    if (
      last &&
      start &&
      !last.end &&
      !mention.end &&
      mention.start.year !== null &&
      mention.range[0] - last.range[1] < MAX_BETWEEN_DAYS &&
      BETWEEN_DAYS.test(lower.slice(last.range[1], mention.range[0])) &&
      isBefore(start, mention.start)
    ) {
      const valid = exists(start) && mention.valid
      const ambiguous = last.ambiguous && mention.ambiguous
      const range: Range = [last.range[0], mention.range[1]]
      joined[joined.length - 1] = { ...last, range, start, end: mention.start, ambiguous, valid }
    } else joined.push(mention)
  }
  return joined
}
