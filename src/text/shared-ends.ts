/** How many items two lists share at their beginnings and at their ends; no item counts twice. */
export function sharedEnds<T>(a: readonly T[], b: readonly T[]): readonly [head: number, tail: number] {
  const shorter = Math.min(a.length, b.length)
  let head = 0
  while (head < shorter && a[head] === b[head]) head++
  let tail = 0
  while (tail < shorter - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++
  return [head, tail]
}
