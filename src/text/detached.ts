/**
 * The same plain data without ties to a text: a part of a string keeps the whole of it in memory. For what outlives the report
 * that it comes from.
 */
export function detached<T>(data: T): T {
  return JSON.parse(JSON.stringify(data))
}
