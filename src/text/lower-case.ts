/**
 * A text in small letters, each at the place of the letter that it was. Expressions that look for words regardless of case
 * are written in small letters and held against this: with the flag `i` they take the engine two to ten times as long to get
 * ready, most of it for classes like `[À-ỿ]`, and longer to match.
 */
export function lowerCase(text: string): string {
  const lower = text.toLowerCase()
  // The one letter that becomes two, an i and its dot.
  return lower.length === text.length ? lower : text.replaceAll('İ', 'i').toLowerCase()
}
