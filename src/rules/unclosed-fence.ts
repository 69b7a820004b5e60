import { unclosedFences } from '../markdown/open-end.js'
import type { Report } from '../report/report.js'
import type { Range } from '../text/range.js'
import type { Fix, ReportRule } from './rule.js'

export const unclosedFence: ReportRule = {
  id: 'unclosed-fence',
  severity: 'error',
  fixes: 'safe',
  onAnyPage: true,
  *check(report) {
    const { tree, text } = report
    for (const range of unclosedFences(tree, text)) {
      const mark = text.slice(...range)
      const isLast = text.slice(range[1]).trim() === ''
      yield isLast
        ? {
            range,
            message: `Unexpected “${mark}” at the end of the text, expected none: it opens a code block with nothing in it. Remove it.`,
            ...withoutLine(range, report),
          }
        : {
            range,
            message: `Unexpected end of the text inside a code block, expected a closing “${mark}”: everything after this line is shown as code. Close the block where the code ends.`,
          }
    }
  },
}

/** The fix that removes the line with the blank lines above it; none within a list or a quotation. */
function withoutLine([start, end]: Range, { lines, text }: Report): { fix?: Fix } {
  const { line } = lines.place(start)
  if (line === 1 || lines.range(line)[0] !== start) return {}
  let above = line - 1
  while (above > 1 && text.slice(...lines.range(above)).trim() === '') above--
  const range: Range = [lines.range(above)[1], end]
  return { fix: { title: `Remove “${text.slice(start, end)}”`, safety: 'safe', edits: [{ range, text: '' }] } }
}
