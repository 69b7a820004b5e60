import type { PhrasingContent } from 'mdast'
import { type Composed, compose } from '../text/compose.js'
import type { Range } from '../text/range.js'

/**
 * One line as a reader sees it: with composed letters, and without markers of emphasis, escapes, pictures and zero-width
 * characters. Every character can be traced back to its offset in the report.
 */
export interface InlineText {
  readonly text: string
  /** The outermost ranges of `text` in bold or italics, in order. */
  readonly emphasised: readonly Range[]
  /** The range in the report of a range of `text`, without the markers around it. */
  source(span: Range): Range
}

interface Draft {
  text: string
  pieces: Piece[]
  emphasised: Range[]
}

/** A piece of a line, from `at` up to the next piece, whose characters are consecutive in the report, starting at `offset`. */
interface Piece {
  readonly at: number
  readonly offset: number
  /** See `Composed`; both offsets are relative to the start of the piece. */
  readonly offsetAt: Composed['offsetAt']
}

/**
 * What a reader sees differently from how it is written: line ends with the markers of quotations after them, escapes, character
 * references, and characters of no or unusual width.
 */
const SIGN = /[\r\n][\s>]*|\\[!-/:-@[-`{-~]|&amp;|&nbsp;|[\u00a0\u200b-\u200f\u2060\ufeff]/g

/**
 * The lines of a run of inline nodes. A line ends at a hard break, at a soft one and at `<br>`.
 * @param report the text that the nodes' positions are offsets into
 * @param within only what is in this range is read
 */
export function inlineLines(
  nodes: readonly PhrasingContent[],
  report: string,
  within: Range = [0, report.length],
): readonly InlineText[] {
  let line = emptyLine()
  const lines = [line]
  let outer = false

  const push = (start: number, end: number, shown?: string): void => {
    const from = Math.max(start, within[0])
    const to = Math.min(end, within[1])
    if (from < to) append(line, shown ?? report.slice(from, to), from)
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
        if (!inside && line === before && line.text.length > first) line.emphasised.push([first, line.text.length])
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

/** A range of the report as one line without asterisks, for text that is not in a node of its own. */
export function rawLine(report: string, [start, end]: Range): InlineText {
  const line = emptyLine()
  let opened: number | null = null
  for (const { index, 0: piece } of report.slice(start, end).matchAll(/\*+|[^*]+/g)) {
    if (!piece.startsWith('*')) append(line, piece.replace(/\s/g, ' '), start + index)
    else {
      if (opened !== null) line.emphasised.push([opened, line.text.length])
      opened = opened === null ? line.text.length : null
    }
  }
  return finish(line)
}

function emptyLine(): Draft {
  return { text: '', pieces: [], emphasised: [] }
}

/** @param offset of the first character in the report */
function append(line: Draft, text: string, offset: number): void {
  const { text: composed, offsetAt } = compose(text)
  line.pieces.push({ at: line.text.length, offset, offsetAt })
  line.text += composed
}

function finish({ text, pieces, emphasised }: Draft): InlineText {
  /** Where `index` is in the report, by the piece that the character at `within` belongs to. */
  const offsetOf = (index: number, within: number): number => {
    const piece = within < text.length ? pieces.findLast(({ at }) => at <= within) : undefined
    return piece ? piece.offset + piece.offsetAt(index - piece.at) : 0
  }
  return { text, emphasised, source: ([start, end]) => [offsetOf(start, start), offsetOf(end, end - 1)] }
}
