import type { RootContent } from 'mdast'
import { certainDay } from '../report/event-date.js'
import { placeFor } from '../report/placement.js'
import { printMarkdown } from '../report/print.js'
import type { Report } from '../report/report.js'
import type { SectionSpec } from '../schema/schema.js'
import { lineEnd } from '../text/lines.js'
import type { Fix, ReportRule } from './rule.js'

export const missingSection: ReportRule = {
  id: 'missing-section',
  severity: 'error',
  fixes: 'unsafe',
  *check(report) {
    const present = new Set(report.slots.filter(({ sections }) => sections.length > 0).map(({ spec }) => spec.id))
    for (const { spec, sections } of report.slots) {
      if (!spec.required || sections.length > 0 || spec.servedBy.some((id) => present.has(id))) continue
      const title = spec.title[report.language]
      yield {
        range: report.title?.range ?? startOfBody(report),
        message: `Unexpected report without a section “${title}”, expected one with ${spec.purpose.en}.`,
        data: { section: spec.id },
        ...stub(report, spec),
      }
    }
  },
}

function startOfBody(report: Report): [number, number] {
  const start = report.frontMatter ? report.lines.after(report.lines.place(report.frontMatter.range[1]).line) : 0
  return [start, start]
}

/** The heading with a comment that says what belongs there, at the section's place in the order. */
function stub(report: Report, spec: SectionSpec): { fix?: Fix } {
  const place = placeFor(spec, report)
  if (!place) return {}
  const title = spec.title[report.language]
  const depth = Math.min(Math.max(report.baseLevel ?? 2, 1), 6) as 1 | 2 | 3 | 4 | 5 | 6
  const heading: RootContent = { type: 'heading', depth, children: [{ type: 'text', value: title }] }
  const fields = spec.content === 'fields' ? knownFields(report) : []
  const hint: RootContent = { type: 'html', value: `<!-- ${spec.purpose[report.language]} -->` }
  const markdown = printMarkdown(
    fields.length > 0 ? [heading, { type: 'list', spread: false, children: fields }] : [heading, hint],
  )
  const eol = lineEnd(report.text)
  const { at, needsBreak } = place
  const before = needsBreak === 0 ? '' : eol.repeat(needsBreak)
  const after = at < report.text.length ? eol.repeat(2) : eol
  return {
    fix: {
      title: `Add a section “${title}” to be filled in`,
      safety: 'unsafe',
      edits: [{ range: [at, at], text: before + markdown.replaceAll('\n', eol) + after }],
    },
  }
}

/** What the report itself says elsewhere about the event. */
function knownFields(report: Report) {
  const date = certainDay(report.eventDate) ?? (report.headDate.weak ? null : report.headDate.value)
  const labels = report.language === 'vi' ? { name: 'Tên sự kiện', date: 'Ngày' } : { name: 'Event name', date: 'Date' }
  const known: [string, string | null | undefined][] = [
    [labels.name, report.eventName?.value],
    [labels.date, date],
  ]
  return known.flatMap(([label, value]) =>
    value
      ? [
          {
            type: 'listItem' as const,
            spread: false,
            children: [
              {
                type: 'paragraph' as const,
                children: [
                  { type: 'strong' as const, children: [{ type: 'text' as const, value: `${label}:` }] },
                  { type: 'text' as const, value: ` ${value}` },
                ],
              },
            ],
          },
        ]
      : [],
  )
}
