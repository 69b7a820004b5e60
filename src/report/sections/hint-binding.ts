import type { Schema } from '../../schema/schema.js'
import { addTo, type Groups } from '../../text/group-by.js'
import { type Bound, takenIn } from './bound.js'
import type { HeadingLine } from './headings.js'
import { hinterOf } from './hint.js'

/** Binds unknown titles on the section level by their hints, if nothing else is bound to the section. */
export function bindHinted(bound: Bound, schema: Schema): void {
  const taken = takenIn(bound)
  const claims: Groups<string, HeadingLine> = new Map()
  for (const [line, proposal] of bound) {
    const id = proposal ? null : hinterOf(schema)(line.title).best
    if (id !== null && !taken.has(id)) addTo(claims, id, line)
  }
  for (const [id, [line, another]] of claims) if (line && !another) bound.set(line, { id, also: [], support: 'words' })
}

/** With more sections missing in one place, the titles there are not the schema's. */
const MAX_MISSING = 2

/**
 * Binds an unknown title to the one required section at which it hints of those that are missing where it stands, between the sections
 * before them and those after, if no other unknown title is there.
 */
export function bindInPlace(bound: Bound, schema: Schema): void {
  const taken = takenIn(bound)
  const missing = schema.sections.filter(({ id, required, order }) => required && order !== null && !taken.has(id))
  if (missing.length === 0) return
  const orders = new Map(schema.sections.map(({ id, order }) => [id, order]))
  // Sections outside the order, such as photos, may be anywhere.
  const inOrder = [...bound]
    .map(([line, proposal]) => ({ line, order: proposal && (orders.get(proposal.id) ?? null), isUnknown: !proposal }))
    .filter(({ order, isUnknown }) => isUnknown || order !== null)
    .sort((a, b) => a.line.range[0] - b.line.range[0])
  for (const [at, { line, isUnknown }] of inOrder.entries()) {
    const [before, after] = [inOrder[at - 1], inOrder[at + 1]]
    if (!isUnknown || before?.isUnknown || after?.isUnknown) continue
    const [from, to] = [before?.order ?? Number.NEGATIVE_INFINITY, after?.order ?? Number.POSITIVE_INFINITY]
    const fitting = missing.filter(({ order }) => order !== null && from < order && order < to)
    if (fitting.length > MAX_MISSING) continue
    const [spec, another] = fitting.filter(({ id }) => hinterOf(schema)(line.title).mayMean(id))
    if (spec && !another) bound.set(line, { id: spec.id, also: [], support: 'words' })
  }
}
