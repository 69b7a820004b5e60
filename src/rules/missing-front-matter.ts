import { frontMatterLines } from '../drafting/front-matter.js'
import { bodyStart } from '../report/body-start.js'
import { certainDay } from '../report/dates/event-date.js'
import type { Report } from '../report/report.js'
import { displacedFrontMatter, misfencedFrontMatter } from '../source/front-matter/unrecognized.js'
import { lineEnd } from '../text/lines.js'
import type { Range } from '../text/range.js'
import type { Fix, Problem, ReportRule } from './rule.js'

export const missingFrontMatter: ReportRule = {
  id: 'missing-front-matter',
  severity: 'error',
  fixes: 'unsafe',
  *check(report) {
    if (report.frontMatter || report.text.trim() === '') return
    const displaced = displacedFrontMatter(report.text)
    if (displaced) {
      yield {
        range: displaced,
        message:
          'Unexpected text before the front matter, expected the front matter on the first line: here Hugo shows it as text. Remove what is above it, or move that below.',
      }
      return
    }
    const fences = misfencedFrontMatter(report.text)
    if (fences) {
      yield misfenced(fences, report.text)
      return
    }
    const start = bodyStart(report)
    const eol = lineEnd(report.text)
    const title = titleOf(report)
    const day = certainDay(report.eventDate)
    const { folder: number, chapter } = report.numbers
    // Only what the report or its folder says: no value is invented.
    const frontMatter = [...frontMatterLines({ title, date: day, number, chapter }), '', ''].join(eol)
    yield {
      range: [start, start],
      message:
        'Unexpected report without front matter, expected title, date and weight at the top, between two lines of “---”.',
      ...(title === '' ? {} : { fix: addition(start, frontMatter, day) }),
    }
  },
}

function misfenced([opening, closing]: readonly [Range, Range], text: string): Problem {
  return {
    range: opening,
    message: `Unexpected “${text.slice(...opening)}” around the front matter, expected “---” before and after it: here Hugo shows it as text.`,
    fix: {
      title: 'Put the front matter between two lines of “---”',
      safety: 'safe',
      edits: [
        { range: opening, text: '---' },
        { range: closing, text: '---' },
      ],
    },
  }
}

function addition(start: number, frontMatter: string, day: string | null): Fix {
  const edits: Fix['edits'] = [{ range: [start, start], text: frontMatter }]
  return { title: 'Add front matter with what the report says', safety: 'unsafe', ...(day && { day }), edits }
}

function titleOf({ numbers, language, eventName, title }: Report): string {
  if (numbers.folder !== null) return `${language === 'vi' ? 'Sự kiện' : 'Event'} ${numbers.folder}`
  return eventName?.value ?? title?.text ?? ''
}
