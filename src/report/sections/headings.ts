import type { Blockquote, Heading, List, Paragraph, Parents, Root, RootContent } from 'mdast'
import { htmlHeadings } from '../../markdown/html-headings.js'
import { withoutMask } from '../../markdown/mask.js'
import { plainText, rangeOf } from '../../markdown/mdast.js'
import { unmarked } from '../../markdown/unmarked.js'
import { includesOffset, type Range } from '../../text/range.js'
import type { Form } from './section.js'

/** A line that is, or may be, the heading of a part of the report. */
export interface HeadingLine {
  readonly form: Form
  /** As written, without marks of emphasis, shortcodes and Hugo's attributes. */
  readonly title: string
  /** The range of the heading's inline text, or of a field's label. */
  readonly titleRange: Range
  /** The range of the whole heading; of a field, its label with the colon. */
  readonly range: Range
  /** 1 to 6. A line that only looks like a heading is one level deeper than the heading above it, so it may be on level 7. */
  readonly level: number
}

/** Whether a line is a heading in Markdown or HTML, and does not only look like one. */
export const isHeading = ({ form }: Pick<HeadingLine, 'form'>): boolean => form === 'heading' || form === 'html'

/** The deepest level of a line that only looks like a heading. */
const DEEPEST = 7

/**
 * All lines that may be headings, in the order of the text: Markdown and HTML headings wherever they are, also those without the space
 * after their marks, lines that are bold or italic as a whole, and bare fields (`**Speakers:** …`).
 * @param text the file as read; the tree's offsets refer to it
 */
export function headingLines(tree: Root, text: string): HeadingLine[] {
  let levelAbove = 0
  return linesIn(tree, text).map(({ form, title, titleRange, range, level }) => {
    if (level !== null) levelAbove = level
    const ownLevel = level ?? Math.min(levelAbove + 1, DEEPEST)
    return { form, title: withoutMask(title).trim(), titleRange, range, level: ownLevel }
  })
}

/** A line that may be a heading. Its level is null if it only looks like one, and then depends on the headings above it. */
interface Line extends Omit<HeadingLine, 'level'> {
  readonly level: number | null
}

function linesIn(node: Root | RootContent, text: string): Line[] {
  switch (node.type) {
    case 'heading': {
      const title = plainText(node).replace(ATTRIBUTES, '')
      // Without words it is no heading: a picture above a rule becomes one by accident.
      if (title.trim() === '') return []
      return [{ form: 'heading', title, titleRange: titleRangeOf(node, text), range: rangeOf(node), level: node.depth }]
    }
    case 'html':
      return htmlHeadings(node).map((heading): Line => ({ form: 'html', ...heading }))
    case 'paragraph':
      return linesInParagraph(node, text)
    case 'list':
      return linesInList(node, text)
    case 'blockquote':
      return linesInQuotation(node, text)
    default:
      return 'children' in node ? node.children.flatMap((child) => linesIn(child, text)) : []
  }
}

