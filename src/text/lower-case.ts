/**
 * A text in lower case with unchanged offsets. Expressions that ignore case are written in lower case and applied to this: with
 * the flag `i`, they would take the engine two to ten times as long to compile, mostly because of classes like `[À-ỿ]`, and
 * longer to match.
 */
export function lowerCase(text: string): string {
  const lower = text.toLowerCase()
  // `İ` is the only letter that becomes two code units in lower case: an i and a combining dot.
  return lower.length === text.length ? lower : text.replaceAll('İ', 'i').toLowerCase()
}
