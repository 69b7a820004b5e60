import { maskForMarkdown } from '../markdown/mask.js'
import { type Parse, parse as parseByReference } from '../markdown/parse.js'
import { shortcodeRanges } from '../markdown/shortcodes.js'
import { readFrontMatter } from '../source/front-matter/front-matter.js'

/** What the proof of a fix compares before and after it: the tree of a file as Hugo parses it, and the ranges of its shortcodes. */
export function markdownReader(parse: Parse) {
  return {
    parse: (text: string) => parse(maskForMarkdown(text, readFrontMatter(text)?.range ?? null)),
    shortcodes: shortcodeRanges,
  }
}

/** The reader with the reference parser. */
export const referenceReader = markdownReader(parseByReference)
