import type { Root } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { inParts } from './parts.js'

/** Parses GitHub-flavoured Markdown; every node carries offsets into `text`. */
export type Parse = (text: string) => Root

const commonMark = unified().use(remarkParse).freeze()
const gfm = unified().use(remarkParse).use(remarkGfm, { singleTilde: false }).freeze()

/**
 * Found in every text that GitHub-flavoured Markdown reads differently from CommonMark: the markup of tables, strikethrough,
 * footnotes and task lists, and the beginning of an autolinked address, also as a character reference. Few reports have any of
 * this, and looking for addresses at every word takes the parser as long as everything else.
 */
const GFM = /[|~@]|:-|-:|\[\^|\[[\sx]\]|www|http|&#|&commat;/i

/** The reference parser, with which every other parser has to agree. */
export const parse: Parse = inParts((text) => (GFM.test(text) ? gfm : commonMark).parse(text))
