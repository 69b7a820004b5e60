import type { ListItem, Paragraph, Root, RootContent, TableRow } from 'mdast'
import { plainText, rangeOf } from '../../markdown/mdast.js'
import type { Range } from '../../text/range.js'
import type { HeadingLine } from './headings.js'

/**
 * A label without emphasis at the start of a line, and signs before it: "Time: 9:00", "📍 Location: …". Also a label that only a space
 * keeps from being emphasised: "** Time:** 9:00".
 */
const PLAIN_LABEL =
  /^[^A-Za-zÀ-ỿ\d\r\n]{0,10}([A-Za-zÀ-ỿ][A-Za-zÀ-ỿ ]{1,30}?) {0,2}[:：](?=\s|(?<=^\*\* [^*]{3,35})\*\*\s)/

/**
 * The fields whose labels have no emphasis: items of lists and lines of paragraphs that begin with a label, and rows of tables with a
 * label in their first cell. A single one does not prove a section.
 * @param text the file as read; the tree's offsets refer to it
 */
export function plainFields(tree: Root, text: string): HeadingLine[] {
  let level = 0
  return tree.children.flatMap((node) => {
    if (node.type === 'heading') level = node.depth
    return fieldsIn(node, text).map((field): HeadingLine => ({ ...field, form: 'inline', level: level + 1 }))
  })
}

type Field = Pick<HeadingLine, 'title' | 'titleRange' | 'range'>

function fieldsIn(node: RootContent, text: string): Field[] {
  if (node.type === 'list') return node.children.flatMap((item) => fieldOfItem(item, text))
  if (node.type === 'table') return node.children.flatMap(fieldOfRow)
  return node.type === 'paragraph' ? fieldsOfLines(node, text) : []
}

function fieldOfItem({ children: [first] }: ListItem, text: string): Field[] {
  return first?.type === 'paragraph' ? fieldAt(rangeOf(first), text) : []
}

function fieldsOfLines(node: Paragraph, text: string): Field[] {
  const [start, end] = rangeOf(node)
  const lines = text.slice(start, end).matchAll(/[^\r\n]+/g)
  return [...lines].flatMap(({ index, 0: line }) => fieldAt([start + index, start + index + line.length], text))
}

/** The field that a passage begins with. */
function fieldAt([start, end]: Range, text: string): Field[] {
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
