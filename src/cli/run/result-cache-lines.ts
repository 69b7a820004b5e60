import type { Digest } from '../../events/digest.js'
import type { PackedMarks } from '../../events/marks.js'
import { attempt } from '../process/attempt.js'
import type { Answers } from './examiner.js'

/*
 * The lines of the cache of results. The fields of a line are separated by tabs, and the first is its key. JSON escapes tabs, so
 * none occurs within a field. Fields are parsed only if they are needed.
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
  readonly digestHash: string
  readonly answers: Answers
  /** `Found`, as JSON. */
  readonly found: string
}

/** The key of a file's line. Files that were only read to compare others with them have a different one: they were not checked. */
export function keyOf(name: string, isNear: boolean): string {
  return (isNear ? 'near ' : '') + JSON.stringify(name)
}

export function printEntry(key: string, { stamp, hash, settings, digestHash, answers, found }: Entry): Buffer {
  return Buffer.from([key, stamp, hash, settings, digestHash, JSON.stringify(answers), found].join('\t'))
}

/** @throws SyntaxError for a truncated line */
export function parseEntry(line: Buffer): Entry {
  const [, stamp = '', hash = '', settings = '', digestHash = '', answers = '', found = ''] = line
    .toString()
    .split('\t')
  return { stamp, hash, settings, digestHash, answers: answers === '[]' ? [] : JSON.parse(answers), found }
}

/** @param digestHash the hash of the digest */
export function printDigest(key: string, digestHash: string, { passages, ...rest }: Digest): Buffer {
  return Buffer.from([key, digestHash, JSON.stringify(passages), JSON.stringify(rest)].join('\t'))
}

/** @returns null if the line has another digest than the wanted one, or is truncated */
export function parseDigest(line: Buffer, wanted: string): Digest | null {
  const [, digestHash, passages = '', rest = ''] = line.toString().split('\t')
  return digestHash === wanted ? attempt(() => ({ ...JSON.parse(rest), passages: JSON.parse(passages) })) : null
}

/** Only the passages of a digest, which is faster; null as for `parseDigest`. */
export function parsePassages(line: Buffer, wanted: string): PackedMarks | null {
  // Passages are base64, so all bytes up to their end can be decoded one by one.
  const [, digestHash, passages = ''] = line.toString('latin1').split('\t', 3)
  return digestHash === wanted ? attempt(() => JSON.parse(passages)) : null
}
