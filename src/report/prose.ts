import type { Nodes, Root, RootContent } from 'mdast'
import type { Range } from '../text/range.js'
import { rangeOf } from './headings.js'

/** A line of what a reader reads: the text of a paragraph, heading or table cell, one for each line of the file. */
export interface ProseLine {
  readonly container: 'heading' | 'paragraph' | 'cell'
  /** As long as the line in the file: code, pictures, addresses, comments and tags in it are blanks. */
  readonly text: string
  /** The offset of its first character. */
  readonly start: number
  /** Of a table cell: the text of the cell before it in its row. */
  readonly cellBefore: string | null
}

/** The lines of prose, in order. Code blocks, HTML blocks and front matter are none. */
export function proseLines(tree: Root, text: string): ProseLine[] {
  const lines: ProseLine[] = []
  const add = (node: Nodes, container: ProseLine['container'], cellBefore: string | null): string => {
    const [start, end] = rangeOf(node)
    const visible = blank(text.slice(start, end), hiddenRanges(node, text), start)
    for (const { index, 0: line } of visible.matchAll(/[^\r\n]+/g))
      lines.push({ container, text: line, start: start + index, cellBefore })
    return visible
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

/** What stands in the file but is not read as words: code, pictures, tags, and the addresses of links. */
function hiddenRanges(node: Nodes, text: string): Range[] {
  const hidden: Range[] = []
  const visit = (child: Nodes): void => {
    const [start, end] = rangeOf(child)
    if (
      child.type === 'inlineCode' ||
      child.type === 'image' ||
      child.type === 'html' ||
      child.type === 'imageReference'
    )
      hidden.push([start, end])
    else if (child.type === 'link') {
      const last = child.children.at(-1)
      const inner = last ? rangeOf(last)[1] : end
      if (text[start] === '[' && inner < end) hidden.push([inner, end])
      else hidden.push([start, end])
      for (const inside of child.children) visit(inside)
    } else if ('children' in child) for (const inside of child.children) visit(inside as Nodes)
  }
  visit(node)
  return hidden
}

function blank(text: string, ranges: readonly Range[], offset: number): string {
  let result = text
  for (const [start, end] of ranges)
    result =
      result.slice(0, start - offset) +
      result.slice(start - offset, end - offset).replace(/[^\r\n]/g, ' ') +
      result.slice(end - offset)
  return result
}
