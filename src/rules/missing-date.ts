import { dateBlank } from '../drafting/date-edit.js'
import { dayExpected } from './head-day.js'
import type { ReportRule } from './rule.js'

export const missingDate: ReportRule = {
  id: 'missing-date',
  severity: 'error',
  fixes: 'safe',
  *check(report) {
    const { frontMatter, headDate } = report
    // Front matter that is missing, unreadable or executable has rules of its own.
    if (!frontMatter || frontMatter.errors.length > 0 || frontMatter.language !== null) return
    if (headDate.state !== 'missing' && headDate.state !== 'empty') return
    const found = headDate.state === 'empty' ? 'empty date in the front matter' : 'front matter without a date'
    yield {
      range: headDate.range ?? [frontMatter.range[0], frontMatter.range[0] + 3],
      ...dayExpected(`Unexpected ${found}`, report, dateBlank(report)),
    }
  },
}
