import { accidentalUnderlines } from '../markdown/accidental-headings.js'
import { lineEnd } from '../text/lines.js'
import type { ReportRule } from './rule.js'

export const accidentalHeading: ReportRule = {
  id: 'accidental-heading',
  severity: 'warning',
  fixes: 'safe',
  onAnyPage: true,
  *check({ tree, text, lines }) {
    for (const range of accidentalUnderlines(tree, text)) {
      const [start, end] = range
      const mark = text.slice(start, end)
      const [lineStart] = lines.range(lines.place(start).line)
      // Within a quotation, a blank line would end it.
      const isAlone = text.slice(lineStart, start).trim() === ''
      yield {
        range,
        message: `Unexpected “${mark}” directly below text, expected a blank line between them: Markdown takes what is above it for a heading.`,
        ...(isAlone && {
          fix: {
            title: 'Add a blank line',
            safety: 'safe',
            edits: [{ range: [lineStart, lineStart], text: lineEnd(text) }],
          },
        }),
      }
    }
  },
}
