import { inOrder, type TextEdit } from '../text/edit.js'
import type { Range } from '../text/range.js'

/** A stretch of the first text that is still there, or new text. */
type Piece = Range | string

/** Where the parts of a text come from, through any number of steps of edits. */
export interface Trace {
  /** All steps in one: edits of the first text that give the last one, in order, none touching another. */
  readonly edits: readonly TextEdit[]
  /** The offset in the first text that an offset in the last one goes back to; for new text, where that was put in. */
  origin(offset: number): number
}

/**
 * Follows a text through its edits.
 * @param length of the first text
 * @param steps each made against the text that the step before it gave
 */
export function trace(length: number, steps: readonly (readonly TextEdit[])[]): Trace {
  let pieces: readonly Piece[] = [[0, length]]
  for (const edits of steps) {
    const next: Piece[] = []
    let at = 0
    for (const { range, text } of inOrder(edits)) {
      next.push(...cut(pieces, [at, range[0]]), text)
      at = range[1]
    }
    pieces = [...next, ...cut(pieces, [at, Number.POSITIVE_INFINITY])]
  }
  return { edits: editsOf(pieces, length), origin: (offset) => originOf(pieces, offset) }
}

function sizeOf(piece: Piece): number {
  return typeof piece === 'string' ? piece.length : piece[1] - piece[0]
}

/** What lies within a span of the text that the pieces make up. */
function cut(pieces: readonly Piece[], [from, to]: Range): Piece[] {
  const found: Piece[] = []
  let at = 0
  for (const piece of pieces) {
    const start = Math.max(from - at, 0)
    const end = Math.min(to - at, sizeOf(piece))
    if (start < end)
      found.push(typeof piece === 'string' ? piece.slice(start, end) : [piece[0] + start, piece[0] + end])
    at += sizeOf(piece)
  }
  return found
}

function editsOf(pieces: readonly Piece[], length: number): TextEdit[] {
  const edits: TextEdit[] = []
  let at = 0
  let text = ''
  for (const piece of [...pieces, [length, length] as const])
    if (typeof piece === 'string') text += piece
    else {
      if (piece[0] > at || text !== '') edits.push({ range: [at, piece[0]], text })
      at = piece[1]
      text = ''
    }
  return edits
}

function originOf(pieces: readonly Piece[], offset: number): number {
  let at = 0
  let origin = 0
  for (const piece of pieces) {
    const isKept = typeof piece !== 'string'
    if (offset < at + sizeOf(piece)) return isKept ? piece[0] + offset - at : origin
    at += sizeOf(piece)
    if (isKept) origin = piece[1]
  }
  return origin
}
