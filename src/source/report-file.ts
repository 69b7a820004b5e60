import { openingOrNone } from './disk.js'
import { headOpening } from './head/head-opening.js'

/** Whether a file in a folder may be a report by its name alone. */
export function hasReportName(name: string): boolean {
  return /\.(?:md|markdown|txt)$/i.test(name)
}

/**
 * Whether a file in a folder is taken for a report: every `.md` and `.markdown`, and `.txt` that opens with front matter.
 * @param opening the bytes that it begins with, or all of them; asked for where they count
 */
export function isReportFile(name: string, opening: () => Uint8Array): boolean {
  return hasReportName(name) && (!/\.txt$/i.test(name) || isHead(opening()))
}

/** Whether a file begins with front matter, whatever it is called. */
export function opensWithHead(path: string): boolean {
  return isHead(firstBytes(path))
}

function isHead(opening: Uint8Array): boolean {
  return headOpening(Buffer.from(opening.subarray(0, OPENING)).toString('utf8')) !== null
}

/** How many bytes of a file are looked at for its front matter. */
const OPENING = 256

/** What `isReportFile` looks at of a file; nothing where it cannot be read. */
export function firstBytes(path: string): Uint8Array {
  return openingOrNone(path, OPENING)
}
