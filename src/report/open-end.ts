import type { Root } from 'mdast'
import type { Lines } from '../text/lines.js'
import type { Range } from '../text/range.js'
import { codeNodes } from './code.js'
import { rangeOf } from './mdast.js'

/**
 * The opening fences of code blocks that are never closed: all that follows them, to the end of the text or of the list or
 * quotation they stand in, is code.
 */
export function unclosedFences(tree: Root, text: string, lines: Lines): Range[] {
  if (!text.includes('```') && !text.includes('~~~')) return []
  return codeNodes(tree).flatMap((code) => {
    if (code.type !== 'code') return []
    const [start, end] = rangeOf(code)
    const fence = /^(?:`{3,}|~{3,})/.exec(text.slice(start, start + 200))?.[0]
    if (fence === undefined) return []
    const [lastLine] = lines.range(lines.place(end).line)
    const last = text
      .slice(lastLine, end)
      .replace(/^[\s>]+/, '')
      .trimEnd()
    const isClosed = lastLine > start && last.startsWith(fence) && /^(?:`+|~+)$/.test(last)
    return isClosed ? [] : [[start, start + fence.length] as const]
  })
}

/** Whether what is put at the end of the text would become code or part of a comment. */
export function hasOpenEnd(tree: Root, text: string, lines: Lines): boolean {
  if (unclosedFences(tree, text, lines).length > 0) return true
  const last = tree.children.at(-1)
  if (last?.type !== 'html') return false
  const [, comment, tag] = /^\s*<(?:(!--)|(script|pre|style|textarea)\b)/i.exec(last.value) ?? []
  if (comment) return !last.value.includes('-->')
  return tag !== undefined && !last.value.toLowerCase().includes(`</${tag.toLowerCase()}>`)
}
