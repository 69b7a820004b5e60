import { isOneLetterOff } from '../text/slips.js'
import type { EventWords } from './event-words.js'

/**
 * What a likeness is enough for. A name that is like another one in several words counts for more than `certain`, by one for
 * each word, so that the likest of several events can be told.
 */
export const LIKENESS = {
  /** Enough where the two pages also give the same day. */
  some: 1,
  /** Enough where one of the two pages gives no day. */
  close: 3,
  /** Enough by itself. */
  certain: 4,
} as const

/** Topics that tell events apart: this many are shared, and this part of all that the two names have. */
const MIN_TOPICS = 2
const MIN_TOPIC_SHARE = 0.6

/** Common words tell little: this many are shared, or this part of all that the two names have. */
const MIN_COMMON = 2
const MIN_COMMON_SHARE = 0.5

/** Names of common words alone are the same if they share this part of them, and this many or the month. */
const SAME_COMMON_SHARE = 0.8
const SAME_COMMON = 5

/** Shorter runs of words may differ in one letter and mean something else. */
const MIN_MISSPELT_RUN = 6

/** How strongly two names suggest one event: 0 for not at all, else as `LIKENESS` says. */
export function likeness(a: EventWords, b: EventWords): number {
  if (tellApart(a, b)) return 0
  const topics = sharedCount(a.topic, b.topic)
  const allTopics = a.topic.length + b.topic.length - topics
  const fewerTopics = Math.min(a.topic.length, b.topic.length)
  const common = sharedCount(a.common, b.common)
  const commonShare = common / Math.max(1, a.common.length + b.common.length - common)

  const isSameEdition = a.edition !== null && a.edition === b.edition
  // The edition counts as one more word that is shared.
  if (isSameEdition && common >= MIN_COMMON && (topics > 0 || fewerTopics === 0)) return LIKENESS.certain + 1 + topics
  if (fewerTopics > 0 && isOneRun(a.run, b.run))
    return fewerTopics > 1 ? LIKENESS.certain + fewerTopics : LIKENESS.close
  if (topics >= MIN_TOPICS && topics / allTopics >= MIN_TOPIC_SHARE) return LIKENESS.certain + topics
  if (topics > 0) return LIKENESS.some + topics / allTopics

  const isSameMonth = a.month !== null && b.month !== null
  const isMuch = common >= SAME_COMMON || (isSameMonth && common >= MIN_COMMON)
  if (allTopics === 0 && commonShare >= SAME_COMMON_SHARE && isMuch) return LIKENESS.certain
  const isEnough = common >= MIN_COMMON || commonShare >= MIN_COMMON_SHARE
  return fewerTopics === 0 && isEnough ? LIKENESS.some + commonShare : 0
}

/** Whether two names cannot be one event's: both give an edition, part, year, month or day, and not the same. */
export function tellApart(a: EventWords, b: EventWords): boolean {
  return (['edition', 'part', 'year', 'month', 'day'] as const).some(
    (key) => a[key] !== null && b[key] !== null && a[key] !== b[key],
  )
}

function sharedCount(a: readonly string[], b: readonly string[]): number {
  return a.filter((word) => b.includes(word)).length
}

/** Whether two runs of words are the same but for one letter: "depops", "devops". */
function isOneRun(a: string, b: string): boolean {
  return a === b || (Math.min(a.length, b.length) >= MIN_MISSPELT_RUN && isOneLetterOff(a, b))
}