/** The marks of a heading without a space after them. A single `#` may begin a hashtag; before a sign, several are no heading either. */
const UNSPACED = /^([ \t]{0,3})(#{2,6})((?:[\p{L}\d*_“"[]|\p{Extended_Pictographic})[^\r\n]{0,500}?)[ \t#]{0,80}$/gmu

/** Headings without a space after their marks, which Markdown takes for text, and lines of emphasis. */
function linesInParagraph(paragraph: Paragraph, text: string): Line[] {
  const [start, end] = rangeOf(paragraph)
  const written = text.slice(start, end)
  if (!written.includes('##')) return emphasisedLines(paragraph, text)
  const headings = Array.from(
    written.matchAll(UNSPACED),
    ({ index, 1: indent = '', 2: marks = '', 3: title = '' }): Line => {
      const at = start + index + indent.length
      const titleRange: Range = [at + marks.length, at + marks.length + title.length]
      return { form: 'heading', title: unmarked(title), titleRange, range: [at, titleRange[1]], level: marks.length }
    },
  ).filter(({ range }) => ONLY_BLANKS.test(text.slice(Math.max(0, range[0] - MAX_BLANKS), range[0])))
  const isInHeading = (line: Line): boolean => headings.some(({ range }) => includesOffset(range, line.range[0]))
  const others = emphasisedLines(paragraph, text).filter((line) => !isInHeading(line))
  return [...headings, ...others].sort((a, b) => a.range[0] - b.range[0])
}

/** The beginning of a line without the marks of items and quotations. */
const ONLY_BLANKS = /(?:^|[\r\n])[ \t]{0,80}$/
/** The most characters that the expression above can match. */
const MAX_BLANKS = 81

/** In a list of fields, a label above its value is a field as well, and not a heading. */
function linesInList({ children: items }: List, text: string): Line[] {
  const isOfFields = items.some(({ children: [first] }) => {
    const [line] = first?.type === 'paragraph' ? emphasisedLines(first, text) : []
    return line?.form === 'inline'
  })
  return items.flatMap(({ children }) =>
    children.flatMap((child, index) => {
      const lines = linesIn(child, text)
      const areFields = isOfFields && index === 0 && child.type === 'paragraph'
      return areFields ? lines.map((line): Line => ({ ...line, form: 'inline' })) : lines
    }),
  )
}

/** Emphasis in a quotation is part of what is quoted, and not a heading, but a paragraph may consist of the report's fields. */
function linesInQuotation({ children }: Blockquote, text: string): Line[] {
  return children.flatMap((child) => {
    if (child.type === 'heading') return linesIn(child, text)
    return child.type === 'paragraph' ? fieldsOf(child, text) : []
  })
}

/** What may precede the emphasis at the start of a line: white space and a few signs. */
const BEFORE_EMPHASIS = /(?:^|[\r\n])(?:[ \t]|&emsp;|&nbsp;|[^A-Za-zÀ-ỿ\d\s]){0,20}$/u
/** The most characters that the expression above can match. */
const MAX_BEFORE_EMPHASIS = 20 * '&emsp;'.length + 1

/** In characters: longer emphasis is a sentence, not a title. */
const MAX_EMPHASISED_TITLE = 120

/** Several fields in one sentence after the other: "Host: the club. Place: Hall A". */
const FIELDS_IN_A_ROW = /[:：]\s[^.:：]{1,60}[.;]\s{1,3}[A-Za-zÀ-ỿ][^.:：]{0,40}[:：]\s/

/** The lines of a paragraph that begin with emphasis and are emphasised as a whole, or are a bold label with its colon. */
function emphasisedLines(paragraph: Paragraph, text: string): Line[] {
  const lines: Line[] = []
  for (const node of paragraph.children) {
    if (node.type !== 'strong' && node.type !== 'emphasis') continue
    const [from, to] = rangeOf(paragraph)
    const [start, end] = rangeOf(node)
    if (start > from && !BEFORE_EMPHASIS.test(text.slice(Math.max(from, start - MAX_BEFORE_EMPHASIS), start))) continue
    const title = plainText(node)
    if (title === '' || title.length > MAX_EMPHASISED_TITLE || FIELDS_IN_A_ROW.test(title)) continue
    const after = text.slice(end, to)
    const colon = /^[ \t]*[:：]/.exec(after)?.[0] ?? ''
    const line = { titleRange: innerRange(node), range: [start, end + colon.length], level: null } as const
    if (/^[ \t]*(?:[:：][ \t]*)?(?:[\r\n]|$)/.test(after)) lines.push({ form: 'bold', title, ...line })
    else if (node.type === 'strong' && (colon !== '' || /[:：]\s*$/.test(title)))
      lines.push({ form: 'inline', title: title.replace(/(?<!\s)\s*[:：]\s*$/, ''), ...line })
  }
  return lines
}

/** The first line of a box: `> [!info] Event Information`. */
const ALERT = /^[\s>]{0,40}\[!\w{1,40}\]/

/** The fields of a paragraph that consists of fields, as does one in a box below its first line; else none. */
function fieldsOf(paragraph: Paragraph, text: string): Line[] {
  const found = emphasisedLines(paragraph, text)
  const written = text.slice(...rangeOf(paragraph)).split(/\r\n|\n|\r/)
  const count = written.filter((line) => /[^\s>]/.test(line) && !ALERT.test(line)).length
  return found.length === count && found.every(({ form }) => form === 'inline') ? found : []
}

/** The range of a node's content, without the marks around it. */
function innerRange(node: Parents): Range {
  const first = node.children[0]
  const last = node.children.at(-1)
  return first && last ? [rangeOf(first)[0], rangeOf(last)[1]] : rangeOf(node)
}

/** Attributes that Hugo takes from the end of a heading and does not show: `## Speakers {#who .wide}`. */
const ATTRIBUTES = /[ \t]{0,80}\{[ \t]{0,80}[#.][^{}\r\n]{0,200}\}$/

function titleRangeOf(heading: Heading, text: string): Range {
  const [start, end] = innerRange(heading)
  return [start, end - (ATTRIBUTES.exec(text.slice(start, end))?.[0].length ?? 0)]
}
