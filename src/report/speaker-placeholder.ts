import { schemaPattern } from '../schema/pattern.js'
import type { Schema } from '../schema/schema.js'
import { keptFor } from '../text/kept.js'

/** Whether a text, which stands where a name should, is none: "TBD", "Speaker name". */
export type IsPlaceholder = (text: string) => boolean

/** Longer text is prose, which no placeholder is. */
const MAX_PLACEHOLDER = 300

/** What is no name by a schema's expressions; they are made ready once, however many reports are read by them. */
export const placeholdersOf = keptFor((schema: Schema): IsPlaceholder => {
  const patterns = schema.placeholders.people.map((source) => schemaPattern(`^(?:${source})$`))
  return (text) => {
    const bare = text.replace(/^["“”'\s]+|(?<!["“”'\s.:;,])["“”'\s.:;,]+$/g, '')
    return (
      bare !== '' &&
      bare.length <= MAX_PLACEHOLDER &&
      patterns.some((pattern) => pattern.test(bare) || (text !== bare && pattern.test(text)))
    )
  }
})
