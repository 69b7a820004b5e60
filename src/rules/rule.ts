import type { Report } from '../report/report.js'
import type { Schema } from '../schema/schema.js'
import type { TextEdit } from '../text/edit.js'
import { once } from '../text/memoize.js'
import type { Range } from '../text/range.js'

export type Severity = 'error' | 'warning'

/**
 * Safe: the document and the schema leave exactly one right result, and no word of the author's is added, dropped or moved.
 * Any other fix is unsafe, and is applied only on request.
 */
export type Safety = 'safe' | 'unsafe'

/** A fix, whose edits are applied all together or not at all. Their ranges are offsets into the report's text. */
export interface Fix {
  /** What it does, as a command: "Set the date to 2025-11-17". */
  readonly title: string
  readonly safety: Safety
  /** The ISO day that it copies from another place. If other reports dispute that day, the fix is not offered. */
  readonly day?: string
  readonly edits: readonly [TextEdit, ...TextEdit[]]
}

/** A fix that many findings share is printed with each of them, so one with more edits than this is not offered. */
export const MOST_SHARED_EDITS = 200

/** A fix whose edits are expensive to compute: they are computed on first use. */
export function fixOnDemand(offer: Omit<Fix, 'edits'>, make: () => Fix['edits']): Fix {
  const made = once(make)
  return {
    ...offer,
    get edits() {
      return made()
    },
  }
}

/** A fix that makes all of some edits; null if there are none. */
export function fixWith(offer: Omit<Fix, 'edits'>, [edit, ...others]: readonly TextEdit[]): Fix | null {
  return edit ? { ...offer, edits: [edit, ...others] } : null
}

/** Another place in the report that helps to understand the problem. */
export interface Related {
  readonly range: Range
  readonly message: string
}

/** A deviation that a rule yields. The engine turns it into a `Finding` by adding the rule, its severity, the path and the place. */
export interface Problem {
  readonly range: Range
  /** "Unexpected X, expected Y", then what to do, in the reader's words. */
  readonly message: string
  /** Only for a deviation that is less severe than what the rule usually finds. */
  readonly severity?: Severity
  readonly data?: Readonly<Record<string, unknown>>
  readonly related?: readonly Related[]
  /**
   * The message up to “, expected”, if what is expected is the day of the event and the report does not give it. If other pages do,
   * they complete the message: see `EventProblem.answer`.
   */
  readonly open?: string
  readonly fix?: Fix
}

/** A rule on single reports. Its messages never mention its own name. */
export interface ReportRule {
  /** Names the deviation: `missing-section`, not `require-section`. */
  readonly id: string
  readonly severity: Severity
  /** The strongest fix that the rule may offer. */
  readonly fixes: Safety | 'never'
  /** The rule makes sense on any page: it also runs on the index page, which lists the events and is not a report. */
  readonly onAnyPage?: true
  check(report: Report, schema: Schema): Iterable<Problem>
}
