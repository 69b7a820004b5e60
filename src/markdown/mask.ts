import { MASK } from '../text/mask.js'
import type { Range } from '../text/range.js'
import { shortcodeRanges } from './shortcodes.js'

/**
 * Hides from a Markdown parser what is not Markdown, unit for unit, so that offsets and line ends stay the same. A byte order mark
 * and the front matter become spaces, and each Hugo shortcode (with its body, if that is raw) becomes one long word.
 * @param frontMatter the range of the front matter, if there is any
 */
export function maskForMarkdown(text: string, frontMatter: Range | null): string {
  const bare = text.startsWith('\uFEFF') ? ` ${text.slice(1)}` : text
  const masked = frontMatter ? blanked(bare, [frontMatter]) : bare
  return masked.includes('{{') ? filled(masked, shortcodeRanges(masked), MASK) : masked
}

/** Text without the placeholders that `maskForMarkdown` put in. */
export function withoutMask(text: string): string {
  return text.replaceAll(MASK, '')
}

/**
 * Replaces ranges of a text by spaces, unit for unit; line ends are kept.
 * @param ranges in order
 */
export function blanked(text: string, ranges: readonly Range[]): string {
  return filled(text, ranges, ' ')
}

function filled(text: string, ranges: readonly Range[], by: string): string {
  let result = ''
  let at = 0
  for (const [start, end] of ranges) {
    // The reference parser turns some addresses into links afterwards, and these nodes have no position.
    if (start < at) continue
    result += text.slice(at, start) + text.slice(start, end).replace(/[^\r\n]+/g, (run) => by.repeat(run.length))
    at = end
  }
  return result + text.slice(at)
}
