import { LANGUAGES, type Schema } from '../../schema/schema.js'
import { memoizeByObject } from '../../text/memoize.js'
import { plainTitle } from './heading-title.js'

/** The words that titles of reports begin with, in both languages, reduced by `plainTitle`; the longest come first. */
const openingsOf = memoizeByObject(({ titles }: Schema): readonly string[] =>
  LANGUAGES.flatMap((language) => titles[language].map((title) => plainTitle(title).main)).sort(
    (a, b) => b.length - a.length,
  ),
)

/**
 * The opening words of the title of a report ("summary report"). A colon, bar or dash has to follow them, or a space if they are
 * several words, unless they are the whole title.
 * @param title in lower case and composed letters
 * @returns null if the title does not begin so
 */
export function openingOf(title: string, schema: Schema): string | null {
  return openingsOf(schema).find((words) => opens(words, title)) ?? null
}

function opens(words: string, title: string): boolean {
  if (!title.startsWith(words)) return false
  const rest = title.slice(words.length)
  // "Event summary and highlights" is a section.
  const isFollowed = rest.startsWith(' ') && !rest.startsWith(' and ')
  return rest === '' || /^\s*[:–—|-]/.test(rest) || (words.includes(' ') && isFollowed)
}

/**
 * The length of the words that titles of reports begin with, where they end the title instead, with what sets them off: "Mesh Day –
 * Summary Report", "Mesh Day (Report)". Several words need nothing between: "Mesh Day Summary Report".
 * @param title in lower case and composed letters
 * @returns 0 if the title does not end so
 */
export function closingLength(title: string, schema: Schema): number {
  for (const words of openingsOf(schema)) {
    const bracketed = title.endsWith(`(${words})`)
    if (!bracketed && !title.endsWith(words)) continue
    const before = title.slice(0, -words.length - (bracketed ? 2 : 0))
    const sign = /\s{0,3}(?:[–—|-]\s{1,3}|\s)$/.exec(before)?.[0] ?? ''
    const isSetOff = bracketed || /\S/.test(sign) || (sign !== '' && words.includes(' '))
    if (isSetOff && before.length > sign.length) return title.length - before.length + sign.length
  }
  return 0
}
