import { isGivenBy } from '../report/dates/event-date.js'
import { isAtOdds } from '../report/numbers.js'
import { isSample } from '../report/sample-name.js'
import { foldName } from '../report/speakers/person-name.js'
import type { Spot } from '../text/spot.js'
import type { Digest } from './digest.js'
import { readEventWords, tellApart } from './event-words.js'
import type { Outline, OutlineSection } from './outline.js'
import { headDayOf, type StatedDay } from './stated-day.js'

/** Something in which a page and its translation differ, as each of them is told of it. */
export interface Difference {
  readonly about: 'event' | 'date' | 'number' | 'sections' | 'speakers' | 'pictures' | 'code'
  readonly page: Side
  readonly translation: Side
  /** Of two index pages: the folder of the event that they list. */
  readonly folder?: string
  /** The days, where these are what differs. */
  readonly days: { readonly page: string; readonly translation: string } | null
  /** Which of the two is wrong; null where nobody can say. */
  readonly wrong: 'page' | 'translation' | null
  readonly advice: string
}

interface Side {
  readonly at: Spot
  /** What follows "Unexpected", and what follows "expected", said of the other one by its name. */
  readonly unexpected: string
  readonly expected: (twin: string) => string
}

/**
 * What a page and its translation give differently. What only one of them gives is a matter of other rules.
 * @param copiedDays days in their heads that are copied from page to page
 */
export function differencesOf(page: Digest, translation: Digest, copiedDays: readonly string[]): Difference[] {
  if (page.kind === 'index' || translation.kind === 'index') return entries(page, translation)
  const apart = events(page, translation)
  // Of another event the rest is different too.
  if (apart.length > 0) return [...apart, ...numbers(page, translation)]
  return [
    ...dates(page, translation, copiedDays),
    ...numbers(page, translation),
    ...sections(page, translation),
    ...speakers(page, translation),
    ...counts(page, translation),
  ]
}

/** What is told of a page's outline beside that of a translation; the place is the page's. */
export interface ToldOfOutline extends Pick<Difference, 'about'> {
  readonly at: Spot
  readonly words: readonly string[]
}

/** How the outline of a page differs from those of its translations. */
export function toldOfOutline(page: Digest, twins: readonly Digest[]): ToldOfOutline[] {
  return [page, ...twins].some(({ kind }) => kind === 'index')
    ? []
    : twins.flatMap((twin) =>
        [...sections(page, twin), ...counts(page, twin)].map(({ about, page: own, translation: other }) => ({
          about,
          at: own.at,
          words: [own.unexpected, own.expected(twin.path), other.unexpected],
        })),
      )
}

interface Said {
  readonly at: Spot
  readonly words: string
}

function values(about: Difference['about'], page: Said, translation: Said, advice: string): Difference {
  const side = (own: Said, other: Said): Side => ({
    at: own.at,
    unexpected: own.words,
    expected: (twin) => `${other.words} as in ${twin}`,
  })
  return { about, page: side(page, translation), translation: side(translation, page), days: null, wrong: null, advice }
}

/** What only one of the two has. */
interface Surplus {
  readonly thing: 'section' | 'speaker'
  readonly names: readonly string[]
  /** In one word, what is expected of the other one. */
  readonly them: string
  readonly at: Spot
  /** What lacks it. */
  readonly lacking: Said
  readonly advice: string
}

function surplus({ thing, names, them, at, lacking, advice }: Surplus, isInPage: boolean): Difference {
  const list = `${thing}${names.length === 1 ? '' : 's'} ${names.map((name) => `“${name}”`).join(', ')}`
  const has: Side = { at, unexpected: list, expected: (twin) => `${them} in ${twin} as well` }
  const lacks: Side = {
    at: lacking.at,
    unexpected: `${lacking.words} without the ${list}`,
    expected: (twin) => `${them} as in ${twin}`,
  }
  const [page, translation] = isInPage ? [has, lacks] : [lacks, has]
  return { about: `${thing}s`, page, translation, days: null, wrong: null, advice }
}

const ONE_DATE = 'An event has one date in every language.'

/** A day with its second reading where there is one. */
type DayAt = Omit<StatedDay, 'doubtful'>

function dayValues(a: DayAt, b: DayAt): Difference {
  const said = ({ start, other, at }: DayAt): Said => ({ at, words: `date ${start}${other ? ` or ${other}` : ''}` })
  return { ...values('date', said(a), said(b), ONE_DATE), days: { page: a.start, translation: b.start } }
}

function entries(page: Digest, translation: Digest): Difference[] {
  return page.entries.flatMap(({ folder, date, name }) => {
    const other = translation.entries.find((entry) => entry.folder === folder && entry.date)
    if (!date || !other?.date || date.ambiguous || other.date.ambiguous) return []
    const a: DayAt = { ...date, other: null }
    const b: DayAt = { ...other.date, other: null }
    if (isOneDay(a, b)) return []
    // One of two links that lead to one folder by mistake.
    if (name && other.name && tellApart(readEventWords(name.value), readEventWords(other.name.value))) return []
    return [{ ...dayValues(a, b), folder }]
  })
}

function events({ name: a }: Digest, { name: b }: Digest): Difference[] {
  if (!a || !b) return []
  const isOneSample = isSample(a.value) !== isSample(b.value)
  if (!isOneSample && !tellApart(readEventWords(a.value), readEventWords(b.value))) return []
  const said = ({ value, at }: typeof a): Said => ({ at, words: `“${value}”` })
  const wrong = !isOneSample ? null : isSample(a.value) ? 'page' : 'translation'
  return [{ ...values('event', said(a), said(b), 'A page and its translation tell of the same event.'), wrong }]
}

