import type { PhrasingContent } from 'mdast'
import type { Range } from '../text/range.js'

/**
 * One line as a reader sees it: without marks of emphasis, escapes, pictures and characters of no width. Every
 * character knows its offset in the report, so that what is found in `text` can be pointed at.
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
  offsets: number[]
  marked: Range[]
}

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
  const lines: Draft[] = [{ text: '', offsets: [], marked: [] }]
  let line = lines[0] as Draft
  let outer = false

  const push = (character: string, offset: number): void => {
    if (offset < within[0] || offset >= within[1]) return
    line.text += character
    line.offsets.push(offset)
  }
  const breakLine = (): void => {
    line = { text: '', offsets: [], marked: [] }
    lines.push(line)
  }
  const pushText = (start: number, end: number): void => {
    for (let at = start; at < end; at++) {
      const character = report[at] as string
      if (character === '\n' || character === '\r') {
        if (line.text.trim() !== '') breakLine()
        while (at + 1 < end && /[\s>]/.test(report[at + 1] as string)) at++
      } else if (character === '\\' && /[!-/:-@[-`{-~]/.test(report[at + 1] ?? '')) {
        // An escape: the character after it stands for itself.
      } else if (character === '&' && report.startsWith('&amp;', at)) {
        push('&', at)
        at += 4
      } else if (character === '&' && report.startsWith('&nbsp;', at)) {
        push(' ', at)
        at += 5
      } else if (!/[\u200b-\u200f\u2060\ufeff]/.test(character)) {
        push(character === '\u00a0' ? ' ' : character, at)
      }
    }
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
  const line: Draft = { text: '', offsets: [], marked: [] }
  let opened: number | null = null
  for (const { index, 0: piece } of report.slice(start, end).matchAll(/\*+|[^*]/g)) {
    if (piece.startsWith('*')) {
      if (opened !== null) line.marked.push([opened, line.text.length])
      opened = opened === null ? line.text.length : null
    } else {
      line.text += /\s/.test(piece) ? ' ' : piece
      line.offsets.push(start + index)
    }
  }
  return finish(line)
}

function finish({ text, offsets, marked }: Draft): InlineText {
  return {
    text,
    marked,
    source: ([start, end]) => [offsets[start] ?? 0, (offsets[end - 1] ?? -1) + 1],
  }
}
