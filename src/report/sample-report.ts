import type { ProseLine } from '../markdown/prose.js'
import { type Pattern, schemaPattern } from '../schema/pattern.js'
import type { Schema } from '../schema/schema.js'
import { keptFor } from '../text/kept.js'
import type { Range } from '../text/range.js'
import { plain } from './template-words.js'

/** So much of the sample is no quotation, and no report on the event that the sample is about. */
const ENOUGH = 1 / 2

/**
 * Where the sample report of a template stands on a page, from the first of its passages to the last; null where there is none, or
 * only some passages.
 */
export function readSampleReport(prose: readonly ProseLine[], { sampleReport }: Schema): Range | null {
  const passages = passagesOf(sampleReport)
  const found = new Map<Pattern, ProseLine>()
  for (const line of prose) {
    const text = plain(line.text)
    for (const passage of passages) if (!found.has(passage) && passage.test(text)) found.set(passage, line)
  }
  const starts = [...found.values()].map(({ start }) => start)
  const ends = [...found.values()].map(({ start, text }) => start + text.trimEnd().length)
  return found.size >= Math.max(1, ENOUGH * passages.length) ? [Math.min(...starts), Math.max(...ends)] : null
}

/** A schema's passages are prepared once. */
const passagesOf = keptFor((sources: readonly string[]) => sources.map((source) => schemaPattern(source)))
