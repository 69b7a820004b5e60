import type { Nodes } from 'mdast'
import type { Range } from '../text/range.js'

const OPENS_CODE = /^<(?:code|kbd|pre|samp|var|script|style)\b/i
const CLOSES_CODE = /^<\/(?:code|kbd|pre|samp|var|script|style)\s*>/i

/**
 * The ranges of a text to check for spelling, in order: text nodes and the alternative texts of pictures, but no code, HTML or
 * addresses.
 * @param text the text that the nodes' positions refer to
 */
export function checkedRanges(node: Nodes, text: string): Range[] {
  const ranges: Range[] = []
  gather(node, text, ranges)
  return ranges
}

function gather(node: Nodes, text: string, ranges: Range[]): void {
  const start = node.position?.start.offset
  const end = node.position?.end.offset
  if (start === undefined || end === undefined) return
  if (node.type === 'text') ranges.push([start, end])
  else if (node.type === 'image' || node.type === 'imageReference') {
    const alt = altRange(node.alt ?? '', text, [start, end])
    if (alt) ranges.push(alt)
  } else if ('children' in node) {
    let inCode = false
    for (const child of node.children) {
      if (child.type === 'html') inCode = OPENS_CODE.test(child.value) || (inCode && !CLOSES_CODE.test(child.value))
      else if (!inCode) gather(child, text, ranges)
    }
  }
}

/** The range of an alternative text; null if it cannot be located, as it has escapes. */
function altRange(alt: string, text: string, [start, end]: Range): Range | null {
  const at = start + '!['.length
  return alt !== '' && at + alt.length < end && text.startsWith(alt, at) ? [at, at + alt.length] : null
}
