import type { Position, TextEdit as ProtocolEdit, Range as ProtocolRange } from 'vscode-languageserver'
import type { TextEdit } from '../text/edit.js'
import type { Lines } from '../text/lines.js'
import type { Range } from '../text/range.js'

/** Positions of the protocol are 0-based; like our offsets, they count UTF-16 units. */
export function positionOf(offset: number, lines: Lines): Position {
  const { line, column } = lines.place(offset)
  return { line: line - 1, character: column - 1 }
}

export function protocolRange([start, end]: Range, lines: Lines): ProtocolRange {
  return { start: positionOf(start, lines), end: positionOf(end, lines) }
}

export function protocolEdit({ range, text }: TextEdit, lines: Lines): ProtocolEdit {
  return { range: protocolRange(range, lines), newText: text }
}

/** The offset of a position. As in the protocol, a position after the end of a line counts as that end. */
export function offsetOf({ line, character }: Position, lines: Lines): number {
  const [start, end] = lines.range(Math.min(line + 1, lines.count))
  return line >= lines.count ? end : Math.min(start + character, end)
}
