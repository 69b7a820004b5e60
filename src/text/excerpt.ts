/** The beginning of a text that is longer than so many characters, with an ellipsis for the rest; a shorter one as it is. */
export function excerpt(text: string, length: number): string {
  // A character has two units at most.
  const characters = [...text.slice(0, 2 * length + 2)]
  return characters.length > length ? `${characters.slice(0, length).join('').trimEnd()}…` : text
}
