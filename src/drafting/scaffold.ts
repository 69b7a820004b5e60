import type { Language, Schema } from '../schema/schema.js'
import { frontMatterLines } from './front-matter.js'
import { printMarkdown } from './print.js'
import { titleNaming } from './report-title.js'
import { stubOf } from './stub.js'

/** What a new report is about, and its place in the site. */
export interface NewReport {
  readonly language: Language
  /** The name of the event. */
  readonly name: string
  /** ISO. */
  readonly date: string
  /** The name of the page in the menu. */
  readonly menuTitle: string
  readonly number: number
  /** The number of the chapter with the events; null if the site does not number its chapters. */
  readonly chapter: number | null
  /** The heading level of its sections. */
  readonly level: number
}

/** The text of a report to fill in: front matter, title, and a stub for every required section of the schema. */
export function scaffold(report: NewReport, schema: Schema): string {
  const { language, name, date, level } = report
  const required = schema.sections
    .filter(({ required }) => required)
    .toSorted((a, b) => (a.order ?? Number.POSITIVE_INFINITY) - (b.order ?? Number.POSITIVE_INFINITY))
  const body = printMarkdown([
    { type: 'heading', depth: 1, children: [{ type: 'text', value: titleNaming(name, language, schema) }] },
    ...required.flatMap((spec) => stubOf(spec, language, level, { name, date, people: [] })),
  ])
  const frontMatter = frontMatterLines({ ...report, title: report.menuTitle })
  return [...frontMatter, '', body, ''].join('\n')
}
