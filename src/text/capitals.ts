/** Whether a word begins with a capital. The classes of all the world's letters (`\p{Lu}`) take the engine long to get ready. */
export function isCapital(word: string): boolean {
  const first = word.slice(0, 1)
  return first !== first.toLowerCase()
}

/** Whether a capital stands behind a small letter in a word: `DevOps`. */
export function isCamelCase(word: string): boolean {
  if (word.slice(1) === word.slice(1).toLowerCase()) return false
  return [...word].some((letter, at, letters) => {
    const before = letters[at - 1]
    return before !== undefined && before !== before.toUpperCase() && isCapital(letter)
  })
}
