import type { Schema } from '../../schema/schema.js'
import { groupBy } from '../../text/group-by.js'
import { type Bound, startOfFirst, takenIn } from './bound.js'
import type { Candidate } from './candidate.js'

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

/** A single line with a colon may be anything, but two with known labels are fields. */
const MIN_PLAIN_FIELDS = 2

/**
 * Binds the first field without emphasis of each section to which nothing else is bound: of a section of fields above the first
 * section, and of one on people above the first section that is not of fields, if it has only that field.
 * @param plain gives the fields without emphasis
 */
export function bindPlainFields(plain: () => readonly Candidate[], bound: Bound, schema: Schema): void {
  const taken = takenIn(bound)
  const open = schema.sections.filter(
    ({ id, content }) => !taken.has(id) && (content === 'fields' || content === 'people'),
  )
  if (open.length === 0) return
  const ofFields = new Set(schema.sections.filter(({ content }) => content === 'fields').map(({ id }) => id))
  const ends = {
    fields: startOfFirst(bound),
    people: startOfFirst(bound, (id) => !ofFields.has(id)),
  }
  const known = plain().filter(({ meaning }) => meaning.fieldSection !== null)
  const areFields = known.filter(({ line }) => line.range[0] < ends.fields).length >= MIN_PLAIN_FIELDS
  const fields = groupBy(known, ({ meaning }) => meaning.fieldSection)
  for (const { id, content } of open) {
    const end = content === 'people' ? ends.people : ends.fields
    const lines = (fields.get(id) ?? []).map(({ line }) => line).filter(({ range: [start] }) => start < end)
    const [first] = lines
    const isProved = content === 'people' ? lines.length === 1 : areFields
    if (first && isProved) bound.set(first, { id, also: [], support: 'alias' })
  }
}
