import type { RootContent } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkStringify from 'remark-stringify'
import { unified } from 'unified'

const printer = unified().use(remarkStringify, { bullet: '-', rule: '-' }).use(remarkGfm).freeze()

/** Prints nodes that a fix creates, without a line end at the end. Text that is already in a file is never reprinted. */
export function printMarkdown(children: RootContent[]): string {
  return printer.stringify({ type: 'root', children }).trimEnd()
}
