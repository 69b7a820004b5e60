import type { Report } from '../report/report.js'
import { isEmpty, isMissing, isStub, placeholderIn } from '../report/section-state.js'
import type { Section, Slot } from '../report/sections/section.js'
import type { SectionSpec } from '../schema/schema.js'
import { includesOffset, type Range } from '../text/range.js'
import { quote } from './quote.js'
import type { ReportRule } from './rule.js'

export const emptySection: ReportRule = {
  id: 'empty-section',
  severity: 'error',
  fixes: 'never',
  *check(report, schema) {
    for (const section of report.sections) {
      const spec = schema.sections.find(({ id }) => id === section.id)
      // An empty list of people has a rule of its own, with a more helpful message.
      if (!spec || spec.content === 'people') continue
      const problem = { range: section.heading, data: { section: spec.id } }
      const { value: title } = section.title
      const placeholder = placeholderIn(section, report.text, schema)
      if (isEmpty(section, report))
        yield {
          ...problem,
          message: `Unexpected empty section “${title}”, expected ${spec.purpose.en}. ${advice(section, spec, report)}`,
        }
      else if (placeholder !== null && !isIn(section, report.leftovers))
        yield {
          ...problem,
          message: `Unexpected “${quote(placeholder)}” and nothing else in the section “${title}”, expected ${spec.purpose.en}. ${advice(section, spec, report)}`,
        }
      else if (isStub(section, spec))
        yield {
          ...problem,
          message: `Unexpected section “${title}” that is still to be filled in, expected ${spec.purpose.en}. Add what is missing, and remove the comment.`,
        }
      else if (spec.content === 'images' && section.firm && lacksPictures(section, report))
        yield {
          ...problem,
          severity: 'warning',
          message: `Unexpected section “${title}” without a picture, expected ${spec.purpose.en}. Add some, or remove the heading.`,
        }
    }
  },
}

/**
 * Whether a section has no picture, nothing that may be or lead to one, and no leftover saying that pictures will follow:
 * `template-leftover` reports those.
 */
function lacksPictures(section: Section, { text, images, leftovers }: Report): boolean {
  if (/[<{]|\]\(|!\[\[|https?:/.test(text.slice(...section.body))) return false
  return !isIn(section, images) && !isIn(section, leftovers)
}

/** Whether one of the things starts in the body of the section. */
function isIn({ body }: Section, things: readonly { readonly range: Range }[]): boolean {
  return things.some(({ range: [start] }) => includesOffset(body, start))
}

function advice(section: Section, spec: SectionSpec, report: Report): string {
  if (isFollowedByTopic(section, report))
    return 'If the headings below belong to it, move them one level deeper; otherwise write it.'
  const write = spec.content === 'images' ? 'Add some' : 'Write it'
  return isNeeded(section, report) ? `${write}.` : `${write}, or remove the heading.`
}

/**
 * Whether a heading that is no section of the schema directly follows the section, on its level or above: the content may be under
 * that.
 */
function isFollowedByTopic({ body, level }: Section, { tree, sections }: Report): boolean {
  const next = tree.children.find((node) => node.position?.start.offset === body[1])
  return (
    next?.type === 'heading' &&
    next.depth <= level &&
    !sections.some(({ id, heading }) => id !== null && heading[0] === body[1])
  )
}

/** Whether the schema would miss something without the section. */
function isNeeded(section: Section, { slots }: Report): boolean {
  const others = slots.map((slot) => ({ ...slot, sections: slot.sections.filter((other) => other !== section) }))
  const missing = (among: readonly Slot[]) => among.filter((slot) => isMissing(slot, { slots: among })).length
  return missing(others) > missing(slots)
}
