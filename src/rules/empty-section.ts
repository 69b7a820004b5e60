import type { Report } from '../report/report.js'
import type { Section, Slot } from '../report/section.js'
import { isEmpty, isMissing } from '../report/section-state.js'
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
        message: `Unexpected empty section “${section.title.value}”, expected ${spec.purpose.en}. ${advice(section, report)}`,
        data: { section: spec.id },
      }
    }
  },
}

function advice(section: Section, report: Report): string {
  if (isFollowedByTopic(section, report))
    return 'Set the headings that follow a level deeper if they belong to it, else write it.'
  return isNeeded(section, report) ? 'Write it.' : 'Write it, or take the heading out.'
}

/** Whether a heading that is no section of the schema stands where the content should, no deeper than the section. */
function isFollowedByTopic({ body, level }: Section, { tree, sections }: Report): boolean {
  const next = tree.children.find((node) => node.position?.start.offset === body[1])
  return (
    next?.type === 'heading' &&
    next.depth <= level &&
    !sections.some(({ id, heading }) => id !== null && heading[0] === body[1])
  )
}

/** Whether something that the schema asks for would be missing without the section. */
function isNeeded(section: Section, { slots }: Report): boolean {
  const others = slots.map((slot) => ({ ...slot, sections: slot.sections.filter((other) => other !== section) }))
  const missing = (among: readonly Slot[]) => among.filter((slot) => isMissing(slot, { slots: among })).length
  return missing(others) > missing(slots)
}
