import type { Root } from 'mdast'
import { rangeOf } from '../../markdown/mdast.js'
import type { Range } from '../../text/range.js'
import type { HeadingLine } from './headings.js'

/** What stands before a label that nothing sets off, and that label: "Time: 9:00", "📍 Location: …". */
const PLAIN_LABEL = /^[^A-Za-zÀ-ỿ\d\r\n]{0,10}([A-Za-zÀ-ỿ][A-Za-zÀ-ỿ ]{1,30}?) {0,2}[:：](?=\s)/

/**
 * The items of lists that begin with a label which nothing sets off: by themselves they announce nothing.
 * @param text the file as read; the tree's offsets point into it
 */
export function plainFields(tree: Root, text: string): HeadingLine[] {
  let level = 0
  return tree.children.flatMap((node) => {
    if (node.type === 'heading') level = node.depth
    const items = node.type === 'list' ? node.children : []
    return items.flatMap(({ children: [first] }): HeadingLine[] => {
      if (first?.type !== 'paragraph') return []
      const [start, end] = rangeOf(first)
      const [written, title] = PLAIN_LABEL.exec(text.slice(start, end)) ?? []
      if (written === undefined || title === undefined) return []
      const at = start + written.indexOf(title)
      const titleRange: Range = [at, at + title.length]
      return [{ form: 'inline', title, titleRange, range: [at, start + written.length], level: level + 1 }]
    })
  })
}
