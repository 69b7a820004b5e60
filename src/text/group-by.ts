/** Items by a key that they have in common; no group is empty. */
export type Groups<Key, Item> = Map<Key, [Item, ...Item[]]>

/** Groups items by their key; they keep their order. */
export function groupBy<Key, Item>(items: Iterable<Item>, keyOf: (item: Item) => Key): Groups<Key, Item> {
  const groups: Groups<Key, Item> = new Map()
  for (const item of items) addTo(groups, keyOf(item), item)
  return groups
}

/** Adds an item at the end of the group of a key. */
export function addTo<Key, Item>(groups: Groups<Key, Item>, key: Key, item: Item): void {
  const others = groups.get(key)
  if (others) others.push(item)
  else groups.set(key, [item])
}
