import type { Root } from 'mdast'
import type { Range } from '../text/range.js'
import { codeNodes } from './code.js'
import { fenceOf } from './fence.js'
import { rangeOf } from './mdast.js'
import { isOpenRaw } from './raw-html.js'

/**
 * The opening fences of code blocks that are never closed: all that follows them, to the end of the text or of the list or
 * quotation they are in, is code.
 */
export function unclosedFences(tree: Root, text: string): Range[] {
  if (!text.includes('```') && !text.includes('~~~')) return []
  return codeNodes(tree).flatMap((code) => {
    if (code.type !== 'code') return []
    const [start, end] = rangeOf(code)
    const fence = fenceOf(text.slice(start, end))
    return fence === null || fence.isClosed ? [] : [[start, start + fence.mark.length] as const]
  })
}

/** Whether what is put at the end of the text would become code or raw HTML. */
export function hasOpenEnd(tree: Root, text: string): boolean {
  if (unclosedFences(tree, text).length > 0) return true
  const last = tree.children.at(-1)
  return last?.type === 'html' && isOpenRaw(last.value.trimStart()) === true
}
