/**
 * The same plain data without ties to a text: a part of a string keeps the whole of it in memory. For what outlives the report
 * that it comes from.
 */
export function detached<T>(data: T): T {
  return JSON.parse(JSON.stringify(data))
}

/** V8 copies what is shorter. */
const SHORTEST_TIED = 13

/** The same for a single text, for words by the thousand. */
export function detachedText(text: string): string {
  return text.length < SHORTEST_TIED ? text : detached(text)
}
