/** Half-open span of UTF-16 offsets into a file exactly as read: BOM, front matter and CR included. */
export type Range = readonly [start: number, end: number]

/** A value with the text it was read from, so that any fact can be pointed at. */
export interface Located<T> {
  readonly value: T
  readonly range: Range
}

/** Whether the two spans share an offset; an empty span meets a span that it lies strictly inside of. */
export function overlaps(a: Range, b: Range): boolean {
  return a[0] < b[1] && b[0] < a[1]
}

/** Whether `inner` lies wholly within `outer`. */
export function contains(outer: Range, inner: Range): boolean {
  return outer[0] <= inner[0] && inner[1] <= outer[1]
}

/** A span of a text without the blanks at its ends. */
export function trimmed([start, end]: Range, text: string): Range {
  const written = text.slice(start, end)
  const from = start + written.length - written.trimStart().length
  return [from, Math.max(from, start + written.trimEnd().length)]
}
