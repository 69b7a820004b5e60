import type { Schema } from '../schema/schema.js'
import type { Report } from './report.js'
import { plainTitle } from './sections/heading-title.js'

/** The number of sections in all reports that have the schema's canonical title, apart from case, numbering and emphasis. */
export function canonicalTitles(reports: readonly Report[], schema: Schema): number {
  const titles = new Map(schema.sections.map(({ id, title }) => [id, title]))
  return reports
    .flatMap(({ sections, language }) =>
      sections.map(({ id, title }) => ({ own: titles.get(id ?? '')?.[language], title })),
    )
    .filter(({ own, title }) => own !== undefined && plainTitle(own).main === plainTitle(title.value).main).length
}
