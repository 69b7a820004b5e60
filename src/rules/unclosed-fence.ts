import type { Code, RootContent } from 'mdast'
import { rangeOf } from '../report/headings.js'
import type { ReportRule } from './rule.js'

export const unclosedFence: ReportRule = {
  id: 'unclosed-fence',
  severity: 'error',
  fixes: 'never',
  *check({ tree, text, lines }) {
    for (const code of codeBlocks(tree.children)) {
      const [start, end] = rangeOf(code)
      const fence = /^(?:`{3,}|~{3,})/.exec(text.slice(start, start + 200))?.[0]
      if (fence === undefined) continue
      const last = text
        .slice(lines.range(lines.place(end).line)[0], end)
        .replace(/^[\s>]+/, '')
        .trimEnd()
      const isClosed =
        lines.place(end).line > lines.place(start).line &&
        last.length >= fence.length &&
        /^(?:`+|~+)$/.test(last) &&
        last.startsWith(fence)
      if (!isClosed)
        yield {
          range: [start, start + fence.length],
          message: `Unexpected end of the text inside a code block, expected a closing “${fence}”: all that follows this line is shown as code. Close the block where the code ends.`,
        }
    }
  },
}

function* codeBlocks(nodes: readonly RootContent[]): Generator<Code> {
  for (const node of nodes) {
    if (node.type === 'code') yield node
    else if ('children' in node) yield* codeBlocks(node.children as RootContent[])
  }
}
