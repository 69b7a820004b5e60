import type { Language, Schema } from '../schema/schema.js'

type Titles = Pick<Schema, 'titles'>

/** How the title of a report begins: “Summary Report”, “Bài thu hoạch”. */
export function titleOpening(language: Language, { titles }: Titles): string {
  const words = titles[language][0] ?? 'report'
  return words.replace(language === 'en' ? /(?<![A-Za-zÀ-ỿ])[a-zà-ỹ]/g : /^[a-zà-ỹ]/, (letter) => letter.toUpperCase())
}

/**
 * Whether a title begins with words that the titles of reports begin with: a sign parts them from the rest, or a blank
 * where they are several. Both in lower case.
 */
export function opensTitle(words: string, title: string): boolean {
  if (!title.startsWith(words)) return false
  const rest = title.slice(words.length)
  return rest === '' || /^\s*[:–—|-]/.test(rest) || (words.includes(' ') && rest.startsWith(' '))
}

/** `Summary Report: “Name”`; a name that has quotation marks of its own gets no others. */
export function titleNaming(event: string, language: Language, schema: Titles): string {
  return `${titleOpening(language, schema)}: ${/["“”«»„]/.test(event) ? event : `“${event}”`}`
}
