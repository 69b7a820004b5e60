import type { Code, InlineCode, Nodes } from 'mdast'
import { once } from '../text/memoize.js'
import { overlaps, type Range } from '../text/range.js'
import { nodesOf, rangeOf } from './mdast.js'

/** The code blocks and code spans, in order. */
export function codeNodes(root: Nodes): (Code | InlineCode)[] {
  return nodesOf(root).filter((node) => node.type === 'code' || node.type === 'inlineCode')
}

/** The ranges of code blocks and code spans, in order. */
export function codeRanges(root: Nodes): Range[] {
  return codeNodes(root).map(rangeOf)
}

/** A function that tells whether a range overlaps code. The code is gathered on the first call, because few reports need it. */
export function codeIn(tree: Nodes): (range: Range) => boolean {
  const ranges = once(() => codeRanges(tree))
  return (range) => ranges().some((code) => overlaps(code, range))
}
