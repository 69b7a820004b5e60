import { isOneLetterOff } from '../text/slips.js'
import type { EventWords } from './event-words.js'

/**
 * What a likeness suffices for. Each further word that two names share adds one to `certain`, so that the most similar of several
 * events can be chosen.
 */
export const LIKENESS = {
  /** Enough if the two pages also give the same day. */
  some: 1,
  /** Enough if one of the two pages gives no day. */
  close: 3,
  /** Enough by itself. */
  certain: 4,
} as const

/** Topics distinguish events. Two names match if they share this many, and this share of all topics in both. */
const MIN_TOPICS = 2
const MIN_TOPIC_SHARE = 0.6

/** Common words distinguish little. Two names may match if they share this many, or this share of all common words in both. */
const MIN_COMMON = 2
const MIN_COMMON_SHARE = 0.5

/** Names that only have common words match if they share this share of them, and also this many of them, or the month. */
const SAME_COMMON_SHARE = 0.8
const SAME_COMMON = 5

/** In shorter runs of words, one different letter may make another name. */
const MIN_MISSPELT_RUN = 6

/** How strongly two names suggest one event: 0 for not at all, else as `LIKENESS` says. */
export function likeness(a: EventWords, b: EventWords): number {
  if (areDistinguished(a, b)) return 0
  const topics = sharedCount(a.topic, b.topic)
  const allTopics = a.topic.length + b.topic.length - topics
  const fewerTopics = Math.min(a.topic.length, b.topic.length)
  const common = sharedCount(a.common, b.common)
  const commonShare = common / Math.max(1, a.common.length + b.common.length - common)

  const isSameEdition = a.edition !== null && a.edition === b.edition
  // The edition counts as one more word that is shared.
  if (isSameEdition && common >= MIN_COMMON && (topics > 0 || fewerTopics === 0)) return LIKENESS.certain + 1 + topics
  if (fewerTopics > 0 && isSameRun(a.run, b.run))
    return fewerTopics > 1 ? LIKENESS.certain + fewerTopics : LIKENESS.close
  if (topics >= MIN_TOPICS && topics / allTopics >= MIN_TOPIC_SHARE) return LIKENESS.certain + topics
  if (topics > 0) return LIKENESS.some + topics / allTopics

  const isSameMonth = a.month !== null && b.month !== null
  const isMuch = common >= SAME_COMMON || (isSameMonth && common >= MIN_COMMON)
  if (allTopics === 0 && commonShare >= SAME_COMMON_SHARE && isMuch) return LIKENESS.certain
  const isEnough = common >= MIN_COMMON || commonShare >= MIN_COMMON_SHARE
  return fewerTopics === 0 && isEnough ? LIKENESS.some + commonShare : 0
}

/** Whether two names cannot be of one event: both give an edition, part, year, month or day, and it differs. */
export function areDistinguished(a: EventWords, b: EventWords): boolean {
  return (['edition', 'part', 'year', 'month', 'day'] as const).some(
    (key) => a[key] !== null && b[key] !== null && a[key] !== b[key],
  )
}

function sharedCount(a: readonly string[], b: readonly string[]): number {
  return a.filter((word) => b.includes(word)).length
}

/** Whether two runs of words are the same, except for at most one letter in long ones: "depops", "devops". */
function isSameRun(a: string, b: string): boolean {
  return a === b || (Math.min(a.length, b.length) >= MIN_MISSPELT_RUN && isOneLetterOff(a, b))
}
