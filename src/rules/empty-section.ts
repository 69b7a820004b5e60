import { isEmpty } from '../report/section-state.js'
import type { ReportRule } from './rule.js'

export const emptySection: ReportRule = {
  id: 'empty-section',
  severity: 'error',
  fixes: 'never',
  *check(report, schema) {
    for (const section of report.sections) {
      const spec = schema.sections.find(({ id }) => id === section.id)
      // A list of people that is empty has a rule of its own, with better words.
      if (!spec || spec.content === 'people' || !isEmpty(section, report)) continue
      yield {
        range: section.heading,
        message: `Unexpected empty section “${section.title.value}”, expected ${spec.purpose.en}. Write it, or take the heading out.`,
        data: { section: spec.id },
      }
    }
  },
}
