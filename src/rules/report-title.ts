import type { Report } from '../report/report.js'
import { lineEnd } from '../text/lines.js'
import type { Problem, ReportRule } from './rule.js'

export const reportTitle: ReportRule = {
  id: 'report-title',
  severity: 'warning',
  fixes: 'unsafe',
  *check(report, schema) {
    const words = report.language === 'vi' ? schema.titles.vi[0] : schema.titles.en[0]
    const form = `“# ${capitalized(words ?? 'report')}: name of the event”`
    const { title, eventName } = report
    if (!title) yield missing(report, form, capitalized(words ?? 'report'))
    else if (title.level > 1)
      yield {
        range: title.range,
        message: `Unexpected title on level ${title.level}, expected it on level 1: ${form}.`,
        ...(report.text.startsWith('#'.repeat(title.level), title.range[0]) && {
          fix: {
            title: 'Set the title to level 1',
            safety: 'unsafe',
            edits: [{ range: [title.range[0], title.range[0] + title.level - 1], text: '' }],
          },
        }),
      }
    else if (!eventName)
      yield { range: title.range, message: `Unexpected title “${title.text}” that names no event, expected ${form}.` }
  },
}

function missing(report: Report, form: string, words: string): Problem {
  const { frontMatter, lines, text } = report
  const at = frontMatter ? lines.after(lines.place(frontMatter.range[1]).line) : 0
  const message = `Unexpected report without a title, expected ${form} as its first line.`
  const entry = frontMatter?.entries.get('title')?.value.value
  // "Event 3" is the page's name in the menu, not the name of an event.
  const name = typeof entry === 'string' ? entry.replace(/^\s*(?:event|sự kiện)\s*\d+\s*[:–-]?\s*/i, '').trim() : ''
  if (name === '' || /[\r\n]/.test(name)) return { range: [at, at], message }
  const eol = lineEnd(text)
  const lead = frontMatter && at === frontMatter.range[1] ? eol : ''
  const isApart = /^[ \t]*(?:\r?\n|$)/.test(text.slice(at))
  return {
    range: [at, at],
    message,
    fix: {
      title: `Add the title “${words}: ${name}”`,
      safety: 'unsafe',
      edits: [{ range: [at, at], text: `${lead}${eol}# ${words}: ${name}${eol}${isApart ? '' : eol}` }],
    },
  }
}

function capitalized(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1)
}
