import type { Root } from 'mdast'
import type { Range } from '../text/range.js'
import { codeNodes } from './code.js'
import { fenceOf } from './fence.js'
import { rangeOf } from './mdast.js'

/**
 * The opening fences of code blocks that are never closed: all that follows them, to the end of the text or of the list or
 * quotation they stand in, is code.
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

/** Whether what is put at the end of the text would become code or part of a comment. */
export function hasOpenEnd(tree: Root, text: string): boolean {
  if (unclosedFences(tree, text).length > 0) return true
  const last = tree.children.at(-1)
  if (last?.type !== 'html') return false
  const [, comment, tag] = /^\s*<(?:(!--)|(script|pre|style|textarea)\b)/i.exec(last.value) ?? []
  if (comment) return !last.value.includes('-->')
  return tag !== undefined && !last.value.toLowerCase().includes(`</${tag.toLowerCase()}>`)
}
