import type { Language, Schema } from '../schema/schema.js'
import { headLines } from './head.js'
import { printMarkdown } from './print.js'
import { titleNaming } from './report-title.js'
import { stubOf } from './stub.js'

/** What a new report is about, and where it stands in its site. */
export interface NewReport {
  readonly language: Language
  /** The name of the event. */
  readonly name: string
  /** ISO. */
  readonly date: string
  /** What the page is called in the menu. */
  readonly menuTitle: string
  readonly number: number
  /** The number of the chapter that the events stand in; null where the site numbers none. */
  readonly chapter: number | null
  /** The heading level of its sections. */
  readonly level: number
}

/** The text of a report to be filled in: the head, the title, and a stub for every section that the schema requires. */
export function scaffold(report: NewReport, schema: Schema): string {
  const { language, name, date, level } = report
  const required = schema.sections
    .filter(({ required }) => required)
    .toSorted((a, b) => (a.order ?? Number.POSITIVE_INFINITY) - (b.order ?? Number.POSITIVE_INFINITY))
  const body = printMarkdown([
    { type: 'heading', depth: 1, children: [{ type: 'text', value: titleNaming(name, language, schema) }] },
    ...required.flatMap((spec) => stubOf(spec, language, level, { name, date, people: [] })),
  ])
  const head = headLines({ ...report, title: report.menuTitle })
  return [...head, '', body, ''].join('\n')
}
