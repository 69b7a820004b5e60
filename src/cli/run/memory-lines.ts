import type { Digest } from '../../events/digest.js'
import type { PackedMarks } from '../../events/marks.js'
import { attempt } from '../process/attempt.js'
import type { Answers } from './examiner.js'

/*
 * How what is remembered of a file is written down. A line is fields with tabs between them, the first of them its key; in JSON a
 * tab stands for nothing but itself. What is not asked for is not parsed.
 */

/** What the cache knows of a file, for a run that finds it unchanged. */
export interface Entry {
  /** See `Stamp`; empty if the file had just been written, so that its stamp proves nothing. */
  readonly stamp: string
  /** The hash of its text. */
  readonly hash: string
  /** The hash of its settings. */
  readonly settings: string
  /** The hash of its digest. */
  readonly said: string
  readonly answers: Answers
  /** `Found`, as JSON. */
  readonly found: string
}

/** The key of a line. A file that was only read for the sake of others has another one, because it was not checked itself. */
export function keyOf(name: string, isNear: boolean): string {
  return (isNear ? 'near ' : '') + JSON.stringify(name)
}

export function printEntry(key: string, { stamp, hash, settings, said, answers, found }: Entry): Buffer {
  return Buffer.from([key, stamp, hash, settings, said, JSON.stringify(answers), found].join('\t'))
}

/** @throws SyntaxError for a truncated line */
export function parseEntry(line: Buffer): Entry {
  const [, stamp = '', hash = '', settings = '', said = '', answers = '', found = ''] = line.toString().split('\t')
  return { stamp, hash, settings, said, answers: answers === '[]' ? [] : JSON.parse(answers), found }
}

/** @param said the hash of the digest */
export function printDigest(key: string, said: string, { passages, ...rest }: Digest): Buffer {
  return Buffer.from([key, said, JSON.stringify(passages), JSON.stringify(rest)].join('\t'))
}

/** @returns null if the line has another digest than the wanted one, or is truncated */
export function parseDigest(line: Buffer, asked: string): Digest | null {
  const [, said, passages = '', rest = ''] = line.toString().split('\t')
  return said === asked ? attempt(() => ({ ...JSON.parse(rest), passages: JSON.parse(passages) })) : null
}

/** Only the passages of a digest, which is faster; null as for `parseDigest`. */
export function parsePassages(line: Buffer, asked: string): PackedMarks | null {
  // In them there are no letters beyond ASCII.
  const [, said, passages = ''] = line.toString('latin1').split('\t', 3)
  return said === asked ? attempt(() => JSON.parse(passages)) : null
}
