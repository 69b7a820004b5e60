import type { Schema } from '../schema/schema.js'
import type { FrontMatter } from '../source/front-matter.js'
import type { Range } from '../text/range.js'
import { isoDay } from './calendar.js'
import { findDates } from './dates.js'

/** The date in the front matter. */
export interface HeadDate {
  /** `placeholder`: what a template writes; `invalid`: what Hugo cannot read. */
  readonly state: 'ok' | 'missing' | 'empty' | 'placeholder' | 'invalid'
  /** ISO day; null where the head gives none that can be read. */
  readonly value: string | null
  /** The value as written, quotes included; null where there is no such key. */
  readonly range: Range | null
  /** A day that whole sites share because it was copied: it gives way to the body's. */
  readonly weak: boolean
  /** The one ISO day that an invalid date can mean; null where it may mean none or two. */
  readonly reading: string | null
}

/** The forms that Hugo's own reader of dates takes: ISO, with a time or without. */
const HUGO_DATE =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?\s?(?:Z|[+-]\d{2}:?\d{2})?(?:\s[A-Z]{2,5})?)?$/
/** Also taken: "17 Nov 2025", "Nov 17 2025" is not. */
const HUGO_LONG_DATE = /^\d{2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4}$/
const TEMPLATE_CODE = /Sys\.Date\(\)|\{\{|<[^>]*>|YYYY|yyyy-mm-dd/i

/** Reads the head's `date`. Without a front matter that can be read, the date is missing. */
export function readHeadDate(frontMatter: FrontMatter | null, schema: Schema): HeadDate {
  const entry = frontMatter?.entries.get('date')?.value
  const none = { value: null, weak: false, reading: null } as const
  if (!entry) return { ...none, state: 'missing', range: null }
  const { range } = entry
  const raw = entry.value === null || entry.value === undefined ? '' : String(entry.value).trim()
  if (raw === '') return { ...none, state: 'empty', range }

  const day = dayOf(raw)
  const { dates, weakDates } = schema.placeholders
  if (dates.includes(raw) || (day !== null && dates.includes(day)))
    return { ...none, state: 'placeholder', value: day, range }
  if (day !== null) return { ...none, state: 'ok', value: day, range, weak: weakDates.includes(day) }
  if (TEMPLATE_CODE.test(raw)) return { ...none, state: 'placeholder', range }
  return { ...none, state: 'invalid', range, reading: onlyReading(raw) }
}

function dayOf(raw: string): string | null {
  const [, year, month, day] = HUGO_DATE.exec(raw) ?? []
  if (year !== undefined) return isoDay({ year: Number(year), month: Number(month), day: Number(day) })
  const [mention] = HUGO_LONG_DATE.test(raw) ? findDates(raw) : []
  return mention ? isoDay(mention.start) : null
}

function onlyReading(raw: string): string | null {
  const mentions = findDates(raw)
  const [mention] = mentions
  return mentions.length === 1 && mention && !mention.ambiguous && mention.valid && !mention.end
    ? isoDay(mention.start)
    : null
}
