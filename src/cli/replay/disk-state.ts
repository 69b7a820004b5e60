import { dirname } from 'node:path'
import { CLOCK_TICK_MS, type DiskAccesses, entriesOf, listingOf, readBytes, stampOf } from '../../source/disk.js'
import { hashOf } from '../../source/hash.js'

/*
 * The state of everything that a check accessed on the disk, by which the next check sees what has changed. There is a line for
 * each path: the path, its stamp, and a proof for when the stamp has changed, separated by tabs. The proof of a folder is the list
 * of its entries, that of a report the hash of its text: editors and git often write a file again with the same content.
 */

/** Instead of a stamp: the path only has to exist. */
const EXISTS = 'there'

/** Instead of a stamp: the file had just been changed, and may have changed again within the same tick of the clock. */
const NEW = 'new'

/** What is known of a check, apart from the paths that it accessed. */
interface CheckContext {
  /** The hashes of texts that were only used as reports, by their absolute paths. */
  readonly texts: ReadonlyMap<string, string>
  /** The start of the check, in ms since 1970. */
  readonly begun: number
  /** Lines from an earlier check that are still valid. */
  readonly known?: readonly string[]
}

/**
 * The lines for everything that a check accessed.
 * @returns null if something may have changed since, or may change again without a trace
 */
export function diskStateLines(
  { read, probed, listed }: DiskAccesses,
  { texts, begun, known = [] }: CheckContext,
): string[] | null {
  const isKnown = new Set(known.map(pathIn))
  const isRead = new Set([...read, ...known.filter((line) => !line.endsWith(`\t${EXISTS}\t`)).map(pathIn)])
  const lines = [...known]
  let fresh = 0
  for (const path of read) {
    if (isKnown.has(path)) continue
    const proof = listed.get(path) ?? texts.get(path) ?? ''
    const { text, changed } = stampOf(path)
    const isSettled = changed < begun - CLOCK_TICK_MS
    if (!isSettled && (proof === '' || ++fresh > MAX_NEW || proofOf(path, proof) !== proof)) return null
    lines.push(`${path}\t${isSettled ? text : NEW}\t${proof}`)
  }
  for (const path of probed) {
    // The state of the folder itself tells whether anything in it was added or removed.
    if (isKnown.has(path) || isRead.has(path) || isRead.has(dirname(path))) continue
    lines.push(`${path}\t${stampOf(path).text && EXISTS}\t`)
  }
  return lines.some((line) => !/^[^\t\n]+\t[^\t\n]*\t[^\t\n]*$/.test(line)) ? null : lines
}

/** If more files than this have just been changed, as by a copy or a checkout, a later check records them. */
const MAX_NEW = 20

/** What has changed of the paths that a check accessed. */
export interface DiskChanges {
  /** The lines as they would be written now, without those of edited reports. */
  readonly lines: readonly string[]
  /** The absolute paths of reports whose texts have changed. */
  readonly edited: readonly string[]
}

/**
 * Compares the lines of an earlier check with the current state of the disk.
 * @param begun the start of the current check, in ms since 1970
 * @returns null if anything but the texts of reports has changed
 */
export function compareDiskState(before: readonly string[], begun: number): DiskChanges | null {
  const lines: string[] = []
  const edited: string[] = []
  for (const line of before) {
    const [path = '', stamp, proof] = line.split('\t')
    if (proof === undefined) return null
    const { text: now, changed } = stampOf(path)
    if (now === stamp || (stamp === EXISTS && now !== '')) {
      lines.push(line)
      continue
    }
    if (proof === '' || now === '') return null
    if (proofOf(path, proof) === proof) lines.push(`${path}\t${changed < begun - CLOCK_TICK_MS ? now : NEW}\t${proof}`)
    else if (isListing(proof)) return null
    else edited.push(path)
  }
  return { lines, edited }
}

/** The current proof for a path, of the same kind as an earlier one. */
function proofOf(path: string, before: string): string {
  try {
    return isListing(before) ? listingOf(entriesOf(path)) : hashOf(readBytes(path))
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
