import { dateBlank } from '../drafting/date-edit.js'
import { dayExpected } from './front-matter-day.js'
import type { ReportRule } from './rule.js'

export const missingDate: ReportRule = {
  id: 'missing-date',
  severity: 'error',
  fixes: 'safe',
  *check(report) {
    const { frontMatter, frontMatterDate } = report
    // Front matter that is missing, unreadable or executable has rules of its own.
    if (!frontMatter || frontMatter.errors.length > 0 || frontMatter.language !== null) return
    if (frontMatterDate.state !== 'missing' && frontMatterDate.state !== 'empty') return
    const found = frontMatterDate.state === 'empty' ? 'empty date in the front matter' : 'front matter without a date'
    yield {
      range: frontMatterDate.range ?? [frontMatter.range[0], frontMatter.range[0] + 3],
      ...dayExpected(`Unexpected ${found}`, report, dateBlank(report)),
    }
  },
}
