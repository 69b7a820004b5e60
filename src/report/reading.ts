import { readFrontMatter } from '../source/front-matter.js'
import { maskForMarkdown, shortcodeRanges } from './mask.js'
import { parse } from './parse.js'

/** What a proof compares: the tree of a file as Hugo's Markdown sees it, and the spans of its shortcodes. */
export const reading = {
  parse: (text: string) => parse(maskForMarkdown(text, readFrontMatter(text)?.range ?? null)),
  shortcodes: shortcodeRanges,
}
