import type { Schema } from '../../schema/schema.js'
import { addTo, type Groups, groupBy } from '../../text/group-by.js'
import { type Bound, startOfFirst, takenIn } from './bound.js'
import type { Candidate } from './candidate.js'
import type { HeadingLine } from './headings.js'

/** Binds the first bare field of each section to which nothing else is bound. */
export function bindFields(fields: readonly Candidate[], bound: Bound, schema: Schema): void {
  const taken = takenIn(bound)
  const firstSection = startOfFirst(bound)
  const sectionOf = ({ line, meaning }: Candidate): string | null =>
    (line.range[0] < firstSection ? meaning.fieldSection : null) ??
    (meaning.proposal?.support === 'alias' ? meaning.proposal.id : null)
  const bySection = groupBy(fields, sectionOf)
  for (const field of fields) {
    const id = sectionOf(field)
    const spec = schema.sections.find((section) => section.id === id)
    if (id === null || !spec || spec.order === null || taken.has(id)) continue
    // Several fields of another section may be those of single talks.
    if (spec.content !== 'fields' && bySection.get(id)?.length !== 1) continue
    taken.add(id)
    bound.set(field.line, { id, also: [], support: 'alias' })
  }
}

/** A single line with a colon may be anything, but two with labels of one section are its fields. */
const MIN_PLAIN_FIELDS = 2

/**
 * Binds the first field without emphasis of each section of fields to which nothing else is bound, above the first section.
 * @param plain gives the fields without emphasis
 */
export function bindPlainFields(plain: () => readonly Candidate[], bound: Bound, schema: Schema): void {
  const taken = takenIn(bound)
  if (schema.sections.every(({ id, content }) => content !== 'fields' || taken.has(id))) return
  const firstSection = startOfFirst(bound)
  const fields: Groups<string, HeadingLine> = new Map()
  for (const { line, meaning } of plain())
    if (meaning.fieldSection !== null && line.range[0] < firstSection) addTo(fields, meaning.fieldSection, line)
  for (const [id, lines] of fields)
    if (!taken.has(id) && lines.length >= MIN_PLAIN_FIELDS) bound.set(lines[0], { id, also: [], support: 'alias' })
}
