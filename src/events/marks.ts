/** A fingerprint of a few words of a text, and the 1-based line that they start on. */
export interface Mark {
  readonly hash: number
  readonly line: number
}

/** Marks as plain data, in base64: all hashes, of four bytes each, and then all lines, of two. */
export type PackedMarks = string

const HASH_BYTES = 4
const LINE_BYTES = 2
const MAX_LINE = 2 ** (8 * LINE_BYTES) - 1

/** Packs marks. Numbers are in the byte order of the machine, which is the same on almost all platforms of Node. */
export function packed(marks: readonly Mark[]): PackedMarks {
  const hashes = Int32Array.from(marks.map(({ hash }) => hash))
  const lines = Uint16Array.from(marks.map(({ line }) => Math.min(line, MAX_LINE)))
  return Buffer.concat([Buffer.from(hashes.buffer), Buffer.from(lines.buffer)]).toString('base64')
}

export function marksIn(marks: PackedMarks): Mark[] {
  const { buffer, count } = unpacked(marks)
  const lines = new Uint16Array(buffer, HASH_BYTES * count, count)
  return Array.from(new Int32Array(buffer, 0, count), (hash, at) => ({ hash, line: lines[at] as number }))
}

/** Only the hashes, without creating an object for each mark. */
export function hashesIn(marks: PackedMarks): Int32Array {
  const { buffer, count } = unpacked(marks)
  return new Int32Array(buffer, 0, count)
}

export function countIn(marks: PackedMarks): number {
  return countOf(Buffer.byteLength(marks, 'base64'))
}

function unpacked(marks: PackedMarks): { readonly buffer: ArrayBuffer; readonly count: number } {
  const { buffer } = new Uint8Array(Buffer.from(marks, 'base64'))
  return { buffer, count: countOf(buffer.byteLength) }
}

function countOf(bytes: number): number {
  return Math.floor(bytes / (HASH_BYTES + LINE_BYTES))
}
