import type { Report } from '../report/report.js'
import type { Section } from '../report/section.js'
import type { ReportRule } from './rule.js'

export const emptySection: ReportRule = {
  id: 'empty-section',
  severity: 'error',
  fixes: 'never',
  *check(report, schema) {
    for (const section of report.sections) {
      const spec = schema.sections.find(({ id }) => id === section.id)
      // A list of people that is empty has a rule of its own, with better words.
      if (!spec || spec.content === 'people' || section.form === 'inline' || !isEmpty(section, report)) continue
      yield {
        range: section.heading,
        message: `Unexpected empty section “${section.title.value}”, expected ${spec.purpose.en}. Write it, or take the heading out.`,
        data: { section: spec.id },
      }
    }
  },
}

/** Headings, comments and rules are no content; a section that goes on in one of its own below is not empty. */
function isEmpty({ content, body, level }: Section, { sections }: Report): boolean {
  const next = sections.find(({ heading }) => heading[0] === body[1])
  if (next && next.level > level) return false
  return content.every(
    (node) =>
      (node.type === 'heading' && !node.children.some(({ type }) => type === 'image')) ||
      node.type === 'thematicBreak' ||
      (node.type === 'html' && /^\s*<!--[\s\S]*-->\s*$/.test(node.value)),
  )
}
