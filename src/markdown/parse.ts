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
 * What a text holds wherever GitHub's additions would say otherwise than CommonMark: the marks of tables, struck-out text,
 * footnotes and boxes to tick, and what an address of its own begins with, or a letter of it that is written by its number.
 * Few reports do, and to look for addresses at every word takes the parser as long as all the rest.
 */
const GFM = /[|~@]|:-|-:|\[\^|\[[\sx]\]|www|http|&#|&commat;/i

/** The reference: what it reads, every other parser has to read. */
export const parse: Parse = inParts((text) => (GFM.test(text) ? gfm : commonMark).parse(text))
