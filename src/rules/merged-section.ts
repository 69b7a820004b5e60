import { titlesFor } from '../drafting/title-case.js'
import type { ReportRule } from './rule.js'

export const mergedSection: ReportRule = {
  id: 'merged-section',
  severity: 'warning',
  fixes: 'never',
  *check(report, schema) {
    const titleOf = titlesFor(report)
    for (const section of report.sections) {
      const ids = [section.id, ...section.also]
      const merged = schema.sections.filter(({ id, required }) => required && ids.includes(id))
      if (merged.length < 2) continue
      const titles = merged.map((spec) => `“${titleOf(spec)}”`).join(' and ')
      yield {
        range: section.heading,
        message: `Unexpected section “${section.title.value}” for two things, expected ${titles} each under its own heading. Split it.`,
        data: { section: section.id, sections: merged.map(({ id }) => id) },
      }
    }
  },
}
