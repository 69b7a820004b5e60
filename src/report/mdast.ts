import type { Node } from 'mdast'
import type { Range } from '../text/range.js'

/** The offsets of a parsed node. Every node that came from text has them. */
export function rangeOf(node: Node): Range {
  return [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0]
}

/** The text of a node as a reader sees it: no marks, no pictures. */
export function plainText(node: Node): string {
  if ('value' in node && typeof node.value === 'string') return node.type === 'html' ? '' : node.value
  if (node.type === 'break') return ' '
  let text = ''
  if ('children' in node && Array.isArray(node.children)) for (const child of node.children) text += plainText(child)
  return text
}
