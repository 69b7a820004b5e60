import { codeIn } from '../markdown/code.js'
import type { Range } from '../text/range.js'
import { quote } from './quote.js'
import type { ReportRule } from './rule.js'

/** The lines that git puts before, between and after the two versions. A line of seven `=` may also just underline a heading. */
const MARK = /^(?:<{7} .*|={7}|>{7} .*)$/gm

/** The first characters of the three lines of a conflict, in order. */
const SIGNS = '<=>'

export const conflictMarker: ReportRule = {
  id: 'conflict-marker',
  severity: 'error',
  fixes: 'never',
  onAnyPage: true,
  *check({ text, tree }) {
    if (!text.includes('<<<<<<< ')) return
    const isCode = codeIn(tree)
    let marks: Range[] = []
    for (const { index, 0: line } of text.matchAll(MARK)) {
      const range: Range = [index, index + line.length]
      if (isCode(range)) continue
      const place = SIGNS.indexOf(line.charAt(0))
      if (place === 0) marks = [range]
      else if (place === marks.length) marks.push(range)
      const [opening, middle, closing] = marks
      if (!opening || !middle || !closing) continue
      marks = []
      yield {
        range: opening,
        message: `Unexpected merge conflict marker “${quote(text.slice(...opening))}”, expected one version: keep the right parts of both, and remove the markers.`,
        related: [
          { range: middle, message: 'the second version begins here' },
          { range: closing, message: 'the conflict ends here' },
        ],
      }
    }
  },
}
