import type { Digest } from '../events/digest.js'
import type { Surroundings } from '../events/gathering.js'
import type { Spot } from '../text/spot.js'
import type { Fix, Safety, Severity } from './rule.js'

/** Another place that helps to understand the problem. */
export interface EventRelated {
  /** By default the same report. */
  readonly path?: string
  readonly at: Spot
  readonly message: string
}

/** The most other reports to name as evidence. */
export const MAX_RELATED = 3

/** A deviation of one report from what other reports say. */
export interface EventProblem {
  readonly at: Spot
  /** "Unexpected X, expected Y", then what to do, in the reader's words. */
  readonly message: string
  readonly data?: Readonly<Record<string, unknown>>
  readonly related?: readonly EventRelated[]
  /** ISO day that the report gives and other reports contradict. */
  readonly disputed?: string
  /**
   * ISO day of the event, for a report that does not give it. This is not a problem of its own: its message completes those of the
   * report's own findings that have `open`.
   */
  readonly answer?: string
  readonly fix?: Fix
}

/**
 * A rule across reports: it checks one report by what the others say. It copies places into its problems but never bases a decision
 * on them, so that an edit which only moves text in a report does not change what is found. A test enforces this for all rules but
 * those that compare passages.
 */
export interface EventRule {
  /** Names the deviation. */
  readonly id: string
  readonly severity: Severity
  /** The strongest fix that the rule may offer. */
  readonly fixes: Safety | 'never'
  /** @param isRequested whether findings on a report are wanted, by its path */
  check(report: Digest, around: Surroundings, isRequested: (path: string) => boolean): Iterable<EventProblem>
}
