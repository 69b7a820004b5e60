import type { Schema } from '../../schema/schema.js'
import type { FrontMatter } from '../../source/front-matter/front-matter.js'
import { lowerCase } from '../../text/lower-case.js'
import type { Range } from '../../text/range.js'
import { isoDay, monthNamed } from './calendar.js'
import { findDates } from './dates.js'

/** The date in the front matter. */
export interface FrontMatterDate {
  /** `placeholder`: a template's own value; `invalid`: a value that Hugo cannot read. */
  readonly state: 'ok' | 'missing' | 'empty' | 'placeholder' | 'invalid'
  /** ISO day; null if Hugo reads none from the value. */
  readonly value: string | null
  /** The value as written, quotes included; null without the key. */
  readonly range: Range | null
  /** Whether it is a day that whole sites share because it was copied: the date in the body prevails. */
  readonly weak: boolean
  /** The only ISO day that an invalid date can mean; null if there is none, or more than one. */
  readonly reading: string | null
}

const TIME = '(?:[01]?\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:[.,]\\d{1,9})?'
const DATE = '(?<year>\\d{4})-(?<month>\\d{2})-(?<day>\\d{2})'
const MONTH = '(?<name>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)'
/**
 * The formats with a full year that Hugo accepts: those of the library with which it parses dates (spf13/cast). Month and day have
 * two digits, times have seconds, and case is ignored. Other formats, like "November 17, 2025" and "17/11/2025", stop the build.
 */
const HUGO_FORMS = [
  `${DATE}(?:t${TIME}(?:z|[+-]\\d{2}:?\\d{2})?)?`,
  `${DATE} ${TIME}(?:z|[+-]\\d{2}:?\\d{2}| [+-]\\d{2}:\\d{2}| [+-]\\d{4}(?: [a-z]{3,5})?)?`,
  `(?<day>\\d{2}) ${MONTH} (?<year>\\d{4})`,
  `[a-z]{3}, (?<day>\\d{2}) ${MONTH} (?<year>\\d{4}) ${TIME} (?:[a-z]{3,5}|[+-]\\d{4})`,
  `[a-z]{3} ${MONTH} [ ]?(?<day>\\d{1,2}) ${TIME}(?: (?:[a-z]{3,5}|[+-]\\d{4}))? (?<year>\\d{4})`,
].map((form) => new RegExp(`^${form}$`))
const TEMPLATE_CODE = /Sys\.Date\(\)|\{\{|<[^<>]*>|YYYY|yyyy-mm-dd/i

/** Reads `date` from the front matter. @param frontMatter null if there is none, or none that can be read: the date is missing then */
export function readFrontMatterDate(frontMatter: FrontMatter | null, schema: Schema): FrontMatterDate {
  const entry = frontMatter?.entries.get('date')?.value
  const none = { value: null, weak: false, reading: null } as const
  if (!entry) return { ...none, state: 'missing', range: null }
  const { range } = entry
  const raw = entry.value === null || entry.value === undefined ? '' : String(entry.value)
  if (raw.trim() === '') return { ...none, state: 'empty', range }

  const day = hugoDay(raw)
  const { dates, weakDates } = schema.placeholders
  if (dates.includes(raw.trim()) || (day !== null && dates.includes(day)))
    return { ...none, state: 'placeholder', value: day, range }
  if (day !== null) return { ...none, state: 'ok', value: day, range, weak: weakDates.includes(day) }
  if (TEMPLATE_CODE.test(raw)) return { ...none, state: 'placeholder', range }
  return { ...none, state: 'invalid', range, reading: onlyReading(raw) }
}

/** The ISO day that Hugo reads, regardless of the time zone; null if it reads none. */
function hugoDay(raw: string): string | null {
  for (const form of HUGO_FORMS) {
    const { year, month, name = '', day } = form.exec(lowerCase(raw))?.groups ?? {}
    if (year === undefined) continue
    const number = month === undefined ? monthNamed(name) : Number(month)
    return isoDay({ year: Number(year), month: number, day: Number(day) })
  }
  return null
}

/** The ISO day that the value names, if it holds nothing else but the weekday (a fix would lose a time); else null. */
function onlyReading(raw: string): string | null {
  const [mention, ...others] = findDates(raw)
  if (!mention || others.length > 0 || mention.ambiguous || !mention.valid || mention.end) return null
  const [start, end] = mention.range
  const weekday = mention.weekday ? raw.slice(...mention.weekday.range) : ''
  const words = `${raw.slice(0, start)} ${raw.slice(end)}`.replace(weekday, '').replace(/ngày/i, '')
  return /[A-Za-zÀ-ỿ\d]/u.test(words) || raw.slice(start, end).includes(':') ? null : isoDay(mention.start)
}
