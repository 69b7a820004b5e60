import type { Nodes, Root } from 'mdast'
import { decoded } from '../source/meant-picture.js'

const known = new WeakMap<Root, ReadonlySet<string>>()

/** The anchors on the page itself that it links to, in lower case: of `[there](#key-takeaways)` that is `key-takeaways`. */
export function linkedAnchors(tree: Root): ReadonlySet<string> {
  const before = known.get(tree)
  if (before) return before
  const anchors = new Set<string>()
  const add = (url: string): void => {
    if (url.startsWith('#')) anchors.add(decoded(url.slice(1)).toLowerCase())
  }
  const visit = (node: Nodes): void => {
    if (node.type === 'link' || node.type === 'definition') add(node.url)
    else if (node.type === 'html') for (const [, url = ''] of node.value.matchAll(HREF)) add(url)
    if ('children' in node) node.children.forEach(visit)
  }
  visit(tree)
  known.set(tree, anchors)
  return anchors
}

const HREF = /\shref\s*=\s*["']?(#[^\s"'>]{1,200})/gi
