/** More items than any real report has: a hostile file cannot make a digest large. */
export const MAX_ITEMS = 60
const MAX_TEXT = 300

/** The beginning of a text that is too long for a digest. */
export function bounded(text: string): string {
  return text.length > MAX_TEXT ? text.slice(0, MAX_TEXT) : text
}
