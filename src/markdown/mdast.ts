import type { Node, Nodes } from 'mdast'
import type { Range } from '../text/range.js'

/** The offsets of a parsed node. Every node that came from text has them. */
export function rangeOf(node: Node): Range {
  return [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0]
}

/**
 * A node and all that are in it, in the order of the text: without recursion, as nodes may lie deep in one another. It is not
 * kept for the next who asks: that would hold trees in memory until everything is collected, a fifth more for 1,000 reports.
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

/** The text of a node as a reader sees it: no marks, no pictures. */
export function plainText(node: Node): string {
  if ('value' in node && typeof node.value === 'string') return node.type === 'html' ? '' : node.value
  if (node.type === 'break') return ' '
  let text = ''
  if ('children' in node && Array.isArray(node.children)) for (const child of node.children) text += plainText(child)
  return text
}

/** The index of the first of things in the order of the text whose place is not before an offset. */
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
