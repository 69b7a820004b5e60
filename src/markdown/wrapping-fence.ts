import type { Root } from 'mdast'
import type { Lines } from '../text/lines.js'
import type { Range } from '../text/range.js'
import { fenceOf } from './fence.js'
import { rangeOf } from './mdast.js'

/** A code block that holds the whole page: its opening fence, and both lines of the fence with their line ends. */
export interface WrappingFence {
  readonly opening: Range
  readonly lines: readonly [Range, Range]
}

const HEADING = /^#{1,6}[ \t]+\S/m

/** The block of Markdown that all headings of a page are in, as chat tools give a page to copy; null if there is none. */
export function wrappingFence({ children }: Root, text: string, lines: Lines): WrappingFence | null {
  if (children.some(({ type }) => type === 'heading')) return null
  for (const code of children) {
    if (code.type !== 'code' || !/^(?:md|markdown)$/i.test(code.lang ?? '') || !HEADING.test(code.value)) continue
    const [start, end] = rangeOf(code)
    if (!fenceOf(text.slice(start, end))?.isClosed) continue
    const [first, last] = [lines.place(start).line, lines.place(end).line]
    // Without the last line, a text that ends with it ends as the line before.
    const hasEnd = lines.after(last) > end
    const from = hasEnd ? lines.range(last)[0] : lines.range(last - 1)[1]
    return {
      opening: [start, lines.range(first)[1]],
      lines: [
        [lines.range(first)[0], lines.after(first)],
        [from, lines.after(last)],
      ],
    }
  }
  return null
}
