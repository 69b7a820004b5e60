import { renumberingFor } from '../drafting/heading-number.js'
import { insertionAt, placeFor } from '../drafting/placement.js'
import { blockOf } from '../drafting/section-block.js'
import type { Report } from '../report/report.js'
import type { Section } from '../report/sections/section.js'
import type { SectionSpec } from '../schema/schema.js'
import { applyEdits, type TextEdit } from '../text/edit.js'
import { includesOffset, type Range, shifted } from '../text/range.js'
import type { Fix, ReportRule } from './rule.js'

interface Ordered {
  readonly spec: SectionSpec
  readonly section: Section
  readonly order: number
}

export const sectionOutOfOrder: ReportRule = {
  id: 'section-out-of-order',
  severity: 'warning',
  fixes: 'unsafe',
  *check(report) {
    const ordered = orderedSections(report)
    const settled = new Set(longestRun(ordered))
    for (const { spec, section, order } of ordered.filter((entry) => !settled.has(entry))) {
      const neighbour = [...settled].find(
        (other) => other.order > order && other.section.heading[0] < section.heading[0],
      )
      const where = neighbour ? `before “${neighbour.section.title.value}”` : 'further down'
      yield {
        range: section.heading,
        message: `Unexpected position of the section “${section.title.value}”, expected it ${where}. Move it with everything under it.`,
        data: { section: spec.id },
        ...move(section, spec, report),
      }
    }
  },
}

/** One section for each slot that has a place in the order, in the order of the text. */
function orderedSections(report: Report): Ordered[] {
  return report.slots
    .flatMap(({ spec, sections }) => {
      const section = sections.find(
        ({ also, form, level }) => also.length === 0 && form === 'heading' && level === report.baseLevel,
      )
      return section && spec.order !== null ? [{ spec, section, order: spec.order }] : []
    })
    .sort((a, b) => a.section.heading[0] - b.section.heading[0])
}

/**
 * The longest sequence of sections that are already in order: if only these stay, one misplaced section gives one finding, not five.
 */
function longestRun(entries: readonly Ordered[]): Ordered[] {
  /** For each entry, the longest sequence that ends with it. */
  const runs: Ordered[][] = []
  for (const entry of entries)
    runs.push([...longest(runs.filter((run) => (run.at(-1)?.order ?? 0) <= entry.order)), entry])
  return longest(runs)
}

/** The longest one; of several, the first. */
function longest(runs: readonly Ordered[][]): Ordered[] {
  return runs.reduce((best, run) => (run.length > best.length ? run : best), [])
}

function move(section: Section, spec: SectionSpec, report: Report): { fix?: Fix } {
  const [start, end] = blockOf(section, report)
  const place = placeFor(spec, report, section)
  if (!place || (place.at >= start && place.at <= end)) return {}
  const numbers = renumberingFor(section, place.at, report)
  if (!numbers) return {}
  const { text } = report
  const written = text.slice(start, end).trimEnd()
  const isOwn = ({ range: [at] }: TextEdit): boolean => includesOffset([start, end], at)
  const own = numbers.filter(isOwn).map((edit): TextEdit => ({ ...edit, range: shifted(edit.range, -start) }))
  const block = applyEdits(written, own)
  // If the section is the last one, the line ends before it go instead of those after it, so that the text ends as before.
  const taken: Range =
    end < text.length ? [start, end] : [text.slice(0, start).trimEnd().length, start + written.length]
  return {
    fix: {
      title: `Move the section “${section.title.value}” to its place`,
      safety: 'unsafe',
      edits: [insertionAt(place, block, report), { range: taken, text: '' }, ...numbers.filter((edit) => !isOwn(edit))],
    },
  }
}
