import type { Report } from '../report/report.js'
import type { FrontMatter } from '../source/front-matter/front-matter.js'
import type { TextEdit } from '../text/edit.js'
import { type Lines, lineEnd } from '../text/lines.js'
import type { Range } from '../text/range.js'

/** A place where a date can be written, with the text around it: plain data. */
export interface DateBlank {
  readonly range: Range
  readonly before: string
  readonly after: string
}

/** The edit that writes a date into its place. @param day ISO */
export function filledIn({ range, before, after }: DateBlank, day: string): TextEdit {
  return { range, text: before + day + after }
}

/** The title and the edit of a fix that sets a date. @param day ISO */
export function settingDay(day: string, edit: TextEdit): { title: string; edits: [TextEdit] } {
  return { title: `Set the date to ${day}`, edits: [edit] }
}

/**
 * The edit that replaces the date in the front matter. Quotation marks stay, and so does the time of an ISO date.
 * @param range of the value as written, with its quotes
 * @param day ISO
 */
export function dateEdit(range: Range, text: string, day: string): TextEdit {
  return filledIn(blankOf(range, text), day)
}

/**
 * The place for the date in a report's front matter: its value or, if it has none, a new line after the title. Null if there is no
 * front matter, or if a new line would not be an entry of it.
 */
export function dateBlank({ frontMatter, frontMatterDate: { range }, lines, text }: Report): DateBlank | null {
  if (range && range[0] < range[1]) return blankOf(range, text)
  if (range) {
    const sign = text[range[0] - 1] ?? ''
    const before = sign === ':' ? ' ' : /\S/.test(sign) ? ': ' : ''
    const after = text[range[1]] === '#' ? ' ' : ''
    return { range, before, after }
  }
  if (!frontMatter || !takesLines(frontMatter, lines, text)) return null
  const title = frontMatter.entries.get('title')?.value.range
  const at = title ? lines.after(lines.place(title[1]).line) : frontMatter.body[0]
  const before = frontMatter.format === 'toml' ? 'date = ' : 'date: '
  return { range: [at, at], before, after: lineEnd(text) }
}

function blankOf(range: Range, text: string): DateBlank {
  const written = text.slice(...range)
  const iso = /^(["']?)\d{4}-\d{2}-\d{2}(?=[T ]|\1$)/.exec(written)
  if (iso) return { range: [range[0] + (iso[1]?.length ?? 0), range[0] + iso[0].length], before: '', after: '' }
  const quote = /^["']/.exec(written)?.[0] ?? ''
  return { range, before: quote, after: quote }
}

/** Whether a new line would be an entry of the front matter: not if the others are indented or in braces. */
function takesLines({ format, entries, body }: FrontMatter, lines: Lines, text: string): boolean {
  if (format === 'toml') return true
  // Without an entry there may be braces.
  if (entries.size === 0) return text.slice(...body).trim() === ''
  return [...entries.values()].every(({ key }) => lines.place(key.range[0]).column === 1)
}
