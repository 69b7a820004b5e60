import type { Report } from '../report/report.js'
import { headingLines, isHeading } from '../report/sections/headings.js'
import type { Section } from '../report/sections/section.js'
import { cut } from '../text/cut.js'
import type { TextEdit } from '../text/edit.js'
import { type Fix, fixWith, MOST_SHARED_EDITS, type Problem, type ReportRule } from './rule.js'

const LONGEST_QUOTE = 60

export const pseudoHeading: ReportRule = {
  id: 'pseudo-heading',
  severity: 'warning',
  fixes: 'safe',
  *check(report) {
    yield* unspaced(report)
    const bold = report.sections.filter(({ form, id }) => form === 'bold' && id !== null)
    if (bold.length === 0) return
    const fix = asHeadings(bold, report)
    const level = headingLevel(report) ?? 2
    for (const section of bold)
      yield {
        range: section.heading,
        message: `Unexpected emphasised line “${section.title.value}” instead of a heading, expected “${'#'.repeat(level)} ${nameOf(section, report)}”, which readers and tools can find.`,
        data: { section: section.id },
        ...(fix && { fix }),
      }
  },
}

/** Lines with the marks of a heading and no space after them, which Markdown does not take for headings. */
function* unspaced({ text, tree }: Report): Generator<Problem> {
  if (!UNSPACED.test(text)) return
  for (const { form, range, titleRange } of headingLines(tree, text)) {
    const marks = text.slice(range[0], titleRange[0])
    if (form !== 'heading' || !/^#+$/.test(marks)) continue
    yield {
      range,
      message: `Unexpected “${marks}” without a space after it, expected “${marks} ${cut(text.slice(...titleRange), LONGEST_QUOTE)}”: Markdown takes the line for text, not for a heading.`,
      fix: {
        title: 'Add the space',
        safety: 'safe',
        edits: [{ range: [titleRange[0], titleRange[0]], text: ' ' }],
      },
    }
  }
}

/** A quick test. */
const UNSPACED = /^[ \t]{0,3}#{2,6}(?=[^\s#])/m

/** Changes all of them at once: a line that stayed emphasis would fall under the new heading before it. */
function asHeadings(sections: readonly Section[], report: Report): Fix | null {
  const level = headingLevel(report)
  if (level === null || sections.length > MOST_SHARED_EDITS) return null
  const levelAfter = levelsAfter(report)
  for (const section of sections) {
    const isFollowedByDeeper = (levelAfter.get(section.heading[0]) ?? 0) > level
    if (!standsAlone(section, report) || leadsOthers(section, report) || isFollowedByDeeper) return null
  }
  const edits = sections.map((section): TextEdit => {
    return { range: section.heading, text: `${'#'.repeat(level)} ${nameOf(section, report)}` }
  })
  const [first] = sections
  const title =
    first && sections.length === 1
      ? `Make “${nameOf(first, report)}” a heading`
      : `Turn these ${sections.length} emphasised lines into headings`
  return fixWith({ title, safety: 'safe' }, edits)
}

/** The report's section level, but below that of the title; null if section headings are on the title's level. */
function headingLevel({ baseLevel, sections }: Report): number | null {
  if (baseLevel === 1 && sections.some(isHeading)) return null
  return Math.min(6, Math.max(2, baseLevel ?? 2))
}

function standsAlone({ heading: [start, end] }: Section, { text, lines }: Report): boolean {
  const line = lines.range(lines.place(start).line)
  return text.slice(line[0], start) === '' && text.slice(end, line[1]).trim() === ''
}

/** Whether other lines of emphasis follow, which may or may not be part of the section. */
function leadsOthers({ body }: Section, { text }: Report): boolean {
  return /(?:^|[\r\n])[ \t]*(?:\*\*|__)[^*_\r\n]{1,120}(?:\*\*|__)[ \t]*(?::[ \t]*)?(?:[\r\n]|$)/.test(
    text.slice(...body),
  )
}

/** For the offset of every line of emphasis: the level of the next heading, which might fall under it. */
function levelsAfter({ text, tree }: Report): ReadonlyMap<number, number> {
  const levels = new Map<number, number>()
  let next = 0
  for (const line of headingLines(tree, text).toReversed())
    if (isHeading(line)) next = line.level
    else levels.set(line.range[0], next)
  return levels
}

function nameOf({ title }: Section, { text }: Report): string {
  return text
    .slice(...title.range)
    .trim()
    .replace(/(?<!\s)\s*[:：]$/, '')
}
