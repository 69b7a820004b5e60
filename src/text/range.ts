/** A half-open span of UTF-16 offsets into a file exactly as it was read, with its BOM, front matter and CRs. */
export type Range = readonly [start: number, end: number]

/** A value with the range of the text that it was read from. */
export interface Located<T> {
  readonly value: T
  readonly range: Range
}

/** Whether two ranges share an offset. An empty range overlaps a range that it lies strictly inside of. */
export function overlaps(a: Range, b: Range): boolean {
  return a[0] < b[1] && b[0] < a[1]
}

/** Whether `inner` lies wholly within `outer`. */
export function contains(outer: Range, inner: Range): boolean {
  return outer[0] <= inner[0] && inner[1] <= outer[1]
}

/** Whether an offset lies within a range. */
export function includesOffset([start, end]: Range, offset: number): boolean {
  return start <= offset && offset < end
}

/** A range with both of its offsets increased by a number. */
export function shifted([start, end]: Range, by: number): Range {
  return [start + by, end + by]
}

/** A range of a text without the white space at its ends. */
export function trimmed([start, end]: Range, text: string): Range {
  const written = text.slice(start, end)
  const from = start + written.length - written.trimStart().length
  return [from, Math.max(from, start + written.trimEnd().length)]
}
