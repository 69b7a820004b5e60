import type { Root } from 'mdast'
import type { Range } from '../text/range.js'
import { firstFrom, rangeOf } from './mdast.js'

/** Whether a range of the text separates two lists, which would otherwise be one, or a list from indented text after it. */
export function keepsListsApart([start, end]: Range, { children }: Root): boolean {
  // The first node that does not end before the range.
  const own = firstFrom(children, start + 1, (node) => rangeOf(node)[1])
  const after = children[firstFrom(children, end, (node) => rangeOf(node)[0])]
  return children[own - 1]?.type === 'list' && (after?.type === 'list' || (after?.position?.start.column ?? 1) > 1)
}
