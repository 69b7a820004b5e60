import { unclosedFences } from '../markdown/open-end.js'
import type { ReportRule } from './rule.js'

export const unclosedFence: ReportRule = {
  id: 'unclosed-fence',
  severity: 'error',
  fixes: 'never',
  onAnyPage: true,
  *check({ tree, text }) {
    for (const range of unclosedFences(tree, text))
      yield {
        range,
        message: `Unexpected end of the text inside a code block, expected a closing “${text.slice(...range)}”: all that follows this line is shown as code. Close the block where the code ends.`,
      }
  },
}
