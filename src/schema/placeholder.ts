import { memoizeByObject } from '../text/memoize.js'
import { joinedSources, schemaPattern } from './pattern.js'
import type { Schema } from './schema.js'

/** Whether a text, which stands where something else should, says no more than that: "TBD", "Coming soon…". */
export type IsPlaceholder = (text: string) => boolean

/** What a schema takes for the placeholder of a section's text, and of a name. */
export interface Placeholders {
  readonly isText: IsPlaceholder
  readonly isName: IsPlaceholder
}

/** Longer text is prose, which no placeholder is. */
const MAX_PLACEHOLDER = 300

/** The expressions of a schema are made ready once, however many reports are read by them. */
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
