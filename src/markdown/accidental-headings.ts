import type { Blockquote, Heading, ListItem, Nodes, Paragraph, Root, RootContent, ThematicBreak } from 'mdast'
import type { Range } from '../text/range.js'
import { withoutMask } from './mask.js'
import { nodesOf, plainText, rangeOf } from './mdast.js'

/* Text directly above a line of hyphens is a heading to Markdown; most authors want a rule across the page there. */

/**
 * Reads a tree as its author means it: a heading above a line of hyphens that cannot be a title becomes a paragraph and a thematic
 * break. The tree is changed.
 * @param text the text that was parsed
 */
export function undoAccidentalHeadings(tree: Root, text: string): void {
  if (!UNDERLINED.test(text)) return
  for (const node of nodesOf(tree).filter(holdsBlocks)) {
    const children = node.children.flatMap((child, index) =>
      child.type === 'heading' ? asMeant(child, node.children[index + 1], text) : [child],
    )
    node.children = children as typeof node.children
  }
}

/**
 * The lines of hyphens that make a heading by accident, without the blanks around them.
 * @param tree one that `undoAccidentalHeadings` has changed
 */
export function accidentalUnderlines(tree: Root, text: string): Range[] {
  if (!UNDERLINED.test(text)) return []
  return nodesOf(tree)
    .filter(holdsBlocks)
    .flatMap(({ children }) =>
      children.flatMap((node, index) => {
        const above = children[index - 1]
        const isDirectlyBelow = node.position?.start.line === (above?.position?.end.line ?? 0) + 1
        if (node.type !== 'thematicBreak' || above?.type !== 'paragraph' || !isDirectlyBelow) return []
        // Other signs, and hyphens with spaces between them, never make a heading.
        return /^-+$/.test(text.slice(...rangeOf(node))) ? [rangeOf(node)] : []
      }),
    )
}

const holdsBlocks = (node: Nodes): node is Root | Blockquote | ListItem =>
  node.type === 'root' || node.type === 'blockquote' || node.type === 'listItem'

/** A quick test for hyphens below text. It begins with a hyphen, as V8 finds a certain character faster than any other. */
const UNDERLINED = /-(?<=\S[ \t]{0,80}(?:\r\n|\n|\r)[ \t>]{0,80}-)-*[ \t]*(?:[\r\n]|$)/
const UNDERLINE = /(\r\n|\n|\r)([ \t>]{0,80})(-+)[ \t]*$/

function asMeant(heading: Heading, next: RootContent | undefined, text: string): readonly RootContent[] {
  const { children, position } = heading
  const written = text.slice(...rangeOf(heading))
  const underline = UNDERLINE.exec(written)
  const last = children.at(-1)?.position
  if (!underline || !position || !last) return [heading]
  if (isTitleLike(heading, written.slice(0, underline.index)) && !isBeforeHeading(next, text)) return [heading]
  const [, eol = '', lead = '', { length } = ''] = underline
  const offset = rangeOf(heading)[0] + underline.index + eol.length + lead.length
  const start = { line: position.end.line, column: lead.length + 1, offset }
  const end = { ...start, column: start.column + length, offset: offset + length }
  const paragraph: Paragraph = { type: 'paragraph', children, position: { start: position.start, end: last.end } }
  const rule: ThematicBreak = { type: 'thematicBreak', position: { start, end } }
  return [paragraph, rule]
}

/** Whether a part of the text ends here, where many authors draw a rule: nothing follows, or a heading with `#`. */
function isBeforeHeading(next: RootContent | undefined, text: string): boolean {
  return !next || (next.type === 'heading' && next.depth <= UNDERLINED_LEVEL && text[rangeOf(next)[0]] === '#')
}

/** The level of headings above hyphens. */
const UNDERLINED_LEVEL = 2

/** In characters: what is longer is a sentence, not a title. */
const MAX_TITLE = 120

/** Whether the text of a heading looks like a title: one line that is no sentence, no picture, and no label with its value. */
function isTitleLike(heading: Heading, written: string): boolean {
  const title = withoutMask(plainText(heading)).trim()
  if (title === '' || title.length > MAX_TITLE || /[\r\n]/.test(written)) return false
  return !SENTENCE_END.test(title) && !isField(heading)
}

const SENTENCE_END = /[.…!;,]["”’»)]?$/

/** Whether it begins with a bold label and goes on with its value: `**Place:** Room 2`. */
function isField({ children: [label, ...rest] }: Heading): boolean {
  if (label?.type !== 'strong') return false
  const value = rest.map(plainText).join('').trim()
  return /[:：]\s*$/.test(plainText(label)) ? value !== '' : /^[:：]\s*\S/.test(value)
}
