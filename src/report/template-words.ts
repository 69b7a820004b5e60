import type { ProseLine } from '../markdown/prose.js'
import { unmarked } from '../markdown/unmarked.js'
import { joinedSources, schemaPattern, withoutOptionalStart } from '../schema/pattern.js'
import type { Schema } from '../schema/schema.js'
import { memoizeByObject } from '../text/memoize.js'
import type { Image } from './images.js'
import { tellingPassages } from './sample-report.js'

/** Whether a page may hold any text of the template: a quick test of the whole page, as most hold none. */
export function mayHoldTemplate(prose: readonly ProseLine[], images: readonly Image[], schema: Schema): boolean {
  const texts = [...prose.map(({ text }) => text), ...images.flatMap(({ alt, url }) => [alt, url])]
  return wordsOf(schema).needsLineEnds || mayBeTemplate(unmarked(texts.join('\n')), schema)
}

/** Whether a text may hold any text of the template. @param text without marks of emphasis */
export function mayBeTemplate(text: string, schema: Schema): boolean {
  return wordsOf(schema).anywhere.some((expression) => expression.test(text))
}

/** The expressions for the quick test. They ignore `within` and optional words at the start, as the rest by itself is found faster. */
const wordsOf = memoizeByObject(({ leftovers, sampleReport }: Schema) => {
  const patterns = [...leftovers.map(({ pattern }) => withoutOptionalStart(pattern)), ...tellingPassages(sampleReport)]
  return {
    anywhere: joinedSources(patterns).map((pattern) => schemaPattern(pattern, 'm')),
    /** Whether lines have to be tested one by one, since a pattern may distinguish the end of a line from the end of the text. */
    needsLineEnds: patterns.some(looksForLineEnds),
  }
})

/** Whether a lookaround of a pattern may match a line end, and so distinguish the end of a line from the end of the text. */
function looksForLineEnds(pattern: string): boolean {
  return /\(\?<?[=!]/.test(pattern.replace(LOOKS_FOR_LISTED, ''))
}

/** A lookaround for listed characters, single ones or in classes, none of which is a line end. */
const LOOKS_FOR_LISTED =
  /\(\?<?[=!](?:\\[bdw]|\\[^\w\s]|[^\\()[\].\r\n]|\[(?!\^)(?:\\[dw]|\\[^\w\s]|[^\\\]\r\n]){0,200}\]){0,200}\)/g
