import type { Root } from 'mdast'
import type { Range } from '../text/range.js'
import { firstFrom, rangeOf } from './mdast.js'

/** Whether two lists would be one without a span of the text, or what is set in behind it would go on with a list above. */
export function keepsListsApart([start, end]: Range, { children }: Root): boolean {
  // The first that does not end before the span.
  const own = firstFrom(children, start + 1, (node) => rangeOf(node)[1])
  const after = children[firstFrom(children, end, (node) => rangeOf(node)[0])]
  return children[own - 1]?.type === 'list' && (after?.type === 'list' || (after?.position?.start.column ?? 1) > 1)
}
