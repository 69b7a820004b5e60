import { h } from './dom.js'

/** The order of a table. In the address it is the key of a column, with a minus before it for descending order. */
export interface Order {
  readonly key: string
  readonly isDown: boolean
}

export function orderOf(parameter: string): Order {
  return { key: parameter.replace(/^-/, ''), isDown: parameter.startsWith('-') }
}

/** @param keyOf gives the value to compare items by */
export function inOrder<T>(items: readonly T[], keyOf: (item: T) => number | string, { isDown }: Order): T[] {
  const turn = isDown ? -1 : 1
  return items
    .map((item) => ({ item, key: keyOf(item) }))
    .sort((a, b) => turn * (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ item }) => item)
}

/**
 * The header of a column that sorts the table by it, and reverses the order when it is clicked again.
 * @param column `mostFirst`: the first click sorts in descending order
 * @param choose gets the order as it is written in the address
 */
export function sortingHead(
  column: { readonly key: string; readonly label: string; readonly kind: string; readonly mostFirst?: boolean },
  order: Order,
  choose: (parameter: string) => void,
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
