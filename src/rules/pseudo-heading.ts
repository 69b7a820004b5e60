import type { Report } from '../report/report.js'
import type { Section } from '../report/section.js'
import type { Fix, ReportRule } from './rule.js'

export const pseudoHeading: ReportRule = {
  id: 'pseudo-heading',
  severity: 'warning',
  fixes: 'safe',
  *check(report, schema) {
    for (const section of report.sections) {
      const spec = schema.sections.find(({ id }) => id === section.id)
      if (!spec || section.form !== 'bold') continue
      yield {
        range: section.heading,
        message: `Unexpected line of emphasis “${section.title.value}” in the place of a heading, expected a heading that readers and tools can find.`,
        data: { section: spec.id },
        ...heading(section, report),
      }
    }
  },
}

/** Only a line that stands alone, and only where no other such line follows that would fall under the new heading. */
function heading({ heading: [start, end], title, body, level }: Section, report: Report): { fix?: Fix } {
  const { text, lines, baseLevel } = report
  const line = lines.range(lines.place(start).line)
  const standsAlone = text.slice(line[0], start) === '' && text.slice(end, line[1]).trim() === ''
  const leadsOthers = /(?:^|[\r\n])[ \t]*(?:\*\*|__)[^*_\r\n]{1,120}(?:\*\*|__)[ \t]*(?::[ \t]*)?(?:[\r\n]|$)/.test(
    text.slice(...body),
  )
  if (!standsAlone || leadsOthers) return {}
  const marks = '#'.repeat(Math.min(6, baseLevel ?? level))
  const name = text
    .slice(...title.range)
    .trim()
    .replace(/(?<!\s)\s*[:：]$/, '')
  return {
    fix: {
      title: `Make “${name}” a heading`,
      safety: 'safe',
      edits: [{ range: [start, end], text: `${marks} ${name}` }],
    },
  }
}
