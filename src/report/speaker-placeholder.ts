import { schemaPattern } from '../schema/pattern.js'
import type { Schema } from '../schema/schema.js'

/** Whether a text, which stands where a name should, is none: "TBD", "Speaker name". */
export type IsPlaceholder = (text: string) => boolean

/** Longer text is prose, which no placeholder is. */
const MAX_PLACEHOLDER = 300

/** What is no name by a schema's expressions; they are made ready once, however many reports are read by them. */
export function placeholdersOf(schema: Schema): IsPlaceholder {
  const known = prepared.get(schema)
  if (known) return known
  const patterns = schema.placeholders.people.map((source) => schemaPattern(`^(?:${source})$`))
  const made: IsPlaceholder = (text) => {
    const bare = text.replace(/^["“”'\s]+|(?<!["“”'\s.:;,])["“”'\s.:;,]+$/g, '')
    return (
      bare !== '' &&
      bare.length <= MAX_PLACEHOLDER &&
      patterns.some((pattern) => pattern.test(bare) || (text !== bare && pattern.test(text)))
    )
  }
  prepared.set(schema, made)
  return made
}

const prepared = new WeakMap<Schema, IsPlaceholder>()
