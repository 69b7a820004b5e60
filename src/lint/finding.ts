import type { Fix, Severity } from '../rules/rule.js'
import type { Range } from '../text/range.js'
import { rangeAt, type Spot } from '../text/spot.js'

export interface FindingPlace {
  readonly path: string
  /** 1-based; columns count UTF-16 units, the end column is exclusive. */
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
}

export interface FindingRelated {
  readonly path: string
  readonly line: number
  readonly message: string
}

/** A fix whose edits may be absent: computing them costs time, so they are included only on request. */
export interface ReportedFix extends Omit<Fix, 'edits'> {
  readonly edits?: Fix['edits']
}

/** A finding as reporters get it: its fix may lack its edits. */
export type ReportedFinding = Finding<ReportedFix>

/** A problem that a rule found, with the rule, its severity and its place. */
export interface Finding<Fixing extends ReportedFix = Fix> extends FindingPlace {
  readonly rule: string
  readonly severity: Severity
  readonly message: string
  /** Offsets into the text. Both are 0 for a copied passage, of which only the line is known. */
  readonly range: Range
  readonly data?: Readonly<Record<string, unknown>>
  readonly related?: readonly FindingRelated[]
  /** ISO day that this report gives and other reports contradict. */
  readonly disputed?: string
  /** See `Problem`. */
  readonly open?: string
  /** See `EventProblem`. Such a finding is never reported itself: it completes the report's findings that are `open`. */
  readonly answer?: string
  readonly fix?: Fixing
}

/** The fields of a finding that give its place. */
export function placeOf(path: string, at: Spot): FindingPlace & Pick<Finding, 'range'> {
  const [line, column, endLine, endColumn] = at
  return { path, line, column, endLine, endColumn, range: rangeAt(at) }
}
