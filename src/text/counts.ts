/** How often something comes, or what it weighs. */
export type Counts<Key> = Map<Key, number>

/** Counts something once more, or weighs it. @returns what it has come to */
export function increase<Key>(counts: Counts<Key>, key: Key, by = 1): number {
  const count = (counts.get(key) ?? 0) + by
  counts.set(key, count)
  return count
}

/** How often each item comes. */
export function countsOf<Item>(items: Iterable<Item>): Counts<Item> {
  const counts: Counts<Item> = new Map()
  for (const item of items) increase(counts, item)
  return counts
}

/** What comes most often; of equals, the least. null where nothing does. */
export function mostOf<Key extends string | number>(counts: ReadonlyMap<Key, number>): Key | null {
  let best: Key | null = null
  let most = 0
  for (const [key, count] of counts)
    if (best === null || count > most || (count === most && key < best)) [best, most] = [key, count]
  return best
}
