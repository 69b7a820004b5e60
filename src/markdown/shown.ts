import type { Root } from 'mdast'
import { codeRanges } from './code.js'
import { commentRanges } from './comments.js'
import { blanked } from './mask.js'

/**
 * The text with blanks for code and comments, unit for unit. What an author shows how to write, or has taken out, is nothing
 * that the page says.
 * @param text the file as read; the tree's offsets point into it
 */
export function shownText(tree: Root, text: string): string {
  return blanked(
    text,
    [...codeRanges(tree), ...commentRanges(tree, text)].sort((a, b) => a[0] - b[0]),
  )
}
