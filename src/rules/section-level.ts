import type { Report } from '../report/report.js'
import type { Section } from '../report/section.js'
import { blockOf, subheadingMarks } from '../report/subtree.js'
import type { TextEdit } from '../text/edit.js'
import type { Fix, ReportRule } from './rule.js'

export const sectionLevel: ReportRule = {
  id: 'section-level',
  severity: 'warning',
  fixes: 'safe',
  *check(report, schema) {
    const { baseLevel } = report
    if (baseLevel === null) return
    for (const section of report.sections) {
      const spec = schema.sections.find(({ id }) => id === section.id)
      if (!spec || section.form !== 'heading' || section.level === baseLevel) continue
      if (spec.mayBeNested && section.level > baseLevel) continue
      yield {
        range: section.heading,
        message: `Unexpected level ${section.level} for the section “${section.title.value}”, expected level ${baseLevel} like the report's other sections.`,
        data: { section: spec.id, expected: baseLevel, actual: section.level },
        ...relevel(section, baseLevel, report),
      }
    }
  },
}

/** Moves the heading and its sub-headings by the same step, if that changes nothing of what belongs to what. */
function relevel(section: Section, level: number, report: Report): { fix?: Fix } {
  const step = level - section.level
  const marks: [number, number][] = [
    [section.heading[0], section.heading[0] + section.level],
    ...subheadingMarks(section, report).map(([start, end]): [number, number] => [start, end]),
  ]
  const isAtx = report.text.startsWith('#'.repeat(section.level), section.heading[0])
  const isDeep = marks.some(([start, end]) => end - start + step > 6 || end - start + step < 1)
  if (!isAtx || isDeep || (step < 0 && capturesSiblings(section, report))) return {}
  const edits = marks.map(
    ([start, end]): TextEdit =>
      step < 0 ? { range: [start, start - step], text: '' } : { range: [end, end], text: '#'.repeat(step) },
  )
  return {
    fix: {
      title: `Set the heading to level ${level}, with its sub-headings`,
      safety: 'safe',
      edits: edits as [TextEdit, ...TextEdit[]],
    },
  }
}

/** Raised, a section takes in whatever follows it on its old level: that would no longer belong where it does now. */
function capturesSiblings(section: Section, report: Report): boolean {
  const [, end] = blockOf(section, report)
  if (end >= report.text.length) return false
  const next = report.sections.find(({ body, heading }) => heading[0] >= end && body[1] > heading[0])
  const followsAtOnce = next !== undefined && blockOf(next, report)[0] === end
  return !followsAtOnce || (next.level > (report.baseLevel ?? 0) && next.level !== section.level)
}
