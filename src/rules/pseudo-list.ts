import type { Paragraph, Root } from 'mdast'
import { nodesOf, rangeOf } from '../markdown/mdast.js'
import { cut } from '../text/cut.js'
import type { TextEdit } from '../text/edit.js'
import { includesOffset } from '../text/range.js'
import { type Fix, MOST_SHARED_EDITS, type Problem, type ReportRule } from './rule.js'

const LONGEST_QUOTE = 60

/** A line with a sign of a list directly before a word, or with a sign of word processors. */
const LINE = /^([ \t]{0,40})(?:([-+*])(?=["“]?[A-Za-zÀ-ỿ]{2})|([•·▪●◦‣➢■□▫\uf0b7])[ \t\u00a0]{0,9}(?=\S))([^\r\n]*)/gm
/** A quick test for such lines. */
const SIGNS = /^[\s>]{0,40}(?:[-+*][^\s*+-]|[•·▪●◦‣➢■□▫\uf0b7])/m
/** What ends a line on the page, too. */
const HARD_BREAK = /(?: {2}|\\|<br ?\/?>)$/

/** A line that looks like an item of a list. */
interface Item {
  /** The sign, with the blanks after it. */
  readonly edit: TextEdit
  readonly sign: string
  readonly isForeign: boolean
  readonly words: string
}

export const pseudoList: ReportRule = {
  id: 'pseudo-list',
  severity: 'warning',
  fixes: 'safe',
  onAnyPage: true,
  *check({ tree, text }) {
    if (!SIGNS.test(text)) return
    for (const node of nodesOf(tree)) {
      if (node.type !== 'paragraph') continue
      const items = itemsOf(node, text)
      const [first] = items
      if (!first || items.length > MOST_SHARED_EDITS) continue
      const beside = listsBeside(node, tree, text)
      // A single line may be a signature or a note, unless it is in a list or beside one.
      const isAlone = beside.length === 0 && tree.children.includes(node)
      if (items.length > 1 || (!isAlone && /[-+]/.test(first.sign))) yield problemOf(first, items, beside)
    }
  },
}

function problemOf(
  { edit, sign, isForeign, words }: Item,
  items: readonly Item[],
  beside: readonly TextEdit[],
): Problem {
  const fix: Fix = {
    title: isForeign ? `Write “-” for “${sign}”` : `Add the space after “${sign}”`,
    safety: 'safe',
    edits: [edit, ...items.slice(1).map((item) => item.edit), ...beside],
  }
  const expected = `expected “${isForeign ? '-' : sign} ${cut(words, LONGEST_QUOTE)}”: Markdown takes the line for text, not for an item of a list.`
  return {
    range: [edit.range[0], edit.range[0] + sign.length],
    message: `Unexpected “${sign}” ${isForeign ? 'before an item' : 'without a space after it'}, ${expected}`,
    fix,
  }
}

/** The signs of the lists around a node, unchanged: they become one with the new list, and a fix may change nothing outside its edits. */
function listsBeside(node: Paragraph, { children }: Root, text: string): TextEdit[] {
  const at = children.indexOf(node)
  if (at < 0) return []
  return [children[at - 1], children[at + 1]].flatMap((other) => {
    if (other?.type !== 'list') return []
    const [start] = rangeOf(other)
    return [{ range: [start, start + 1], text: text.charAt(start) }]
  })
}

/** The lines of a paragraph that look like items with the same sign. */
function itemsOf(paragraph: Paragraph, text: string): Item[] {
  const [start, end] = rangeOf(paragraph)
  const written = text.slice(start, end)
  if (!SIGNS.test(written)) return []
  const margin = (paragraph.position?.start.column ?? 1) - 1
  const items = Array.from(
    written.matchAll(LINE),
    ({ index, 0: line, 1: indent = '', 2: own, 3: foreign, 4: words = '' }) => {
      const at = start + index + indent.length
      const sign = own ?? foreign ?? ''
      const after = start + index + line.length - words.length
      const edit: TextEdit = { range: [at, after], text: `${foreign ? '-' : sign} ` }
      const isText = paragraph.children.some((node) => node.type === 'text' && includesOffset(rangeOf(node), at))
      const isWithin = index === 0 ? isFirstOnLine(at, text) : indent.length < margin + CODE_INDENT
      return isText && isWithin ? [{ edit, sign, isForeign: foreign !== undefined, words: words.trim() }] : []
    },
  ).flat()
  const [first] = items
  const isMixed = items.some(({ sign }) => sign !== first?.sign)
  return isMixed || (first?.isForeign && hasHardBreaks(written)) ? [] : items
}

/** A line with this many more blanks before it belongs to the paragraph, whatever its sign. */
const CODE_INDENT = 4

/** Whether nothing but blanks and marks of quotations precede an offset on its line. */
function isFirstOnLine(offset: number, text: string): boolean {
  return /(?:^|[\r\n])[ \t>]{0,80}$/.test(text.slice(Math.max(0, offset - 81), offset))
}

/** Whether each line of a paragraph has its own line on the page. */
function hasHardBreaks(written: string): boolean {
  return written
    .split(/\r\n|\n|\r/)
    .slice(0, -1)
    .every((line) => HARD_BREAK.test(line))
}
