import { isGivenBy } from '../report/dates/event-date.js'
import { isAtOdds } from '../report/numbers.js'
import { isSample } from '../report/sample-name.js'
import { foldName } from '../report/speakers/person-name.js'
import { type Difference, type Statement, type Surplus, surplusDifference, valueDifference } from './difference.js'
import type { Digest } from './digest.js'
import { readEventWords } from './event-words.js'
import { areDistinguished } from './name-likeness.js'
import { frontMatterDayOf, type StatedDay } from './stated-day.js'
import { outlineDifferences } from './twin-outlines.js'

/**
 * The differences between a page and its translation. What only one of them gives is left to other rules.
 * @param copiedDays days in their front matter that other pages of the site have, too
 */
export function differencesOf(page: Digest, translation: Digest, copiedDays: readonly string[]): Difference[] {
  if (page.kind === 'index' || translation.kind === 'index') return entries(page, translation)
  const apart = events(page, translation)
  // If the events differ, so does everything else.
  if (apart.length > 0) return [...apart, ...numbers(page, translation)]
  return [
    ...dates(page, translation, copiedDays),
    ...numbers(page, translation),
    ...speakers(page, translation),
    ...outlineDifferences(page, translation),
  ]
}

const ONE_DATE = 'An event has the same date in every language.'

/** A day with its second reading, if it has one. */
type DayAt = Omit<StatedDay, 'doubtful'>

function dayValues(a: DayAt, b: DayAt): Difference {
  const statement = ({ start, other, at }: DayAt): Statement => ({
    at,
    words: `date ${start}${other ? ` or ${other}` : ''}`,
  })
  return {
    ...valueDifference('date', statement(a), statement(b), ONE_DATE),
    days: { page: a.start, translation: b.start },
  }
}

function entries(page: Digest, translation: Digest): Difference[] {
  return page.entries.flatMap(({ folder, date, name }) => {
    const other = translation.entries.find((entry) => entry.folder === folder && entry.date)
    if (!date || !other?.date || date.ambiguous || other.date.ambiguous) return []
    const a: DayAt = { ...date, other: null }
    const b: DayAt = { ...other.date, other: null }
    if (isOneDay(a, b)) return []
    // By mistake, two entries may link to the same folder.
    if (name && other.name && areDistinguished(readEventWords(name.value), readEventWords(other.name.value))) return []
    return [{ ...dayValues(a, b), folder }]
  })
}

function events({ name: a }: Digest, { name: b }: Digest): Difference[] {
  if (!a || !b) return []
  const isOneSample = isSample(a.value) !== isSample(b.value)
  if (!isOneSample && !areDistinguished(readEventWords(a.value), readEventWords(b.value))) return []
  const statement = ({ value, at }: typeof a): Statement => ({ at, words: `“${value}”` })
  const wrong = !isOneSample ? null : isSample(a.value) ? 'page' : 'translation'
  return [
    {
      ...valueDifference('event', statement(a), statement(b), 'A page and its translation are about the same event.'),
      wrong,
    },
  ]
}

/** The day that a page gives for its event, and how much it counts. */
interface WeighedDay extends DayAt {
  readonly weight: number
}

/** The text counts for more than the front matter; a day that was copied with the front matter counts for nothing. */
const WEIGHT = { text: 2, frontMatter: 1, copied: 0 } as const

function dates(page: Digest, translation: Digest, copiedDays: readonly string[]): Difference[] {
  const [textA, textB] = [textDay(page), textDay(translation)]
  const [frontMatterA, frontMatterB] = [frontMatterDay(page, copiedDays), frontMatterDay(translation, copiedDays)]
  return textA && textB
    ? [...differentDays(frontMatterA, frontMatterB), ...differentDays(textA, textB)]
    : differentDays(textA ?? frontMatterA, textB ?? frontMatterB)
}

function differentDays(a: WeighedDay | null, b: WeighedDay | null): Difference[] {
  if (!a || !b || isOneDay(a, b) || (a.weight === WEIGHT.copied && b.weight === WEIGHT.copied)) return []
  const wrong = a.weight === b.weight ? null : a.weight < b.weight ? 'page' : 'translation'
  return [{ ...dayValues(a, b), wrong }]
}

/** The day in the text; null if it has the wrong weekday. */
function textDay({ bodyDate }: Digest): WeighedDay | null {
  return !bodyDate || (bodyDate.doubtful && bodyDate.other === null) ? null : { ...bodyDate, weight: WEIGHT.text }
}

/** The day in the front matter; null if it contradicts the text or is invalid, which other rules report. */
function frontMatterDay(page: Digest, copiedDays: readonly string[]): WeighedDay | null {
  const day = frontMatterDayOf(page)
  if (!day || (page.bodyDate && !isGivenBy(day.start, page.bodyDate))) return null
  return {
    ...day,
    weight: page.frontMatterDate?.weak || copiedDays.includes(day.start) ? WEIGHT.copied : WEIGHT.frontMatter,
  }
}

function isOneDay(a: DayAt, b: DayAt): boolean {
  return isGivenBy(a.start, b) || isGivenBy(b.start, a) || (a.other !== null && isGivenBy(a.other, b))
}

const ONE_PLACE = 'A page and its translation have the same place in the menu.'
const NUMBERS = [
  ['title', 'event number'],
  ['menu', 'menu number'],
  ['weight', 'weight'],
] as const

function numbers(page: Digest, translation: Digest): Difference[] {
  return NUMBERS.flatMap(([key, label]) => {
    const [a, b] = [page.numbers[key], translation.numbers[key]]
    if (!a || !b || a.value === b.value) return []
    // `event-number-mismatch` reports the page that is wrong.
    if (isAtOdds(page.numbers, key) || isAtOdds(translation.numbers, key)) return []
    const { folder } = page.numbers
    const wrong = a.value === folder ? 'translation' : b.value === folder ? 'page' : null
    const statement = ({ value, at }: typeof a): Statement => ({ at, words: `${label} ${value}` })
    return [{ ...valueDifference('number', statement(a), statement(b), ONE_PLACE), wrong }]
  })
}

/** Speakers in the longer list who have no word of their names in common with anyone in the shorter one. */
function speakers(page: Digest, translation: Digest): Difference[] {
  if (page.speakers.length === translation.speakers.length) return []
  const isInPage = page.speakers.length > translation.speakers.length
  const [more, fewer] = isInPage ? [page.speakers, translation.speakers] : [translation.speakers, page.speakers]
  const words = new Set(fewer.flatMap(({ value }) => foldName(value).split(' ')))
  const missing = more.filter(({ value }) => {
    const own = foldName(value).split(' ')
    return own.length > 1 && !own.some((word) => words.has(word))
  })
  const [first] = missing
  const [place] = fewer
  if (!first || !place) return []
  const found: Surplus = {
    thing: 'speaker',
    names: missing.map(({ value }) => value),
    them: missing.length > 1 ? 'them' : 'the same',
    at: first.at,
    lacking: { at: place.at, words: 'list' },
    advice: 'Name the same people in both.',
  }
  return [surplusDifference(found, isInPage)]
}
