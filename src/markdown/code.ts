import type { Code, InlineCode, Nodes } from 'mdast'
import { once } from '../text/kept.js'
import { overlaps, type Range } from '../text/range.js'
import { nodesOf, rangeOf } from './mdast.js'

/** The code blocks and the code within lines, in order. */
export function codeNodes(root: Nodes): (Code | InlineCode)[] {
  return nodesOf(root).filter((node) => node.type === 'code' || node.type === 'inlineCode')
}

/** The spans of code blocks and of code within a line, in order. */
export function codeRanges(root: Nodes): Range[] {
  return codeNodes(root).map(rangeOf)
}

/** Whether a span reaches into code, looked up in spans that are gathered when the first question comes: few reports raise one. */
export function codeIn(tree: Nodes): (range: Range) => boolean {
  const ranges = once(() => codeRanges(tree))
  return (range) => ranges().some((code) => overlaps(code, range))
}
