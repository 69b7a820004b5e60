import type { RootContent } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkStringify from 'remark-stringify'
import { unified } from 'unified'

const printer = unified().use(remarkStringify, { bullet: '-', rule: '-' }).use(remarkGfm).freeze()

/** Prints nodes that a fix newly creates; what stands in a file already is never printed again. Ends without a line end. */
export function printMarkdown(children: RootContent[]): string {
  return printer.stringify({ type: 'root', children }).trimEnd()
}
