import { MASK } from '../text/mask.js'
import type { Range } from '../text/range.js'
import { shortcodeRanges } from './shortcodes.js'

/**
 * Hides from Markdown what is not Markdown, unit for unit, so that offsets stay those of the file: a byte order mark and
 * the front matter become blanks, Hugo's shortcodes (with their bodies, where those are raw) one long word. Line ends
 * are kept.
 * @param head the span of the front matter, if there is one
 */
export function maskForMarkdown(text: string, head: Range | null): string {
  const bare = text.startsWith('\uFEFF') ? ` ${text.slice(1)}` : text
  const masked = head ? blanked(bare, [head]) : bare
  return masked.includes('{{') ? filled(masked, shortcodeRanges(masked), MASK) : masked
}

/** Text without the marks that `maskForMarkdown` left in it. */
export function withoutMask(text: string): string {
  return text.replaceAll(MASK, '')
}

/**
 * The text with blanks in some places, unit for unit; line ends are kept.
 * @param ranges in order
 */
export function blanked(text: string, ranges: readonly Range[]): string {
  return filled(text, ranges, ' ')
}

function filled(text: string, ranges: readonly Range[], by: string): string {
  let result = ''
  let at = 0
  for (const [start, end] of ranges) {
    // The reference parser makes links of some addresses afterwards, and these have no place.
    if (start < at) continue
    result += text.slice(at, start) + text.slice(start, end).replace(/[^\r\n]+/g, (run) => by.repeat(run.length))
    at = end
  }
  return result + text.slice(at)
}
