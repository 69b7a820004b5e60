import type { Root } from 'mdast'
import type { Range } from '../text/range.js'
import { nodesOf, rangeOf } from './mdast.js'

/** A comment; an unclosed one goes on to the end of its HTML. */
const COMMENT = /<!--(?:-?>|[\s\S]*?(?:-->|$))/g

/** A comment with a message to the author of the page. */
export function commentOn(what: string): string {
  return `<!-- ${what} -->`
}

/** HTML without its comments. */
export function withoutComments(html: string): string {
  return html.replace(COMMENT, '')
}

/** HTML with spaces in place of its comments, so that offsets stay the same. */
export function blankComments(html: string): string {
  return html.replace(COMMENT, (comment) => ' '.repeat(comment.length))
}

/**
 * The ranges of the comments, in order, without those in code.
 * @param text the text that the tree's offsets point into; the value of a node lacks the markers of quotations and lists around it
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
