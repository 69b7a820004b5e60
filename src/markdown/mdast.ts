import type { Node, Nodes } from 'mdast'
import type { Range } from '../text/range.js'

/** The offsets of a parsed node, which every node that comes from the text has. */
export function rangeOf(node: Node): Range {
  return [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0]
}

/**
 * A node and all its descendants, in the order of the text. It is not recursive, because nodes may be nested deeply, and not
 * memoized: that would keep trees in memory until the next garbage collection, a fifth more memory for 1,000 reports.
 */
export function nodesOf(root: Nodes): readonly Nodes[] {
  const nodes: Nodes[] = []
  const left = [root]
  for (let node = left.pop(); node; node = left.pop()) {
    nodes.push(node)
    const children: readonly Nodes[] = 'children' in node ? node.children : []
    for (let at = children.length - 1; at >= 0; at--) left.push(children[at] as Nodes)
  }
  return nodes
}

/** The text of a node as a reader sees it, without markup and pictures. */
export function plainText(node: Node): string {
  if ('value' in node && typeof node.value === 'string') return node.type === 'html' ? '' : node.value
  if (node.type === 'break') return ' '
  let text = ''
  if ('children' in node && Array.isArray(node.children)) for (const child of node.children) text += plainText(child)
  return text
}

/** The index of the first thing that is not before an offset. @param things in the order of the text */
export function firstFrom<T>(things: readonly T[], offset: number, placeOf: (thing: T) => number): number {
  let low = 0
  let high = things.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (placeOf(things[middle] as T) < offset) low = middle + 1
    else high = middle
  }
  return low
}
