import { LANGUAGES, type Schema } from '../../schema/schema.js'
import { memoizeByObject } from '../../text/memoize.js'
import { plainTitle } from './heading-title.js'

/** How the titles of reports begin by a schema, in either language, as `plainTitle` leaves it; the longest come first. */
const openingsOf = memoizeByObject(({ titles }: Schema): readonly string[] =>
  LANGUAGES.flatMap((language) => titles[language].map((title) => plainTitle(title).main)).sort(
    (a, b) => b.length - a.length,
  ),
)

/**
 * The words that a title begins with as the titles of reports do: a sign parts them from the rest, or a blank where they are
 * several. null where there are none.
 * @param title in lower case and composed letters
 */
export function openingOf(title: string, schema: Schema): string | null {
  return openingsOf(schema).find((words) => opens(words, title)) ?? null
}

function opens(words: string, title: string): boolean {
  if (!title.startsWith(words)) return false
  const rest = title.slice(words.length)
  return rest === '' || /^\s*[:–—|-]/.test(rest) || (words.includes(' ') && rest.startsWith(' '))
}
