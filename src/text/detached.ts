/**
 * A copy of plain data that does not keep the text of a report in memory, as a substring of that text would. For data that
 * outlives the report.
 */
export function detached<T>(data: T): T {
  return JSON.parse(JSON.stringify(data))
}

/** The length from which V8 makes substrings that refer to the whole string; shorter ones are copies. */
const SHORTEST_TIED = 13

/** The same for a single string, and fast enough for thousands of words. */
export function detachedText(text: string): string {
  return text.length < SHORTEST_TIED ? text : detached(text)
}
