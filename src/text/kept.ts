/** A function of one text that remembers its results, for texts that come again and again. No more than `most` are kept. */
export function kept<T extends NonNullable<unknown> | null>(
  of: (text: string) => T,
  most: number,
): (text: string) => T {
  const results = new Map<string, T>()
  return (text) => {
    const known = results.get(text)
    if (known !== undefined) return known
    const result = of(text)
    // A part of a string keeps the whole of it in memory.
    if (results.size < most) results.set(JSON.parse(JSON.stringify(text)), result)
    return result
  }
}
