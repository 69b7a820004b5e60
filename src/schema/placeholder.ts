import { memoizeByObject } from '../text/memoize.js'
import { joinedSources, schemaPattern } from './pattern.js'
import type { Schema } from './schema.js'

/** Whether a text as a whole is a placeholder: "TBD", "Coming soon…". */
export type IsPlaceholder = (text: string) => boolean

/** The tests for placeholders of one schema: of a section's text, and of a speaker's name. */
export interface Placeholders {
  readonly isText: IsPlaceholder
  readonly isName: IsPlaceholder
}

/** In characters; a longer text is prose. */
const MAX_PLACEHOLDER = 300

/** The tests for placeholders of a schema, prepared once. */
export const placeholdersOf = memoizeByObject(({ placeholders: { texts, people } }: Schema): Placeholders => {
  const isText = anyOf(texts)
  const isPerson = anyOf(people)
  return { isText, isName: (text) => isText(text) || isPerson(text) }
})

function anyOf(sources: readonly string[]): IsPlaceholder {
  const patterns = joinedSources(sources).map((source) => schemaPattern(`^(?:${source})$`))
  return (text) => {
    const bare = text.replace(/^["“”'\s]+|(?<!["“”'\s.…!:;,])["“”'\s.…!:;,]+$/g, '')
    return (
      bare !== '' &&
      bare.length <= MAX_PLACEHOLDER &&
      patterns.some((pattern) => pattern.test(bare) || (text !== bare && pattern.test(text)))
    )
  }
}
