import type { Root } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { inParts } from './parts.js'

/** Parses GitHub-flavoured Markdown; every node carries offsets into `text`. */
export type Parse = (text: string) => Root

const processor = unified().use(remarkParse).use(remarkGfm, { singleTilde: false }).freeze()

/** The reference: what it reads, every other parser has to read. */
export const parse: Parse = inParts((text) => processor.parse(text))
