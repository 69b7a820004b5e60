import { firstBytesOrNone } from './disk.js'
import { frontMatterOpening } from './front-matter/opening.js'

/** Whether a file may be a report, by its name alone. */
export function hasReportName(name: string): boolean {
  return /\.(?:md|markdown|txt)$/i.test(name)
}

/**
 * Whether a file in a folder is taken for a report: every `.md` and `.markdown`, and `.txt` that opens with front matter.
 * @param opening the first bytes of the file, or all of them; called only if they matter
 */
export function isReportFile(name: string, opening: () => Uint8Array): boolean {
  return hasReportName(name) && (!/\.txt$/i.test(name) || beginsWithFrontMatter(opening()))
}

/** Whether a file begins with front matter, whatever its name. */
export function opensWithFrontMatter(path: string): boolean {
  return beginsWithFrontMatter(firstBytes(path))
}

function beginsWithFrontMatter(opening: Uint8Array): boolean {
  return frontMatterOpening(Buffer.from(opening.subarray(0, OPENING_BYTES)).toString('utf8')) !== null
}

/** How many bytes at the start of a file are searched for front matter. */
const OPENING_BYTES = 256

/** The bytes that `isReportFile` needs; empty if the file cannot be read. */
export function firstBytes(path: string): Uint8Array {
  return firstBytesOrNone(path, OPENING_BYTES)
}
