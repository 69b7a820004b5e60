import { dirname } from 'node:path'
import { entriesOf, JUST_NOW, type Looks, namesOf, readBytes, stampOf } from '../../source/disk.js'
import { hashOf } from '../../source/hash.js'

/*
 * What a check looked at on the disk, so that the next one can see whether it is as it was. Each look is a line: a path, its
 * stamp, and what proves the same where the stamp does not, with tabs between them. The proof of a folder is what is in it, that
 * of a report the hash of its text: editors and git write files again, and put others in their places.
 */

/** In place of a stamp: the path only has to exist. */
const THERE = 'there'

/** In place of a stamp: it had just been changed, and may have changed again within the same tick of the clock. */
const NEW = 'new'

/** What is known of a check's accesses to the disk, apart from their paths. */
interface Around {
  /** The hashes of texts that were only used as reports, by their absolute paths. */
  readonly texts: ReadonlyMap<string, string>
  /** The start of the check, in ms since 1970. */
  readonly begun: number
  /** Lines from an earlier check that are still valid. */
  readonly known?: readonly string[]
}

/**
 * Writes down what was looked at and its state, one line for each path, so that a later check can verify that it is unchanged.
 * @returns null if something may have changed since, or may change again without a trace
 */
export function linesOf({ read, asked, listed }: Looks, { texts, begun, known = [] }: Around): string[] | null {
  const isKnown = new Set(known.map(pathIn))
  const isRead = new Set([...read, ...known.filter((line) => !line.endsWith(`\t${THERE}\t`)).map(pathIn)])
  const lines = [...known]
  let fresh = 0
  for (const path of read) {
    if (isKnown.has(path)) continue
    const proof = listed.get(path) ?? texts.get(path) ?? ''
    const { text, changed } = stampOf(path)
    const isSettled = changed < begun - JUST_NOW
    if (!isSettled && (proof === '' || ++fresh > MOST_NEW || proofOf(path, proof) !== proof)) return null
    lines.push(`${path}\t${isSettled ? text : NEW}\t${proof}`)
  }
  for (const path of asked) {
    // The state of the folder itself tells whether anything in it was added or removed.
    if (isKnown.has(path) || isRead.has(path) || isRead.has(dirname(path))) continue
    lines.push(`${path}\t${stampOf(path).text && THERE}\t`)
  }
  return lines.some((line) => !/^[^\t\n]+\t[^\t\n]*\t[^\t\n]*$/.test(line)) ? null : lines
}

/** If more files than this have just been changed, as by a copy or a checkout, writing down is left to a later check. */
const MOST_NEW = 20

/** What has changed of the paths that a check looked at. */
export interface Compared {
  /** The lines as they would be written now, without those of edited reports. */
  readonly lines: readonly string[]
  /** The absolute paths of reports whose texts have changed. */
  readonly edited: readonly string[]
}

/**
 * Compares the lines of an earlier check with the disk.
 * @param begun the start of the current check, in ms since 1970
 * @returns null if anything but the texts of reports has changed
 */
export function compared(before: readonly string[], begun: number): Compared | null {
  const lines: string[] = []
  const edited: string[] = []
  for (const line of before) {
    const [path = '', stamp, proof] = line.split('\t')
    if (proof === undefined) return null
    const { text: now, changed } = stampOf(path)
    if (now === stamp || (stamp === THERE && now !== '')) {
      lines.push(line)
      continue
    }
    if (proof === '' || now === '') return null
    if (proofOf(path, proof) === proof) lines.push(`${path}\t${changed < begun - JUST_NOW ? now : NEW}\t${proof}`)
    else if (isListing(proof)) return null
    else edited.push(path)
  }
  return { lines, edited }
}

/** The current proof for a path, of the same kind as an earlier one. */
function proofOf(path: string, before: string): string {
  try {
    return isListing(before) ? namesOf(entriesOf(path)) : hashOf(readBytes(path))
  } catch {
    return ''
  }
}

function isListing(proof: string): boolean {
  return proof.startsWith('[')
}

function pathIn(line: string): string {
  return line.slice(0, line.indexOf('\t'))
}
