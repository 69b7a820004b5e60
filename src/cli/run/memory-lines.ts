import type { Digest } from '../../events/digest.js'
import type { PackedMarks } from '../../events/marks.js'
import { attempt } from '../process/attempt.js'
import type { Answers } from './examiner.js'

/*
 * How what is remembered of a file is written down. A line is fields with tabs between them, the first of them its key; in JSON a
 * tab stands for nothing but itself. What is not asked for is not parsed.
 */

/** What is known of a file, for a run that finds it as it was. */
export interface Entry {
  /** See `Stamp`; empty where the file had just been written, so that it proves nothing. */
  readonly stamp: string
  /** That of the file's text. */
  readonly hash: string
  /** Stands for its settings. */
  readonly settings: string
  /** Stands for all that it says to others. */
  readonly said: string
  readonly answers: Answers
  /** `Found`, as JSON. */
  readonly found: string
}

/** What a line begins with. Of a file that was read because it lies near others, nothing is known of its own faults. */
export function keyOf(name: string, isNear: boolean): string {
  return (isNear ? 'near ' : '') + JSON.stringify(name)
}

export function printEntry(key: string, { stamp, hash, settings, said, answers, found }: Entry): Buffer {
  return Buffer.from([key, stamp, hash, settings, said, JSON.stringify(answers), found].join('\t'))
}

/** @throws SyntaxError for a line that was cut off */
export function parseEntry(line: Buffer): Entry {
  const [, stamp = '', hash = '', settings = '', said = '', answers = '', found = ''] = line.toString().split('\t')
  return { stamp, hash, settings, said, answers: answers === '[]' ? [] : JSON.parse(answers), found }
}

/** @param said stands for the digest */
export function printDigest(key: string, said: string, { passages, ...rest }: Digest): Buffer {
  return Buffer.from([key, said, JSON.stringify(passages), JSON.stringify(rest)].join('\t'))
}

/** null where the line is of another digest than the one that is asked for, or was cut off. */
export function parseDigest(line: Buffer, asked: string): Digest | null {
  const [, said, passages = '', rest = ''] = line.toString().split('\t')
  return said === asked ? attempt(() => ({ ...JSON.parse(rest), passages: JSON.parse(passages) })) : null
}

/** The passages of a digest alone, which are found sooner; null as `parseDigest` has it. */
export function parsePassages(line: Buffer, asked: string): PackedMarks | null {
  // In them there are no letters beyond ASCII.
  const [, said, passages = ''] = line.toString('latin1').split('\t', 3)
  return said === asked ? attempt(() => JSON.parse(passages)) : null
}
