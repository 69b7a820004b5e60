import { detachedText } from './detached.js'

/** A value that is made when it is first asked for, and only once. */
export function once<T extends NonNullable<unknown>>(make: () => T): () => T {
  let made: T | undefined
  return () => {
    made ??= make()
    return made
  }
}

/** Memoizes a function of an object. A result is kept for as long as its object is in use. */
export function memoizeByObject<Key extends WeakKey, T extends NonNullable<unknown>>(
  of: (key: Key) => T,
): (key: Key) => T {
  const results = new WeakMap<Key, T>()
  return (key) => {
    const known = results.get(key)
    if (known !== undefined) return known
    const result = of(key)
    results.set(key, result)
    return result
  }
}

/**
 * Memoizes a function of a text.
 * @param most how many results to keep; by default all
 */
export function memoize<T extends NonNullable<unknown> | null>(
  of: (text: string) => T,
  most = Number.POSITIVE_INFINITY,
): (text: string) => T {
  const results = new Map<string, T>()
  return (text) => {
    const known = results.get(text)
    if (known !== undefined) return known
    const result = of(text)
    if (results.size < most) results.set(detachedText(text), result)
    return result
  }
}
