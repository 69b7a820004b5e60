/** How often things occur, or how much they weigh. */
export type Counts<Key> = Map<Key, number>

/** Adds to a count. @returns the new count */
export function increase<Key>(counts: Counts<Key>, key: Key, by = 1): number {
  const count = (counts.get(key) ?? 0) + by
  counts.set(key, count)
  return count
}

/** How often each item occurs. */
export function countsOf<Item>(items: Iterable<Item>): Counts<Item> {
  const counts: Counts<Item> = new Map()
  for (const item of items) increase(counts, item)
  return counts
}

/** The key with the highest count; of equals, the smallest. null if there are none. */
export function mostOf<Key extends string | number>(counts: ReadonlyMap<Key, number>): Key | null {
  let best: Key | null = null
  let most = 0
  for (const [key, count] of counts)
    if (best === null || count > most || (count === most && key < best)) [best, most] = [key, count]
  return best
}
