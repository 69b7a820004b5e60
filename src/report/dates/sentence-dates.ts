import type { ProseLine } from '../../markdown/prose.js'
import type { DateMention } from './date-mention.js'
import { findDates } from './dates.js'
import { type EventDate, eventDateOf } from './event-date.js'
import {
  EVENT_NOUN,
  IN_EXAMPLE,
  isOfProduct,
  ON_THAT_DAY,
  OTHER_DAY,
  plain,
  TAKING_PLACE,
  THAT_DAYS_EVENT,
  withoutEmphasis,
} from './event-date-words.js'

/** In characters: the text before and after a date that is read as its sentence. */
const MAX_SENTENCE = 400

/** In characters: the text before a date that is searched for what joins it to the sentence: a preposition, a weekday, "ngày". */
const MAX_PREPOSITION = 80

const CLAUSE_ENDS = /[,;]|\s(?:and|but|và|nhưng)\s/

/** The days on which the event took place according to sentences. */
export function* sentenceDates(lines: readonly ProseLine[]): Generator<EventDate> {
  for (const line of lines) {
    if (line.container !== 'paragraph') continue
    const mentions = findDates(line.text)
    for (const [index, mention] of mentions.entries()) {
      const sentence = sentenceAround(line.text, mention, mentions[index - 1])
      const date = isOnDayOfEvent(sentence, mentions.length > 1) ? eventDateOf(mention, line.start) : null
      if (date) yield date
    }
  }
}

/** The words around a date, in lower case and composed letters. */
interface Sentence {
  /** What precedes the date in its sentence. */
  readonly before: string
  /** The same, but only after the previous date. */
  readonly clause: string
  readonly after: string
}

function sentenceAround(
  text: string,
  { range: [start, end] }: DateMention,
  previous: DateMention | undefined,
): Sentence {
  const lead = text.slice(Math.max(0, start - MAX_SENTENCE), start)
  const before = lead.slice(lead.lastIndexOf('. ') + 1)
  const sincePrevious = start - (previous?.range[1] ?? 0)
  return {
    before: plain(withoutEmphasis(before)),
    clause: plain(withoutEmphasis(before.slice(-sincePrevious))),
    after: plain(text.slice(end, end + MAX_SENTENCE).split(/[.!?](?:\s|$)/)[0] ?? ''),
  }
}

/** @param isOneOfSeveral whether the text has other dates as well */
function isOnDayOfEvent({ before, clause, after }: Sentence, isOneOfSeveral: boolean): boolean {
  const near = before.slice(-MAX_PREPOSITION)
  const isThatDay = ON_THAT_DAY.test(near) || (THAT_DAYS_EVENT.test(before) && EVENT_NOUN.test(after))
  if (!isThatDay || IN_EXAMPLE.test(before) || isOfProduct(near)) return false
  // "I registered on … and attended on …": of several dates, each is judged by its clause, if that mentions the event.
  const isClear = isOneOfSeveral && TAKING_PLACE.test(clause)
  const words = isClear ? `${clause} ${after.split(CLAUSE_ENDS)[0]}` : `${before} ${after}`
  return !OTHER_DAY.test(words) && TAKING_PLACE.test(words)
}
