import { inOrder, type TextEdit } from '../text/edit.js'
import type { Range } from '../text/range.js'

/** A range of the original text that is still there, or new text. */
type Piece = Range | string

/** Where the parts of a text come from, after any number of steps of edits. */
export interface Trace {
  /** All steps combined: edits of the original text that result in the last one, in order, none touching another. */
  readonly edits: readonly TextEdit[]
  /** The offset in the original text of an offset in the last one; for new text, the offset where it was inserted. */
  origin(offset: number): number
}

/**
 * Traces a text through its edits.
 * @param length of the original text
 * @param steps each for the text after the step before
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

/** The pieces within a range of the text that they make up. */
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
    const isOriginal = typeof piece !== 'string'
    if (offset < at + sizeOf(piece)) return isOriginal ? piece[0] + offset - at : origin
    at += sizeOf(piece)
    if (isOriginal) origin = piece[1]
  }
  return origin
}
