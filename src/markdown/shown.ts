import type { Root } from 'mdast'
import { codeRanges } from './code.js'
import { commentRanges } from './comments.js'
import { blanked } from './mask.js'

/**
 * The text with spaces in place of code and comments, unit for unit: examples and text that was commented out are not what the
 * page says.
 * @param text the file as read; the tree's offsets point into it
 */
export function shownText(tree: Root, text: string): string {
  return blanked(
    text,
    [...codeRanges(tree), ...commentRanges(tree, text)].sort((a, b) => a[0] - b[0]),
  )
}
