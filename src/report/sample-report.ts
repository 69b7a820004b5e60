import type { ProseLine } from '../markdown/prose.js'
import { joinedSources, type Pattern, schemaPattern } from '../schema/pattern.js'
import type { Schema } from '../schema/schema.js'
import { keptFor } from '../text/kept.js'
import type { Range } from '../text/range.js'

/** So much of the sample is no quotation, and no report on the event that the sample is about. */
const ENOUGH = 1 / 2

/**
 * Where the sample report of a template stands on a page, from the first of its passages to the last; null where there is none, or
 * only some passages.
 * @param shown the text as far as the page shows it
 */
export function readSampleReport(prose: readonly ProseLine[], shown: string, schema: Schema): Range | null {
  const { each, least, mayHoldEnough } = passagesOf(schema.sampleReport)
  if (!mayHoldEnough(shown.normalize('NFC'))) return null
  const found = new Map<Pattern, ProseLine>()
  for (const line of prose) {
    const text = line.text.normalize('NFC')
    for (const passage of each) if (!found.has(passage) && passage.test(text)) found.set(passage, line)
  }
  const starts = [...found.values()].map(({ start }) => start)
  const ends = [...found.values()].map(({ start, text }) => start + text.trimEnd().length)
  return found.size >= least ? [Math.min(...starts), Math.max(...ends)] : null
}

interface Passages {
  readonly each: readonly Pattern[]
  /** How many of them make a sample report. */
  readonly least: number
  /** False where fewer can be found in a text. Most hold none, and are asked once. */
  mayHoldEnough(text: string): boolean
}

/** A schema's passages are prepared once. */
const passagesOf = keptFor((sources: readonly string[]): Passages => {
  const least = Math.max(1, Math.ceil(sources.length * ENOUGH))
  // Of so many, one at least is not among the first.
  const anywhere = joinedSources(sources.slice(least - 1)).map((source) => schemaPattern(source))
  return {
    each: sources.map((source) => schemaPattern(source)),
    least,
    mayHoldEnough: (text) => anywhere.some((expression) => expression.test(text)),
  }
})
