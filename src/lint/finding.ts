import type { Fix, Severity } from '../rules/rule.js'
import type { Range } from '../text/range.js'

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

/** A problem with its rule, its severity and its place: what reporters print and fixes are taken from. */
export interface Finding extends FindingPlace {
  readonly rule: string
  readonly severity: Severity
  readonly message: string
  readonly range: Range
  readonly data?: Readonly<Record<string, unknown>>
  readonly related?: readonly FindingRelated[]
  readonly fix?: Fix
}
