import type { ProseLine } from '../markdown/prose.js'
import { unmarked } from '../markdown/unmarked.js'
import { joinedSources, schemaPattern } from '../schema/pattern.js'
import type { Schema } from '../schema/schema.js'
import { memoizeByObject } from '../text/memoize.js'
import type { Image } from './images.js'
import { tellingPassages } from './sample-report.js'

/** Whether a page may hold anything that a template leaves behind by the schema. Most hold nothing, and are asked once. */
export function mayHoldTemplate(prose: readonly ProseLine[], images: readonly Image[], schema: Schema): boolean {
  const said = [...prose.map(({ text }) => text), ...images.flatMap(({ alt, url }) => [alt, url])]
  return wordsOf(schema).areToldByLine || mayBeTemplate(unmarked(said.join('\n')), schema)
}

/** Whether something that a template leaves behind may stand in a text without marks of emphasis. */
export function mayBeTemplate(text: string, schema: Schema): boolean {
  return wordsOf(schema).anywhere.some((expression) => expression.test(text))
}

/** What stands near the start of a line is looked for anywhere: that is sooner found. */
const wordsOf = memoizeByObject(({ leftovers, sampleReport }: Schema) => {
  const patterns = [...leftovers.map(({ pattern }) => pattern), ...tellingPassages(sampleReport)]
  return {
    anywhere: joinedSources(patterns).map((pattern) => schemaPattern(pattern, 'm')),
    /** Whether that can be asked of single lines only: a pattern may tell the end of a line from that of a text. */
    areToldByLine: patterns.some(looksForLineEnds),
  }
})

/** Whether a pattern looks around for what a line end may be, and so may tell the end of a line from that of a text. */
function looksForLineEnds(pattern: string): boolean {
  return /\(\?<?[=!]/.test(pattern.replace(LOOKS_FOR_LISTED, ''))
}

/** A look around for characters that are listed, one by one or in classes: none of them is a line end. */
const LOOKS_FOR_LISTED =
  /\(\?<?[=!](?:\\[bdw]|\\[^\w\s]|[^\\()[\].\r\n]|\[(?!\^)(?:\\[dw]|\\[^\w\s]|[^\\\]\r\n]){0,200}\]){0,200}\)/g
