import { sharedEnds } from '../../../text/shared-ends.js'

/** The indexes of two equal lines, or of one that the other text does not have. */
export type Pair = readonly [left: number | null, right: number | null]

/**
 * Aligns the lines of two texts by their longest common subsequence. Time and memory are quadratic: for texts of a screen or two.
 * @returns indexes into the lists
 */
export function align(left: readonly string[], right: readonly string[]): Pair[] {
  const width = right.length + 1
  const longest = new Uint16Array((left.length + 1) * width)
  const at = (i: number, j: number): number => longest[i * width + j] ?? 0
  for (let i = left.length - 1; i >= 0; i--)
    for (let j = right.length - 1; j >= 0; j--)
      longest[i * width + j] = left[i] === right[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
  const pairs: Pair[] = []
  let [i, j] = [0, 0]
  while (i < left.length || j < right.length) {
    if (i < left.length && j < right.length && left[i] === right[j]) pairs.push([i++, j++])
    else if (j >= right.length || (i < left.length && at(i + 1, j) >= at(i, j + 1))) pairs.push([i++, null])
    else pairs.push([null, j++])
  }
  return paired(pairs)
}

/** Between common lines, puts the lines that only the left text has next to those that only the right one has. */
function paired(pairs: readonly Pair[]): Pair[] {
  const result: Pair[] = []
  for (let start = 0; start < pairs.length; ) {
    const [left, right] = pairs[start] as Pair
    if (left !== null && right !== null) {
      result.push([left, right])
      start++
      continue
    }
    let end = start
    while (end < pairs.length && pairs[end]?.includes(null)) end++
    const block = pairs.slice(start, end)
    const lefts = block.flatMap(([own]) => (own === null ? [] : [own]))
    const rights = block.flatMap(([, own]) => (own === null ? [] : [own]))
    for (let at = 0; at < Math.max(lefts.length, rights.length); at++)
      result.push([lefts[at] ?? null, rights[at] ?? null])
    start = end
  }
  return result
}

/** Where two lines differ: the lengths of their common beginning and end, in UTF-16 units. Never splits a surrogate pair. */
export function differenceOf(before: string, after: string): readonly [head: number, tail: number] {
  const letters = [...before]
  const [head, tail] = sharedEnds(letters, [...after])
  const lengthOf = (some: readonly string[]): number => some.join('').length
  return [lengthOf(letters.slice(0, head)), lengthOf(letters.slice(letters.length - tail))]
}
