import type { Report } from '../report/report.js'

/** The sections of a report that are known: the lines of their headings, 1-based, each with the ids of what it names. */
export type SectionLines = readonly (readonly [line: number, ids: string])[]

export function sectionLinesOf({ sections, lines }: Pick<Report, 'sections' | 'lines'>): SectionLines {
  return sections.flatMap(({ id, also, heading, form }) =>
    id === null || form === 'inline' ? [] : [[lines.place(heading[0]).line, [id, ...also].join()] as const],
  )
}
