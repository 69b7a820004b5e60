import { h } from './dom.js'

/** What the rows of a table are sorted by, as the address says it: the key of a column, behind a minus where it is turned round. */
export interface Order {
  readonly key: string
  readonly isDown: boolean
}

export function orderOf(said: string): Order {
  return { key: said.replace(/^-/, ''), isDown: said.startsWith('-') }
}

/** @param keyOf what items are compared by */
export function inOrder<T>(items: readonly T[], keyOf: (item: T) => number | string, { isDown }: Order): T[] {
  const turn = isDown ? -1 : 1
  return items
    .map((item) => ({ item, key: keyOf(item) }))
    .sort((a, b) => turn * (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ item }) => item)
}

/**
 * The head of a column that sorts the table by it, and turns it round when it is chosen again.
 * @param column with `mostFirst` it sorts down before it sorts up
 * @param choose gets the order as the address says it
 */
export function sortingHead(
  column: { readonly key: string; readonly label: string; readonly kind: string; readonly mostFirst?: boolean },
  order: Order,
  choose: (said: string) => void,
): HTMLElement {
  const { key, label, kind, mostFirst = false } = column
  const isBy = order.key === key
  const next = (isBy ? !order.isDown : mostFirst) ? `-${key}` : key
  return h(
    'th',
    { scope: 'col', class: kind, 'aria-sort': isBy ? (order.isDown ? 'descending' : 'ascending') : null },
    h(
      'button',
      { type: 'button', click: () => choose(next) },
      h('span', {}, label),
      isBy ? h('span', { class: 'arrow', 'aria-hidden': 'true' }, order.isDown ? '↓' : '↑') : null,
    ),
  )
}
