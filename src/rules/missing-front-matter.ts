import { stringify } from 'yaml'
import { certainDay } from '../report/event-date.js'
import type { Report } from '../report/report.js'
import { lineEnd } from '../text/lines.js'
import type { ReportRule } from './rule.js'

export const missingFrontMatter: ReportRule = {
  id: 'missing-front-matter',
  severity: 'error',
  fixes: 'unsafe',
  *check(report) {
    if (report.frontMatter || report.text.trim() === '') return
    const start = report.text.startsWith('\uFEFF') ? 1 : 0
    const eol = lineEnd(report.text)
    const head = ['---', ...headLines(report), '---', '', ''].join(eol)
    yield {
      range: [start, start],
      message:
        'Unexpected report without front matter, expected a head with title, date and weight between two lines of “---”.',
      fix: {
        title: 'Add a head with what the report says',
        safety: 'unsafe',
        edits: [{ range: [start, start], text: head }],
      },
    }
  },
}

/** Only what the report or its folder says; nothing is made up. */
function headLines({ title, eventName, eventDate, numbers, language, path }: Report): string[] {
  const chapter = /(?:^|\/)(\d{1,2})\.\d{1,3}[^/]*\/[^/]*$/.exec(path)?.[1]
  const number = numbers.folder
  const day = certainDay(eventDate)
  const numbered = number === null ? null : `${language === 'vi' ? 'Sự kiện' : 'Event'} ${number}`
  const quoted = (value: string): string =>
    stringify(value, { defaultStringType: 'QUOTE_DOUBLE', lineWidth: 0 }).trimEnd()
  return [
    `title: ${quoted(numbered ?? eventName?.value ?? title?.text ?? '')}`,
    ...(day ? [`date: ${day}`] : []),
    ...(number === null ? [] : [`weight: ${number}`, 'chapter: false']),
    ...(number === null || !chapter ? [] : [`pre: " <b> ${chapter}.${number}. </b> "`]),
  ]
}
