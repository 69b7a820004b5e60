import { titlesFor } from '../drafting/title-case.js'
import { plainText, rangeOf } from '../markdown/mdast.js'
import type { Report } from '../report/report.js'
import { type Recognizer, recognizerOf } from '../report/sections/recognize.js'
import type { Section } from '../report/sections/section.js'
import type { SectionSpec } from '../schema/schema.js'
import type { Located } from '../text/range.js'
import type { ReportRule } from './rule.js'

export const mergedSection: ReportRule = {
  id: 'merged-section',
  severity: 'warning',
  fixes: 'never',
  *check(report, schema) {
    const titleOf = titlesFor(report)
    const meaningOf = recognizerOf(schema)
    const namesOf = (specs: readonly SectionSpec[]): string => specs.map((spec) => `“${titleOf(spec)}”`).join(' and ')
    for (const section of report.sections) {
      const ids = [section.id, ...section.also]
      const merged = schema.sections.filter(({ id, required }) => required && ids.includes(id))
      if (merged.length < 2) continue
      const parts = partsOf(section, merged, meaningOf)
      const others = merged.flatMap((spec) => sectionFor(spec, report) ?? [])
      const left = merged.filter(({ id }) => !others.some((other) => other.id === id))
      const what = `Unexpected section “${section.title.value}” for two things`
      const problem = {
        range: section.heading,
        data: { section: section.id, sections: merged.map(({ id }) => id) },
      }
      if (parts.length === merged.length)
        yield {
          ...problem,
          message: `${what}, expected ${quoted(parts)} alone, which are below it. Move these up to its level, and remove it.`,
          related: parts.map(({ range }) => ({ range, message: 'this is about one of the two' })),
        }
      else if (others.length === 0 || left.length === 0)
        yield {
          ...problem,
          message: `${what}, expected ${namesOf(merged)} each under its own heading. Split it.`,
        }
      else
        yield {
          ...problem,
          message: `${what}, expected ${namesOf(left)} alone, since the report has ${quoted(others.map(({ title }) => title))} as well. Move what belongs there.`,
          related: others.map(({ heading }) => ({
            range: heading,
            message: 'some of what belongs here is under the other',
          })),
        }
    }
  },
}

function quoted(titles: readonly Located<string>[]): string {
  return titles.map(({ value }) => `“${value}”`).join(' and ')
}

/** The sub-headings that each name one of the merged sections, in the order of those. */
function partsOf({ content }: Section, merged: readonly SectionSpec[], meaningOf: Recognizer): Located<string>[] {
  const named = content.flatMap((node) => {
    if (node.type !== 'heading') return []
    const value = plainText(node)
    const { proposal } = meaningOf(value)
    return proposal?.also.length === 0 ? [{ id: proposal.id, value, range: rangeOf(node) }] : []
  })
  return merged.flatMap((spec) => named.find(({ id }) => id === spec.id) ?? [])
}

/** A section of the report that has only this meaning. */
function sectionFor({ id }: SectionSpec, { slots }: Report): Section | undefined {
  const slot = slots.find(({ spec }) => spec.id === id)
  return slot?.sections.find(({ also, form }) => also.length === 0 && form !== 'inline')
}
