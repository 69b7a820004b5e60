import type { Root } from 'mdast'
import type { Range } from '../text/range.js'
import { nodesOf, rangeOf } from './mdast.js'

/** A comment; one that is not closed goes on to the end of its HTML. */
const COMMENT = /<!--(?:-?>|[\s\S]*?(?:-->|$))/g

/** A comment that says something to whoever writes the page. */
export function commentOn(what: string): string {
  return `<!-- ${what} -->`
}

/** HTML without its comments. */
export function withoutComments(html: string): string {
  return html.replace(COMMENT, '')
}

/** HTML with blanks in the place of its comments. */
export function blankComments(html: string): string {
  return html.replace(COMMENT, (comment) => ' '.repeat(comment.length))
}

/**
 * The spans of the comments, in order; what stands in code is none.
 * @param text what the tree's offsets point into: a node's own value lacks the marks of the quotations and lists around it
 */
export function commentRanges(tree: Root, text: string): Range[] {
  if (!text.includes('<!--')) return []
  return nodesOf(tree).flatMap((node) => {
    if (node.type !== 'html') return []
    const [start, end] = rangeOf(node)
    return Array.from(text.slice(start, end).matchAll(COMMENT), ({ index, 0: comment }): Range => {
      return [start + index, start + index + comment.length]
    })
  })
}
