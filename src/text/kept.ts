import { detached } from './detached.js'

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
    if (results.size < most) results.set(detached(text), result)
    return result
  }
}
