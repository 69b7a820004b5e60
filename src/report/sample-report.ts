import type { ProseLine } from '../markdown/prose.js'
import { unmarked } from '../markdown/unmarked.js'
import { type Pattern, schemaPattern } from '../schema/pattern.js'
import type { Schema } from '../schema/schema.js'
import { memoizeByObject } from '../text/memoize.js'
import type { Range } from '../text/range.js'

/** The least share of passages: fewer may be quoted, or be in a report on the sample's own event. */
const ENOUGH = 1 / 2

/**
 * The range of the template's sample report on a page, from the first of its passages to the last; null if fewer than half of the
 * schema's passages are there.
 */
export function readSampleReport(prose: readonly ProseLine[], { sampleReport }: Schema): Range | null {
  const passages = passagesOf(sampleReport)
  const found = new Map<Pattern, ProseLine>()
  for (const line of prose) {
    const text = unmarked(line.text)
    for (const passage of passages) if (!found.has(passage) && passage.test(text)) found.set(passage, line)
  }
  const starts = [...found.values()].map(({ start }) => start)
  const ends = [...found.values()].map(({ start, text }) => start + text.trimEnd().length)
  return found.size >= leastOf(sampleReport) ? [Math.min(...starts), Math.max(...ends)] : null
}

function leastOf(sampleReport: Schema['sampleReport']): number {
  return Math.max(1, Math.ceil(ENOUGH * sampleReport.length))
}

/** Passages of which at least one is on any page with the sample: the others are too few for it. For a cheap test. */
export function tellingPassages(sampleReport: Schema['sampleReport']): Schema['sampleReport'] {
  return sampleReport.slice(leastOf(sampleReport) - 1)
}

/** A schema's passages are prepared once. */
const passagesOf = memoizeByObject((sources: readonly string[]) => sources.map((source) => schemaPattern(source)))
