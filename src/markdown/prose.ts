import type { Nodes, Root, RootContent } from 'mdast'
import type { Range } from '../text/range.js'
import { blanked } from './mask.js'
import { rangeOf } from './mdast.js'

/** A line of text as a reader sees it: of a paragraph, heading or table cell, one for each line of the file. */
export interface ProseLine {
  readonly container: 'heading' | 'paragraph' | 'cell'
  /** As long as the line in the file, with spaces in place of code, pictures, addresses, comments and tags. */
  readonly text: string
  /** The offset of its first character. */
  readonly start: number
  /** For a table cell: the text of the previous cell in its row. */
  readonly cellBefore: string | null
}

/** The lines of prose, in order, without code blocks, HTML blocks and front matter. */
export function proseLines(tree: Root, text: string): ProseLine[] {
  const visible = blanked(text, hiddenRanges(tree, text))
  const lines: ProseLine[] = []
  const add = (node: Nodes, container: ProseLine['container'], cellBefore: string | null): string => {
    const [start, end] = rangeOf(node)
    const own = visible.slice(start, end)
    let at = start
    for (const line of own.split(EOL)) {
      if (line !== '') lines.push({ container, text: line, start: at, cellBefore })
      at += line.length + 1
    }
    return own
  }
  const visit = (nodes: readonly RootContent[]): void => {
    for (const node of nodes) {
      if (node.type === 'paragraph' || node.type === 'heading') add(node, node.type, null)
      else if (node.type === 'tableRow') {
        let before: string | null = null
        for (const cell of node.children) before = add(cell, 'cell', before)
      } else if ('children' in node) visit(node.children as RootContent[])
    }
  }
  visit(tree.children)
  return lines
}

const EOL = /[\r\n]/

/** The ranges that are not read as words: code, pictures, tags, and the addresses of links; in order. */
function hiddenRanges(tree: Root, text: string): Range[] {
  const hidden: Range[] = []
  const visit = (node: Nodes): void => {
    switch (node.type) {
      case 'text':
        return
      case 'inlineCode':
      case 'image':
      case 'html':
      case 'imageReference':
        hidden.push(rangeOf(node))
        return
      case 'link': {
        const [start, end] = rangeOf(node)
        const last = node.children.at(-1)
        const inner = last ? rangeOf(last)[1] : end
        if (text[start] !== '[' || inner >= end) {
          hidden.push([start, end])
          return
        }
        for (const inside of node.children) visit(inside)
        hidden.push([inner, end])
        return
      }
    }
    if ('children' in node) for (const inside of node.children) visit(inside)
  }
  visit(tree)
  return hidden
}
