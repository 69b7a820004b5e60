import type { Digest } from '../events/digest.js'
import type { Surroundings } from '../events/gathering.js'
import type { Spot } from '../text/spot.js'
import type { Fix, Safety, Severity } from './rule.js'

/** Another place that makes the problem plain. */
export interface EventRelated {
  /** Absent: the same report. */
  readonly path?: string
  readonly at: Spot
  readonly message: string
}

/** So many other reports are named as evidence. */
export const MAX_RELATED = 3

/** A deviation of one report from what other reports say. */
export interface EventProblem {
  readonly at: Spot
  /** "Unexpected X, expected Y", then what to do, in the reader's words. */
  readonly message: string
  readonly data?: Readonly<Record<string, unknown>>
  readonly related?: readonly EventRelated[]
  /** ISO: the day that the report gives and others do not. */
  readonly disputed?: string
  /**
   * ISO: the day of the event, for a report that does not say it. The problem is none of its own: its message says what is expected in
   * the report's own findings that leave this open.
   */
  readonly answer?: string
  readonly fix?: Fix
}

/**
 * A rule on one report that goes by the others as well. It passes on where they say something, and does not go by that: after an
 * edit that only moves what a report says the same is found. A test holds all rules to it but those that go by passages.
 */
export interface EventRule {
  /** Names the deviation. */
  readonly id: string
  readonly severity: Severity
  /** The strongest fix that the rule may offer. */
  readonly fixes: Safety | 'never'
  /** @param isAsked whether findings on a report are wanted; others are only read */
  check(report: Digest, around: Surroundings, isAsked: (path: string) => boolean): Iterable<EventProblem>
}
