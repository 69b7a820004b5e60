import { compose } from '../text/compose.js'
import type { Lines } from '../text/lines.js'
import { lowerCase } from '../text/lower-case.js'
import { type Placed, spotOf } from '../text/spot.js'

/** The number of events that its author attended, according to an index page. */
export interface StatedCount extends Placed<number> {
  /** As it is written: in digits or as a word. */
  readonly written: string
}

/** Words for numbers, from `FIRST_WORD_VALUE` on: "an event" is rarely a count. */
const WORDS = [
  'two three four five six seven eight nine ten eleven twelve'.split(' '),
  'hai ba bốn năm sáu bảy tám chín mười'.split(' '),
] as const
const FIRST_WORD_VALUE = 2

const NUMBER = `[2-9]|[12]\\d|${WORDS.flat().join('|')}`
const EVENTS = '(?:events?|workshops?|sự kiện)(?![\\p{L}\\d])'
const COUNT = new RegExp(
  `(?<![\\p{L}\\d])(?<number>${NUMBER})(?:[ *_]{1,4}[\\p{L}-]{1,20}){0,2}[ *_]{1,4}${EVENTS}`,
  'dgu',
)
/** How many characters around the number are read. */
const CONTEXT = 60
/** What precedes the number of all events; not "more than" or "the other". */
const TOOK_PART =
  /(?:participated in|took part in|attended|joined|tham gia|tham dự)(?: a total of| được| vào| tổng cộng)? [*_]{0,3}$/
/** What follows the number of only some events. */
const OF_A_MONTH =
  /^[*_]{0,3} (?:in|during|of|trong|vào) (?:january|february|march|april|may|june|july|august|september|october|november|december|tháng)(?!\p{L})/u

/**
 * Reads the stated number of events from the introduction of an index page.
 * @param text as the page shows it
 * @param end offset of the start of the list
 * @returns null if there is none, or if there are several numbers, each of which may count only some of the events
 */
export function readStatedCount(text: string, end: number, lines: Lines): StatedCount | null {
  const { text: composed, offsetAt } = compose(text.slice(0, end))
  const opening = lowerCase(composed)
  const [count, other] = opening.matchAll(COUNT)
  const [start, to] = count?.indices?.groups?.number ?? []
  if (!count || other || start === undefined || to === undefined) return null
  const isOfAll = TOOK_PART.test(opening.slice(Math.max(0, start - CONTEXT), start))
  if (!isOfAll || OF_A_MONTH.test(opening.slice(count.index + count[0].length).slice(0, CONTEXT))) return null
  const written = opening.slice(start, to)
  return { value: countIn(written), written, at: spotOf([offsetAt(start), offsetAt(to)], lines) }
}

function countIn(written: string): number {
  const words = WORDS.find((series) => series.includes(written))
  return words ? words.indexOf(written) + FIRST_WORD_VALUE : Number(written)
}

/** Another number in the same style, in digits or as a word; null if there is no word for it. */
export function writtenLike({ written }: StatedCount, count: number): string | null {
  const words = WORDS.find((series) => series.includes(written))
  return words ? (words[count - FIRST_WORD_VALUE] ?? null) : String(count)
}
