import type { ListItem, Root, TableRow } from 'mdast'
import { plainText, rangeOf } from '../../markdown/mdast.js'
import type { Range } from '../../text/range.js'
import type { HeadingLine } from './headings.js'

/** A label without emphasis at the start of a line, and signs before it: "Time: 9:00", "📍 Location: …". */
const PLAIN_LABEL = /^[^A-Za-zÀ-ỿ\d\r\n]{0,10}([A-Za-zÀ-ỿ][A-Za-zÀ-ỿ ]{1,30}?) {0,2}[:：](?=\s)/

/**
 * The fields whose labels have no emphasis: items of lists that begin with a label, and rows of tables with a label in their first
 * cell. A single one does not prove a section.
 * @param text the file as read; the tree's offsets refer to it
 */
export function plainFields(tree: Root, text: string): HeadingLine[] {
  let level = 0
  return tree.children.flatMap((node) => {
    if (node.type === 'heading') level = node.depth
    const fields =
      node.type === 'list'
        ? node.children.flatMap((item) => fieldOfItem(item, text))
        : node.type === 'table'
          ? node.children.flatMap(fieldOfRow)
          : []
    return fields.map((field): HeadingLine => ({ ...field, form: 'inline', level: level + 1 }))
  })
}

type Field = Pick<HeadingLine, 'title' | 'titleRange' | 'range'>

function fieldOfItem({ children: [first] }: ListItem, text: string): Field[] {
  if (first?.type !== 'paragraph') return []
  const [start, end] = rangeOf(first)
  const [written, title] = PLAIN_LABEL.exec(text.slice(start, end)) ?? []
  if (written === undefined || title === undefined) return []
  const at = start + written.indexOf(title)
  return [{ title, titleRange: [at, at + title.length], range: [at, start + written.length] }]
}

function fieldOfRow({ children: [label, value] }: TableRow): Field[] {
  const [first, last] = [label?.children[0], label?.children.at(-1)]
  if (!label || !first || !last || !value) return []
  const range: Range = [rangeOf(first)[0], rangeOf(last)[1]]
  return [{ title: plainText(label).trim(), titleRange: range, range }]
}