/** The day that a page gives for its event, and how much it counts. */
interface WeighedDay extends DayAt {
  readonly weight: number
}

/** The text goes before the head. A head's day that was copied is none of the event's. */
const WEIGHT = { text: 2, head: 1, copied: 0 } as const

function dates(page: Digest, translation: Digest, copiedDays: readonly string[]): Difference[] {
  const [textA, textB] = [textDay(page), textDay(translation)]
  const [headA, headB] = [headDay(page, copiedDays), headDay(translation, copiedDays)]
  return textA && textB
    ? [...differentDays(headA, headB), ...differentDays(textA, textB)]
    : differentDays(textA ?? headA, textB ?? headB)
}

function differentDays(a: WeighedDay | null, b: WeighedDay | null): Difference[] {
  if (!a || !b || isOneDay(a, b) || (a.weight === WEIGHT.copied && b.weight === WEIGHT.copied)) return []
  const wrong = a.weight === b.weight ? null : a.weight < b.weight ? 'page' : 'translation'
  return [{ ...dayValues(a, b), wrong }]
}

/** null where the weekday beside it is another day's. */
function textDay({ bodyDate }: Digest): WeighedDay | null {
  return !bodyDate || (bodyDate.doubtful && bodyDate.other === null) ? null : { ...bodyDate, weight: WEIGHT.text }
}

/** null where it is not the text's, or Hugo cannot read it: then the head is told of that. */
function headDay(page: Digest, copiedDays: readonly string[]): WeighedDay | null {
  const day = headDayOf(page)
  if (!day || (page.bodyDate && !isGivenBy(day.start, page.bodyDate))) return null
  return { ...day, weight: page.headDate?.weak || copiedDays.includes(day.start) ? WEIGHT.copied : WEIGHT.head }
}

function isOneDay(a: DayAt, b: DayAt): boolean {
  return isGivenBy(a.start, b) || isGivenBy(b.start, a) || (a.other !== null && isGivenBy(a.other, b))
}

const ONE_PLACE = 'A page and its translation have one place in the menu.'
const NUMBERS = [
  ['title', 'event number'],
  ['menu', 'menu number'],
  ['weight', 'weight'],
] as const

function numbers(page: Digest, translation: Digest): Difference[] {
  return NUMBERS.flatMap(([key, label]) => {
    const [a, b] = [page.numbers[key], translation.numbers[key]]
    if (!a || !b || a.value === b.value) return []
    // Of these the page that is wrong is told by itself.
    if (isAtOdds(page.numbers, key) || isAtOdds(translation.numbers, key)) return []
    const { folder } = page.numbers
    const wrong = a.value === folder ? 'translation' : b.value === folder ? 'page' : null
    const said = ({ value, at }: typeof a): Said => ({ at, words: `${label} ${value}` })
    return [{ ...values('number', said(a), said(b), ONE_PLACE), wrong }]
  })
}

/** A title that is not recognised hides its section: only where there are fewer headings, and no more unknown ones, one is missing. */
function sections(page: Digest, translation: Digest): Difference[] {
  const isInPage = page.outline.headings > translation.outline.headings
  const [more, fewer] = isInPage ? [page, translation] : [translation, page]
  const missing = sectionsLackedBy(fewer.outline, more.outline)
  const [first] = missing
  if (!first) return []
  const them = missing.length > 1 ? 'them' : 'it'
  const found: Surplus = {
    thing: 'section',
    names: missing.map(({ title }) => title),
    them,
    at: first.at,
    lacking: { at: fewer.top, words: 'page' },
    advice: `Translate ${them} for the page that lacks ${them}, or take ${them} out of the one that has ${them}.`,
  }
  return [surplus(found, isInPage)]
}

function sectionsLackedBy(fewer: Outline, more: Outline): OutlineSection[] {
  const missing = missingFrom(fewer.sections, more.sections)
  return more.headings - fewer.headings < missing.length || fewer.unknownSections > more.unknownSections ? [] : missing
}

/** Sections of a kind that the others lack, where nothing stands in their place that may be the same by another name. */
function missingFrom(others: readonly OutlineSection[], sections: readonly OutlineSection[]): OutlineSection[] {
  const kinds = others.map(({ value }) => value)
  const isShared = ({ value }: OutlineSection): boolean => kinds.includes(value)
  return sections.filter((section, index) => {
    if (isShared(section) || sections.findIndex(({ value }) => value === section.value) < index) return false
    const before = sections.slice(0, index).findLast(isShared)
    const after = sections.slice(index).find(isShared)
    const from = before ? kinds.indexOf(before.value) + 1 : 0
    return kinds[from] === after?.value
  })
}

/** People of whom not even a word of the name stands in the other list. */
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
  return [surplus(found, isInPage)]
}

function counts(page: Digest, translation: Digest): Difference[] {
  const found: Difference[] = []
  if (page.outline.pictures !== translation.outline.pictures) {
    const said = ({ outline: { pictures, firstPicture }, top }: Digest): Said => ({
      at: firstPicture ?? top,
      words: counted(pictures, 'picture'),
    })
    found.push(values('pictures', said(page), said(translation), 'Show the same pictures in both.'))
  }
  if (page.outline.codeBlocks !== translation.outline.codeBlocks) {
    const said = ({ outline: { codeBlocks }, top }: Digest): Said => ({
      at: top,
      words: counted(codeBlocks, 'code block'),
    })
    found.push(values('code', said(page), said(translation), 'Show the same code in both.'))
  }
  return found
}

function counted(count: number, thing: string): string {
  return `${count === 0 ? 'no' : count} ${thing}${count === 1 ? '' : 's'}`
}
