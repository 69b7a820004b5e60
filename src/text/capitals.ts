/** Whether a word begins with a capital. It avoids the class `\p{Lu}`, which takes the engine long to compile. */
export function isCapital(word: string): boolean {
  const first = word.slice(0, 1)
  return first !== first.toLowerCase()
}

/** Whether a word has a capital right after a small letter: `DevOps`. */
export function isCamelCase(word: string): boolean {
  if (word.slice(1) === word.slice(1).toLowerCase()) return false
  return [...word].some((letter, at, letters) => {
    const before = letters[at - 1]
    return before !== undefined && before !== before.toUpperCase() && isCapital(letter)
  })
}
