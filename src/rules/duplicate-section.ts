import type { ReportRule } from './rule.js'

export const duplicateSection: ReportRule = {
  id: 'duplicate-section',
  severity: 'warning',
  fixes: 'never',
  *check(report) {
    for (const { spec, sections } of report.slots) {
      if (spec.order === null || spec.content === 'fields') continue
      const [first, ...others] = sections.filter(
        ({ firm, also, form }) => firm && also.length === 0 && form === 'heading',
      )
      if (!first) continue
      for (const section of others)
        yield {
          range: section.heading,
          message: `Unexpected second section for ${spec.title.en}, expected one: “${first.title.value}” on line ${report.lines.place(first.heading[0]).line} is the first. Join the two.`,
          data: { section: spec.id },
          related: [{ range: first.heading, message: 'the first section is here' }],
        }
    }
  },
}
