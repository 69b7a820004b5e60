import { filledIn } from '../drafting/date-edit.js'
import type { Digest } from '../events/digest.js'
import { mayName, type SettledDay, settledDay } from '../events/event-group.js'
import type { Surroundings } from '../events/gathering.js'
import { pageOfEntry } from '../events/index-mismatches.js'
import { type StatedDay, statedDay } from '../events/stated-day.js'
import { rewritten } from '../events/written-day.js'
import type { EventProblem, EventRule } from './event-rule.js'
import { knownDay, knownDayFix, whoElse, whoSays } from './known-day.js'
import type { Fix } from './rule.js'

/** Reports on one event give different days. The date in the text counts, and that in the front matter only if the text has none. */
export const eventDateConflict: EventRule = {
  id: 'event-date-conflict',
  severity: 'error',
  fixes: 'unsafe',
  *check(report, around) {
    if (report.kind === 'index') return yield* checkEntries(report, around)
    const { event } = around
    const settled = event && settledDay(event)
    const stated = statedDay(report)
    if (!settled || !stated || !isOtherDay(stated, settled)) return yield* knownDay(report, around)
    const where = report.bodyDate ? '' : ' in the front matter'
    const because = report.bodyDate ? '' : whyWrong(report, around)
    const fix = fixOf(report, settled.start)
    yield {
      at: stated.at,
      message: `Unexpected date ${stated.start}${where}, expected ${settled.start} as ${whoSays(settled)}.${because}`,
      data: { expected: settled.start, actual: stated.start },
      related: whoElse(event, settled, report),
      disputed: stated.start,
      ...(fix && { fix }),
    }
  },
}

function whyWrong({ frontMatterDate }: Digest, { account }: Surroundings): string {
  if (frontMatterDate?.weak) return ' Many copies of the template have this date in their front matter.'
  return frontMatterDate && account?.copiedDays.includes(frontMatterDate.value)
    ? ' Several pages of the site have this date in their front matter.'
    : ''
}

/** Writes the day where the date that counts is. */
function fixOf({ bodyDate, dateBlank }: Digest, day: string): Fix | null {
  return knownDayFix(day, bodyDate ? rewritten(bodyDate, day) : dateBlank && filledIn(dateBlank, day))
}

/** Checks the entries of an index page, except those whose pages give the settled day: these are left to `index-mismatch`. */
function* checkEntries(index: Digest, { within, eventOf, accountOf }: Surroundings): Generator<EventProblem> {
  for (const { folder, date, name } of index.entries) {
    const pages = within(folder)
    const page = pageOfEntry(index, pages)
    if (!page || !date || date.ambiguous) continue
    const event = eventOf(page.path)
    const settled = event && settledDay(event)
    if (!settled || !isOtherDay(date, settled)) continue
    if (pages.some((other) => statedDay(other)?.start === settled.start)) continue
    if (name && !mayName(name.value, event, accountOf(page.path))) continue
    const fix = knownDayFix(settled.start, rewritten(date, settled.start))
    yield {
      at: date.at,
      message: `Unexpected date ${date.start}${name ? ` for “${name.value}”` : ''}, expected ${settled.start} as ${whoSays(settled)}.`,
      data: { expected: settled.start, actual: date.start },
      related: whoElse(event, settled, index),
      ...(fix && { fix }),
    }
  }
}

type Given = Pick<StatedDay, 'start' | 'end'> & Partial<Pick<StatedDay, 'other'>>

/** Whether a given day is outside the event, in both of its readings. */
function isOtherDay({ start, end, other }: Given, settled: SettledDay): boolean {
  const isOutside = (first: string, last: string): boolean =>
    first > (settled.end ?? settled.start) || last < settled.start
  return isOutside(start, end ?? start) && (!other || isOutside(other, other))
}
