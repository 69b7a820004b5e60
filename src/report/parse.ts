import type { Root } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'

const processor = unified().use(remarkParse).use(remarkGfm, { singleTilde: false }).freeze()

/** Parses GitHub-flavoured Markdown; every node carries offsets into `text`. */
export function parse(text: string): Root {
  return processor.parse(text)
}
