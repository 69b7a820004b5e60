import type { Report } from '../report/report.js'
import type { FrontMatter } from '../source/head/front-matter.js'
import type { TextEdit } from '../text/edit.js'
import { type Lines, lineEnd } from '../text/lines.js'
import type { Range } from '../text/range.js'

/** Where a day is written, and what goes around it: plain data. */
export interface DateBlank {
  readonly range: Range
  readonly before: string
  readonly after: string
}

/** @param day ISO */
export function filledIn({ range, before, after }: DateBlank, day: string): TextEdit {
  return { range, text: before + day + after }
}

/** What a fix does that writes a day. @param day ISO */
export function settingDay(day: string, edit: TextEdit): { title: string; edits: [TextEdit] } {
  return { title: `Set the date to ${day}`, edits: [edit] }
}

/**
 * Puts a day in the place of the date in a front matter. Quotation marks stay; so does a time that belongs to an ISO date.
 * @param range the value as written, quotes included
 * @param day ISO
 */
export function dateEdit(range: Range, text: string, day: string): TextEdit {
  return filledIn(blankOf(range, text), day)
}

/**
 * The place of the date in a report's front matter: that of its value, else a line of its own after the title. Null where there is
 * no front matter, and where such a line would be no entry of it.
 */
export function dateBlank({ frontMatter, headDate: { range }, lines, text }: Report): DateBlank | null {
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

/** Whether a line among the others is an entry like them: not where they are set in, or stand in braces. */
function takesLines({ format, entries, body }: FrontMatter, lines: Lines, text: string): boolean {
  if (format === 'toml') return true
  // Without an entry there may be braces.
  if (entries.size === 0) return text.slice(...body).trim() === ''
  return [...entries.values()].every(({ key }) => lines.place(key.range[0]).column === 1)
}
