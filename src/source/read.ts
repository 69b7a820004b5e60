import { isUtf8 } from 'node:buffer'
import { readBytes, statsOf } from './disk.js'

/** A file that cannot be processed, with what is wrong and, if possible, the 1-based line. */
export class SourceError extends Error {
  override readonly name = 'SourceError'
  constructor(
    message: string,
    readonly path: string,
    readonly line?: number,
  ) {
    super(message)
  }
}

/** A file as on the disk, byte for byte: a byte order mark and every CR are part of the text. */
export interface SourceText {
  readonly path: string
  readonly text: string
}

/** The largest file to read. Reports have some kilobytes; a much larger file would only hold up the others. */
export const MAX_MB = 16
const MB = 1024 * 1024
export const MAX_BYTES = MAX_MB * MB

/**
 * Reads a UTF-8 file.
 * @throws SourceError for a file that is missing, not a regular file, unreadable, too large, binary, or not UTF-8
 */
export function readSource(path: string): SourceText {
  const stats = withReason(path, statsOf)
  if (stats.isDirectory()) throw new SourceError(A_FOLDER, path)
  if (!stats.isFile()) throw new SourceError('this is neither a file nor a folder', path)
  if (stats.size > MAX_BYTES)
    throw new SourceError(`the file has ${Math.ceil(stats.size / MB)} MB, expected at most ${MAX_MB}`, path)
  return { path, text: decode(withReason(path, readBytes), path) }
}

/**
 * Decodes bytes as strict UTF-8; `Buffer.from(text)` gives the same bytes back.
 * @throws SourceError naming the line of the first byte that is not UTF-8
 */
export function decode(bytes: Uint8Array, path: string): string {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff))
    throw new SourceError('the file is UTF-16, expected UTF-8: save it again with that encoding', path, 1)
  const nul = bytes.indexOf(0)
  if (nul >= 0) throw new SourceError('the file is binary, expected text', path, lineOf(bytes, nul))
  if (!isUtf8(bytes)) {
    const line = lineOf(bytes, firstBadByte(bytes))
    throw new SourceError('the file is not UTF-8: save it again with that encoding', path, line)
  }
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8')
}

function withReason<T>(path: string, access: (path: string) => T): T {
  try {
    return access(path)
  } catch (error) {
    throw new SourceError(whyUnread(error), path)
  }
}

const A_FOLDER = 'this is a folder, expected a file'

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  ENOTDIR: 'there is no such file or folder',
  EISDIR: A_FOLDER,
  EACCES: 'there is no permission to read it',
  EPERM: 'there is no permission to read it',
  ELOOP: 'its links form a loop',
  ENAMETOOLONG: 'the name is too long',
}

/** Why the system could not read something, in words. */
export function whyUnread(error: unknown): string {
  const { code = '', path } = error as NodeJS.ErrnoException
  // In a name that is not UTF-8, invalid bytes are replaced, and no file has the resulting name.
  if (code === 'ENOENT' && path?.includes('\ufffd')) return 'its name is not UTF-8: rename it'
  return REASONS[code] ?? `it could not be read (${code || (error as Error).message})`
}

function firstBadByte(bytes: Uint8Array): number {
  let low = 0
  let high = bytes.length
  // The longest prefix that can be decoded as a stream ends before the first invalid byte.
  while (low < high) {
    const middle = (low + high + 1) >> 1
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, middle), { stream: true })
      low = middle
    } catch {
      high = middle - 1
    }
  }
  return low
}

function lineOf(bytes: Uint8Array, offset: number): number {
  let line = 1
  for (let at = 0; at < offset; at++) if (bytes[at] === 0x0a) line++
  return line
}
