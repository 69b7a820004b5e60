import type { Report } from '../report/report.js'
import type { Schema } from '../schema/schema.js'
import type { TextEdit } from '../text/edit.js'
import { once } from '../text/memoize.js'
import type { Range } from '../text/range.js'

export type Severity = 'error' | 'warning'

/**
 * Safe: the document and the schema leave one right result, and no word of the author's is added, dropped or moved.
 * Everything else is unsafe and is applied only when asked for.
 */
export type Safety = 'safe' | 'unsafe'

/** All edits are applied, or none. Ranges are offsets into the report's text. */
export interface Fix {
  /** What it does, as an order: "Set the date to 2025-11-17". */
  readonly title: string
  readonly safety: Safety
  /** ISO: the day that it writes because another place gives it. What others dispute is not written. */
  readonly day?: string
  readonly edits: readonly [TextEdit, ...TextEdit[]]
}

/** A fix that many findings share goes out with each of them: one with more edits than this is not offered. */
export const MOST_SHARED_EDITS = 200

/** A fix whose edits are costly to make: they are made when somebody asks for them, and once. */
export function fixOnDemand(offer: Omit<Fix, 'edits'>, make: () => Fix['edits']): Fix {
  const made = once(make)
  return {
    ...offer,
    get edits() {
      return made()
    },
  }
}

/** Another place of the report that makes the problem plain. */
export interface Related {
  readonly range: Range
  readonly message: string
}

/** A deviation as a rule sees it; the engine adds rule, severity, path and place and makes it a Finding. */
export interface Problem {
  readonly range: Range
  /** "Unexpected X, expected Y", then what to do, in the reader's words. */
  readonly message: string
  /** Only where one deviation weighs less than what the rule usually finds. */
  readonly severity?: Severity
  readonly data?: Readonly<Record<string, unknown>>
  readonly related?: readonly Related[]
  /** The message up to what is expected, where that is the day of the event and the report does not say it: other pages may. */
  readonly open?: string
  readonly fix?: Fix
}

/** A rule yields problems and never says its own name in a message. */
export interface ReportRule {
  /** Names the deviation: `missing-section`, not `require-section`. */
  readonly id: string
  readonly severity: Severity
  /** The strongest fix that the rule may offer. */
  readonly fixes: Safety | 'never'
  /** What it finds is wrong on any page: it holds for the page that lists the events, too, which is no report on one. */
  readonly onAnyPage?: true
  check(report: Report, schema: Schema): Iterable<Problem>
}
