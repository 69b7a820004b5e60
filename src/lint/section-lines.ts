import type { Report } from '../report/report.js'

/** The 1-based lines of the headings that are bound to sections of the schema, each with the ids of these, joined by commas. */
export type SectionLines = readonly (readonly [line: number, ids: string])[]

export function sectionLinesOf({ sections, lines }: Pick<Report, 'sections' | 'lines'>): SectionLines {
  return sections.flatMap(({ id, also, heading, form }) =>
    id === null || form === 'inline' ? [] : [[lines.place(heading[0]).line, [id, ...also].join()] as const],
  )
}
