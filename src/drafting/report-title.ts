import type { Language, Schema } from '../schema/schema.js'

type Titles = Pick<Schema, 'titles'>

/** The beginning of a report's title: “Summary Report”, “Bài thu hoạch”. */
export function titleOpening(language: Language, { titles }: Titles): string {
  const words = titles[language][0] ?? 'report'
  return words.replace(language === 'en' ? /(?<![A-Za-zÀ-ỿ])[a-zà-ỹ]/g : /^[a-zà-ỹ]/, (letter) => letter.toUpperCase())
}

/** `Summary Report: “Name”` */
export function titleNaming(event: string, language: Language, schema: Titles): string {
  return `${titleOpening(language, schema)}: ${quotedName(event)}`
}

/** `“Name”`; a name that already has quotation marks gets no others. */
export function quotedName(event: string): string {
  return /["“”«»„]/.test(event) ? event : `“${event}”`
}
