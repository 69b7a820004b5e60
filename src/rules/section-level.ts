import type { Report } from '../report/report.js'
import { type HeadingLine, headingLines, isHeading } from '../report/sections/headings.js'
import type { Section } from '../report/sections/section.js'
import type { TextEdit } from '../text/edit.js'
import { type Fix, fixWith, MOST_SHARED_EDITS, type ReportRule } from './rule.js'

export const sectionLevel: ReportRule = {
  id: 'section-level',
  severity: 'warning',
  fixes: 'safe',
  *check(report, schema) {
    const { baseLevel } = report
    if (baseLevel === null) return
    const astray = report.sections.filter((section) => {
      const spec = schema.sections.find(({ id }) => id === section.id)
      if (!spec || section.form !== 'heading' || section.level === baseLevel) return false
      return !spec.mayBeNested || section.level < baseLevel
    })
    if (astray.length === 0) return
    const fix = relevel(astray, baseLevel, report)
    for (const section of astray)
      yield {
        range: section.heading,
        message: `Unexpected level ${section.level} for the section “${section.title.value}”, expected level ${baseLevel}${section.level === 1 ? ': level 1 is for the title of the report' : " like the report's other sections"}.`,
        data: { section: section.id, expected: baseLevel, actual: section.level },
        ...(fix && { fix }),
      }
  },
}

/** The new levels of headings. */
type Levels = ReadonlyMap<HeadingLine, number>

/**
 * Sets all the headings at once: one that stayed would fall under the heading before it.
 * @returns null if a heading cannot be set, or would get another parent
 */
function relevel(sections: readonly Section[], level: number, report: Report): Fix | null {
  const { text, tree } = report
  const headings = headingLines(tree, text).filter(isHeading)
  const levels = newLevels(sections, level, headings, report)
  const isSettable = ([{ range, level: old }, to]: readonly [HeadingLine, number]): boolean =>
    text.startsWith('#'.repeat(old), range[0]) && to >= 1 && to <= 6
  if (
    levels.size > MOST_SHARED_EDITS ||
    ![...levels].every(isSettable) ||
    !keepsOutline(headings, levels, level, report)
  )
    return null
  const edits = [...levels].map(([{ range, level: old }, to]): TextEdit => {
    const [start, end] = [range[0], range[0] + old]
    return to < old ? { range: [start, end - to], text: '' } : { range: [end, end], text: '#'.repeat(to - old) }
  })
  const title =
    sections.length > 1
      ? `Set these ${sections.length} headings to level ${level}, with their sub-headings`
      : `Set the heading to level ${level}, with its sub-headings`
  return fixWith({ title, safety: 'safe' }, edits)
}

/**
 * The headings to change, with their new levels: sub-headings move by as many levels as their section. If a section is too high and
 * other sections are below it, its part ends at the first of these.
 */
function newLevels(
  sections: readonly Section[],
  level: number,
  headings: readonly HeadingLine[],
  report: Report,
): Levels {
  const astray = new Map(sections.map((section) => [section.heading[0], section]))
  const known = new Set(report.sections.filter(({ id }) => id !== null).map(({ heading }) => heading[0]))
  const levels = new Map<HeadingLine, number>()
  let section: Section | undefined
  for (const heading of headings) {
    const [start] = heading.range
    if (known.has(start) || (section && heading.level <= section.level)) section = astray.get(start)
    if (section) levels.set(heading, heading.level + level - section.level)
  }
  return levels
}

/**
 * Whether every heading keeps its parent. A heading on the section level may move up: under a heading that was above its parent, or
 * under the title.
 */
function keepsOutline(
  headings: readonly HeadingLine[],
  levels: Levels,
  sectionLevel: number,
  { title }: Report,
): boolean {
  const levelAfter = (heading: HeadingLine): number => levels.get(heading) ?? heading.level
  const before = parentsOf(headings, ({ level }) => level)
  const after = parentsOf(headings, levelAfter)
  return headings.every((heading) => {
    const parent = after.get(heading)
    if (parent === before.get(heading)) return true
    if (levelAfter(heading) !== sectionLevel) return false
    if (!parent || parent.range[0] === title?.range[0]) return true
    for (let above = before.get(heading); above; above = before.get(above)) if (above === parent) return true
    return false
  })
}

/** The parent of each heading that has one. */
function parentsOf(
  headings: readonly HeadingLine[],
  levelOf: (heading: HeadingLine) => number,
): ReadonlyMap<HeadingLine, HeadingLine> {
  const parents = new Map<HeadingLine, HeadingLine>()
  let open: HeadingLine[] = []
  for (const heading of headings) {
    open = open.filter((above) => levelOf(above) < levelOf(heading))
    const parent = open.at(-1)
    if (parent) parents.set(heading, parent)
    open.push(heading)
  }
  return parents
}
