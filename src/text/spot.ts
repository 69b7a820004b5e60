import type { Lines } from './lines.js'
import type { Range } from './range.js'

/** A range in a file as plain data: 1-based lines and columns with an exclusive end, then the offsets of the same range. */
export type Spot = readonly [
  line: number,
  column: number,
  endLine: number,
  endColumn: number,
  start: number,
  end: number,
]

/** A value with the place that it was read from, as plain data. */
export interface Placed<T> {
  readonly value: T
  readonly at: Spot
}

export function spotOf(range: Range, lines: Lines): Spot {
  const start = lines.place(range[0])
  const end = lines.place(range[1])
  return [start.line, start.column, end.line, end.column, range[0], range[1]]
}

/** The offsets of a spot. */
export function rangeAt(spot: Spot): Range {
  return [spot[4], spot[5]]
}
