import type { Report } from '../report/report.js'
import { isMissing } from '../report/section-state.js'
import type { Section } from '../report/sections/section.js'
import type { SectionSpec } from '../schema/schema.js'
import type { Problem, ReportRule } from './rule.js'

export const duplicateSection: ReportRule = {
  id: 'duplicate-section',
  severity: 'warning',
  fixes: 'never',
  *check(report) {
    const doubles = doublesIn(report)
    const second = secondReport(doubles)
    if (second) {
      yield second
      return
    }
    for (const { spec, first, section } of doubles)
      yield {
        range: section.heading,
        message: `Unexpected second section for ${spec.title.en}, expected one: “${first.title.value}” on line ${report.lines.place(first.heading[0]).line} is the first. ${advice(spec, report)}`,
        data: { section: spec.id },
        related: [{ range: first.heading, message: 'the first section is here' }],
      }
  },
}

/** If there are two sections on the talks and none on what was learned, the second one may have the wrong title. */
function advice({ content, order }: SectionSpec, report: Report): string {
  const next = report.slots.find(({ spec }) => content === 'talks' && order !== null && spec.order === order + 1)
  return next && isMissing(next, report)
    ? `Combine the two, or call this one “${next.spec.title[report.language]}” if that is what it is about: the report has no such section.`
    : 'Combine the two.'
}

/** A section that the report already has. */
interface Double {
  readonly spec: SectionSpec
  readonly first: Section
  readonly section: Section
}

function doublesIn({ slots }: Report): Double[] {
  return slots.flatMap(({ spec, sections }) => {
    if (spec.order === null || spec.content === 'fields') return []
    const [first, ...others] = sections.filter(
      ({ firm, also, form }) => firm && also.length === 0 && form === 'heading',
    )
    return first ? others.map((section) => ({ spec, first, section })) : []
  })
}

/**
 * If at least this many sections occur again, all after the first ones, it is a whole report: the page was pasted twice, or with its
 * translation.
 */
const MAKE_A_REPORT = 3

function secondReport(doubles: readonly Double[]): Problem | null {
  const [double, ...others] = doubles.toSorted((a, b) => a.section.heading[0] - b.section.heading[0])
  const firsts = new Set(doubles.map(({ first }) => first))
  if (!double || firsts.size < MAKE_A_REPORT) return null
  const { spec, section } = double
  if ([...firsts].some(({ heading }) => heading[0] > section.heading[0])) return null
  return {
    range: section.heading,
    message: `Unexpected second report on the page, expected one: from “${section.title.value}” on, ${others.length + 1} sections are repeated. Move it to a page of its own, or remove it.`,
    data: { section: spec.id, sections: [...new Set(doubles.map((each) => each.spec.id))] },
    related: doubles.map(({ first }) => ({ range: first.heading, message: 'the first section of a kind is here' })),
  }
}
