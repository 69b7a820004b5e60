import type { Heading, ListItem, Paragraph, Parents, Root, RootContent } from 'mdast'
import { htmlHeadings } from '../../markdown/html-headings.js'
import { withoutMask } from '../../markdown/mask.js'
import { plainText, rangeOf } from '../../markdown/mdast.js'
import type { Range } from '../../text/range.js'
import type { Form } from './section.js'

/** A line that announces a part of the report, or may do so. */
export interface HeadingLine {
  readonly form: Form
  /** As written, without marks of emphasis, shortcodes and Hugo's attributes. */
  readonly title: string
  /** The heading's inline text, or the label of a field. */
  readonly titleRange: Range
  /** The whole heading; of a field, its label with the colon. */
  readonly range: Range
  /** 1 to 6; a line that only looks like a heading is one deeper than the heading above it. */
  readonly level: number
}

/** Whether a line is a heading to every reader of Markdown, and does not only look like one. */
export const isHeading = ({ form }: Pick<HeadingLine, 'form'>): boolean => form === 'heading' || form === 'html'

/**
 * Everything that announces something, in the order of the text: headings wherever they stand, `<h3>` in HTML, lines
 * that are bold or italic as a whole, and bare fields (`**Speakers:** …`).
 * @param text the file as read; the tree's offsets point into it
 */
export function headingLines(tree: Root, text: string): HeadingLine[] {
  const lines: HeadingLine[] = []
  /** Of the last heading. */
  let level = 0
  const add = ({ form, title, titleRange, range }: Announcement): void => {
    const own = isHeading({ form }) ? level : Math.min(level + 1, 7)
    lines.push({ form, title: withoutMask(title).trim(), titleRange, range, level: own })
  }
  const visit = (node: Root | RootContent): void => {
    switch (node.type) {
      case 'heading': {
        const title = plainText(node).replace(ATTRIBUTES, '')
        // Pictures above a rule make a heading by accident, and one without words announces nothing.
        if (title.trim() === '') return
        level = node.depth
        add({ form: 'heading', title, titleRange: titleRangeOf(node, text), range: rangeOf(node) })
        return
      }
      case 'html':
        for (const heading of htmlHeadings(node)) {
          level = heading.level
          add({ form: 'html', ...heading })
        }
        return
      case 'paragraph':
        paragraphLines(node, text).forEach(add)
        return
      case 'list': {
        // Among fields, a label whose value stands below it is a field as well, and no heading.
        const isOfFields = node.children.some((item) => leadingForm(item, text) === 'inline')
        for (const item of node.children)
          for (const [at, child] of item.children.entries())
            if (at === 0 && isOfFields && child.type === 'paragraph')
              for (const line of paragraphLines(child, text)) add({ ...line, form: 'inline' })
            else visit(child)
        return
      }
      case 'blockquote':
        // Emphasis in a quotation sets off the quotation, not a part of the report; but a box may hold the report's fields.
        for (const child of node.children) {
          if (child.type === 'heading') visit(child)
          else if (child.type === 'paragraph') fieldsOf(child, text).forEach(add)
        }
        return
      default:
        if ('children' in node) for (const child of node.children) visit(child as RootContent)
    }
  }
  visit(tree)
  return lines
}

type Announcement = Omit<HeadingLine, 'level'>

/** What may stand before the emphasis that a line starts with, and no longer than that. */
const LEAD = /(?:^|[\r\n])(?:[ \t]|&emsp;|&nbsp;|[^A-Za-zÀ-ỿ\d\s]){0,20}$/u
const LONGEST_LEAD = 20 * '&emsp;'.length + 1

/** The lines of a paragraph that start with emphasis and are bold as a whole, or a label with its colon. */
function paragraphLines(paragraph: Paragraph, text: string): Announcement[] {
  const lines: Announcement[] = []
  for (const node of paragraph.children) {
    if (node.type !== 'strong' && node.type !== 'emphasis') continue
    const [from, to] = rangeOf(paragraph)
    const [start, end] = rangeOf(node)
    if (start > from && !LEAD.test(text.slice(Math.max(from, start - LONGEST_LEAD), start))) continue
    const title = plainText(node)
    if (title === '' || title.length > 120) continue
    const after = text.slice(end, to)
    const colon = /^[ \t]*[:：]/.exec(after)?.[0] ?? ''
    const at: Pick<Announcement, 'titleRange' | 'range'> = {
      titleRange: innerRange(node),
      range: [start, end + colon.length],
    }
    if (/^[ \t]*(?:[:：][ \t]*)?(?:[\r\n]|$)/.test(after)) lines.push({ form: 'bold', title, ...at })
    else if (node.type === 'strong' && (colon !== '' || /[:：]\s*$/.test(title)))
      lines.push({ form: 'inline', title: title.replace(/(?<!\s)\s*[:：]\s*$/, ''), ...at })
  }
  return lines
}

/** What an item of a list begins with; null for plain text. */
function leadingForm({ children: [first] }: ListItem, text: string): Form | null {
  const [line] = first?.type === 'paragraph' ? paragraphLines(first, text) : []
  return line?.form ?? null
}

/** The fields of a paragraph that holds nothing else. */
function fieldsOf(paragraph: Paragraph, text: string): Announcement[] {
  const found = paragraphLines(paragraph, text)
  const written = text.slice(...rangeOf(paragraph)).split(/\r\n|\n|\r/)
  const lines = written.filter((line) => /[^\s>]/.test(line)).length
  return found.length === lines && found.every(({ form }) => form === 'inline') ? found : []
}

function innerRange(node: Parents): Range {
  const first = node.children[0]
  const last = node.children.at(-1)
  return first && last ? [rangeOf(first)[0], rangeOf(last)[1]] : rangeOf(node)
}

/** What Hugo takes for attributes of a heading, and does not show: `## Speakers {#who .wide}`. */
const ATTRIBUTES = /[ \t]{0,80}\{[ \t]{0,80}[#.][^{}\r\n]{0,200}\}$/

function titleRangeOf(heading: Heading, text: string): Range {
  const [start, end] = innerRange(heading)
  return [start, end - (ATTRIBUTES.exec(text.slice(start, end))?.[0].length ?? 0)]
}
