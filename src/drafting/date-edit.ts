import type { TextEdit } from '../text/edit.js'
import type { Range } from '../text/range.js'

/**
 * Puts a day in the place of the date in a front matter. Quotation marks stay; so does a time that belongs to an ISO date.
 * @param range the value as written, quotes included
 * @param day ISO
 */
export function dateEdit(range: Range, text: string, day: string): TextEdit {
  const written = text.slice(...range)
  const iso = /^(["']?)\d{4}-\d{2}-\d{2}(?=[T ]|\1$)/.exec(written)
  if (iso) return { range: [range[0] + (iso[1]?.length ?? 0), range[0] + iso[0].length], text: day }
  const quote = /^["']/.exec(written)?.[0] ?? ''
  return { range, text: quote + day + quote }
}
