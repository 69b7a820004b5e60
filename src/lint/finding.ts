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

/** A fix by its name. Its edits are there only where somebody asked for them: to make them costs time. */
export interface ToldFix extends Omit<Fix, 'edits'> {
  readonly edits?: Fix['edits']
}

/** A finding as reporters get it: its fix may come without edits. */
export type Told = Finding<ToldFix>

/** A problem with its rule, its severity and its place: what reporters print and fixes are taken from. */
export interface Finding<Fixing extends ToldFix = Fix> extends FindingPlace {
  readonly rule: string
  readonly severity: Severity
  readonly message: string
  /** Offsets into the text. A passage that another report has too is known by its line alone: its offsets are 0. */
  readonly range: Range
  readonly data?: Readonly<Record<string, unknown>>
  readonly related?: readonly FindingRelated[]
  /** ISO: the day that the report gives and others do not. */
  readonly disputed?: string
  /** See `Problem`. */
  readonly open?: string
  /** See `EventProblem`. Such a finding is told in the place of those that are open, or not at all. */
  readonly answer?: string
  readonly fix?: Fixing
}

/** What a finding says of its place. */
export function placeOf(path: string, at: Spot): FindingPlace & Pick<Finding, 'range'> {
  const [line, column, endLine, endColumn] = at
  return { path, line, column, endLine, endColumn, range: rangeAt(at) }
}
