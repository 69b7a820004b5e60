import type { PhrasingContent } from 'mdast'
import { type Composed, compose } from '../text/compose.js'
import type { Range } from '../text/range.js'

/**
 * One line as a reader sees it: its letters composed, without marks of emphasis, escapes, pictures and characters of no
 * width. Every character knows its offset in the report, so that what is found in `text` can be pointed at.
 */
export interface InlineText {
  readonly text: string
  /** Spans of `text` that stand in bold or italics, in order, the outermost ones only. */
  readonly marked: readonly Range[]
  /** The range in the report of a span of `text`, without the marks around it. */
  source(span: Range): Range
}

interface Draft {
  text: string
  pieces: Piece[]
  marked: Range[]
}

/** From `at` in the line up to the next piece the characters follow each other as in the report, where the first is at `offset`. */
interface Piece {
  readonly at: number
  readonly offset: number
  /** Where a character of the piece begins as it is written, both counted from the piece's first. */
  readonly offsetAt: Composed['offsetAt']
}

/**
 * What does not stand for itself: line ends with the marks of quotations that follow, escapes, references, and characters of
 * no width or of another one.
 */
const SIGN = /[\r\n][\s>]*|\\[!-/:-@[-`{-~]|&amp;|&nbsp;|[\u00a0\u200b-\u200f\u2060\ufeff]/g

/**
 * The lines of a run of inline nodes. A line ends at a hard break, at a soft one and at `<br>`.
 * @param report the text that the nodes' positions are offsets into
 * @param within only what lies in this range is read
 */
export function inlineLines(
  nodes: readonly PhrasingContent[],
  report: string,
  within: Range = [0, report.length],
): readonly InlineText[] {
  let line = emptyLine()
  const lines = [line]
  let outer = false

  const push = (start: number, end: number, meant?: string): void => {
    const from = Math.max(start, within[0])
    const to = Math.min(end, within[1])
    if (from < to) append(line, meant ?? report.slice(from, to), from)
  }
  const breakLine = (): void => {
    line = emptyLine()
    lines.push(line)
  }
  const pushText = (start: number, end: number): void => {
    let at = start
    for (const { index, 0: sign } of report.slice(start, end).matchAll(SIGN)) {
      const found = start + index
      push(at, found)
      at = found + sign.length
      if (/^[\r\n]/.test(sign)) {
        if (line.text.trim() !== '') breakLine()
      } else if (sign.startsWith('\\')) push(at - 1, at)
      else if (sign === '&amp;') push(found, found + 1)
      else if (sign === '&nbsp;' || sign === '\u00a0') push(found, found + 1, ' ')
    }
    push(at, end)
  }
  const visit = (node: PhrasingContent): void => {
    const start = node.position?.start.offset ?? 0
    const end = node.position?.end.offset ?? 0
    switch (node.type) {
      case 'text':
        pushText(start, end)
        return
      case 'inlineCode':
        pushText(start + 1, end - 1)
        return
      case 'break':
        breakLine()
        return
      case 'html':
        if (/^<br\b/i.test(node.value)) breakLine()
        return
      case 'strong':
      case 'emphasis': {
        const [inside, before, first] = [outer, line, line.text.length]
        outer = true
        for (const child of node.children) visit(child)
        outer = inside
        if (!inside && line === before && line.text.length > first) line.marked.push([first, line.text.length])
        return
      }
      case 'link':
      case 'linkReference':
        for (const child of node.children) visit(child)
    }
  }
  for (const node of nodes) visit(node)
  return lines.filter(({ text }) => text.trim() !== '').map(finish)
}

/** A stretch of the report as one line, its asterisks taken off: for text that no node stands for. */
export function rawLine(report: string, [start, end]: Range): InlineText {
  const line = emptyLine()
  let opened: number | null = null
  for (const { index, 0: piece } of report.slice(start, end).matchAll(/\*+|[^*]+/g)) {
    if (!piece.startsWith('*')) append(line, piece.replace(/\s/g, ' '), start + index)
    else {
      if (opened !== null) line.marked.push([opened, line.text.length])
      opened = opened === null ? line.text.length : null
    }
  }
  return finish(line)
}

function emptyLine(): Draft {
  return { text: '', pieces: [], marked: [] }
}

/** @param offset of the first character in the report */
function append(line: Draft, text: string, offset: number): void {
  const { text: composed, offsetAt } = compose(text)
  line.pieces.push({ at: line.text.length, offset, offsetAt })
  line.text += composed
}

function finish({ text, pieces, marked }: Draft): InlineText {
  /** Where `index` is in the report, by the piece that the character at `within` belongs to. */
  const offsetOf = (index: number, within: number): number => {
    const piece = within < text.length ? pieces.findLast(({ at }) => at <= within) : undefined
    return piece ? piece.offset + piece.offsetAt(index - piece.at) : 0
  }
  return { text, marked, source: ([start, end]) => [offsetOf(start, start), offsetOf(end, end - 1)] }
}
