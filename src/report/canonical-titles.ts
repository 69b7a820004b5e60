import type { Schema } from '../schema/schema.js'
import type { Report } from './report.js'
import { plainTitle } from './sections/heading-title.js'

/** How many of the reports' sections have the very title that the schema gives them. */
export function canonicalTitles(reports: readonly Report[], schema: Schema): number {
  const titles = new Map(schema.sections.map(({ id, title }) => [id, title]))
  return reports
    .flatMap(({ sections, language }) =>
      sections.map(({ id, title }) => ({ own: titles.get(id ?? '')?.[language], title })),
    )
    .filter(({ own, title }) => own !== undefined && plainTitle(own).main === plainTitle(title.value).main).length
}
