import { dateEdit } from '../drafting/date-edit.js'
import { certainDay } from '../report/event-date.js'
import type { Report } from '../report/report.js'
import type { FrontMatter } from '../source/front-matter.js'
import type { TextEdit } from '../text/edit.js'
import { type Lines, lineEnd } from '../text/lines.js'
import { dayFix, expectedDay } from './head-day.js'
import type { ReportRule } from './rule.js'

export const missingDate: ReportRule = {
  id: 'missing-date',
  severity: 'error',
  fixes: 'safe',
  *check(report) {
    const { frontMatter, headDate, eventDate } = report
    // A head that cannot be read, or is none, has a rule of its own.
    if (!frontMatter || frontMatter.errors.length > 0 || frontMatter.language !== null) return
    if (headDate.state !== 'missing' && headDate.state !== 'empty') return
    const found = headDate.state === 'empty' ? 'empty date in the front matter' : 'front matter without a date'
    const day = certainDay(eventDate)
    const edit = day && editFor(report, day)
    yield {
      range: headDate.range ?? [frontMatter.range[0], frontMatter.range[0] + 3],
      message: `Unexpected ${found}, expected ${expectedDay(report)}.`,
      data: { expected: day, actual: null },
      ...(day && edit && { fix: dayFix(day, 'safe', edit) }),
    }
  },
}

/** Into the empty value, or as a line of its own after the title; null where such a line would be no entry of the head. */
function editFor({ frontMatter, headDate, lines, text }: Report, day: string): TextEdit | null {
  if (headDate.range && headDate.range[0] < headDate.range[1]) return dateEdit(headDate.range, text, day)
  if (headDate.range) {
    const glue = /:$/.test(text.slice(0, headDate.range[0])) ? ' ' : ''
    const apart = text[headDate.range[1]] === '#' ? ' ' : ''
    return { range: headDate.range, text: glue + day + apart }
  }
  if (!frontMatter || !takesLines(frontMatter, lines)) return null
  const title = frontMatter.entries.get('title')?.value.range
  const at = title ? lines.after(lines.place(title[1]).line) : frontMatter.body[0]
  const line = frontMatter.format === 'toml' ? `date = ${day}` : `date: ${day}`
  return { range: [at, at], text: line + lineEnd(text) }
}

/** Whether a line among the others is an entry like them: not where they are set in, or stand in braces. */
function takesLines({ format, entries }: FrontMatter, lines: Lines): boolean {
  return format === 'toml' || [...entries.values()].every(({ key }) => lines.place(key.range[0]).column === 1)
}
