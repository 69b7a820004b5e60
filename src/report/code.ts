import type { Nodes } from 'mdast'
import type { Range } from '../text/range.js'
import { rangeOf } from './headings.js'

/** The spans of code blocks and of code within a line, in order. */
export function codeRanges(node: Nodes): Range[] {
  if (node.type === 'code' || node.type === 'inlineCode') return [rangeOf(node)]
  return 'children' in node ? node.children.flatMap(codeRanges) : []
}
