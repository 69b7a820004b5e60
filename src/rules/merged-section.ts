import { titlesFor } from '../drafting/title-case.js'
import type { Report } from '../report/report.js'
import type { Section } from '../report/sections/section.js'
import type { SectionSpec } from '../schema/schema.js'
import type { ReportRule } from './rule.js'

export const mergedSection: ReportRule = {
  id: 'merged-section',
  severity: 'warning',
  fixes: 'never',
  *check(report, schema) {
    const titleOf = titlesFor(report)
    const namesOf = (specs: readonly SectionSpec[]): string => specs.map((spec) => `“${titleOf(spec)}”`).join(' and ')
    for (const section of report.sections) {
      const ids = [section.id, ...section.also]
      const merged = schema.sections.filter(({ id, required }) => required && ids.includes(id))
      if (merged.length < 2) continue
      const others = merged.flatMap((spec) => sectionFor(spec, report) ?? [])
      const left = merged.filter(({ id }) => !others.some((other) => other.id === id))
      const what = `Unexpected section “${section.title.value}” for two things`
      const data = { section: section.id, sections: merged.map(({ id }) => id) }
      if (others.length === 0 || left.length === 0)
        yield {
          range: section.heading,
          message: `${what}, expected ${namesOf(merged)} each under its own heading. Split it.`,
          data,
        }
      else
        yield {
          range: section.heading,
          message: `${what}, expected ${namesOf(left)} alone, since the report has ${others.map(({ title }) => `“${title.value}”`).join(' and ')} as well. Move there what belongs there.`,
          data,
          related: others.map(({ heading }) => ({
            range: heading,
            message: 'what belongs here is under the other, too',
          })),
        }
    }
  },
}

/** The section that is for one thing alone. */
function sectionFor({ id }: SectionSpec, { slots }: Report): Section | undefined {
  const slot = slots.find(({ spec }) => spec.id === id)
  return slot?.sections.find(({ also, form }) => also.length === 0 && form !== 'inline')
}
