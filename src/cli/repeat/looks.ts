import { dirname } from 'node:path'
import { entriesOf, JUST_NOW, type Looks, namesOf, readBytes, stampOf } from '../../source/disk.js'
import { hashOf } from '../../source/hash.js'

/*
 * What a check looked at on the disk, so that the next one can see whether it is as it was. Each look is a line: a path, its
 * stamp, and what proves the same where the stamp does not, with tabs between them. The proof of a folder is what is in it, that
 * of a report the hash of its text: editors and git write files again, and put others in their places.
 */

/** Stands for the stamp of a path that only has to be there. */
const THERE = 'there'

/** Stands for the stamp of what had just been changed: it may have changed again within the same tick of its clock. */
const NEW = 'new'

/** What is known of looks beside the paths. */
interface Around {
  /** The hashes of texts that were taken for reports and for nothing else, by their absolute paths. */
  readonly texts: ReadonlyMap<string, string>
  /** When the check began, in ms since 1970. */
  readonly begun: number
  /** The lines of looks that were taken before and need not be taken again. */
  readonly known?: readonly string[]
}

/**
 * The lines for what was looked at, and those that are known.
 * @returns null where something may have changed since it was looked at, or may be changed again without a trace
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
    // A folder's own look tells whether anything in it came or went.
    if (isKnown.has(path) || isRead.has(path) || isRead.has(dirname(path))) continue
    lines.push(`${path}\t${stampOf(path).text && THERE}\t`)
  }
  return lines.some((line) => !/^[^\t\n]+\t[^\t\n]*\t[^\t\n]*$/.test(line)) ? null : lines
}

/** Where more has just been changed, a copy or a branch say, the next check takes its looks when it has settled. */
const MOST_NEW = 20

/** What has become of what a check looked at. */
export interface Compared {
  /** The lines as they would be written now, without those of reports that are others. */
  readonly lines: readonly string[]
  /** The absolute paths of reports whose texts are others. */
  readonly edited: readonly string[]
}

/**
 * Looks again.
 * @param begun when the check began that looks now, in ms since 1970
 * @returns null where anything but reports is not as it was
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

/** What proves now what another proof of its sort has proved. */
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
