import type { Range } from '../text/range.js'
import type { Report } from './report.js'

/** The facts of one report as `inspect --format json` prints them. */
export type Facts = ReturnType<typeof factsOf>

/** The facts of a report as plain data. Lines are 1-based; what the report does not say is null. */
export function factsOf(report: Report) {
  const { eventDate, frontMatterDate, lines, numbers } = report
  const lineOf = ([start]: Range): number => lines.place(start).line
  return {
    path: report.path,
    kind: report.kind,
    language: report.language,
    title: report.title && { text: report.title.text, line: lineOf(report.title.range) },
    frontMatter: {
      format: report.frontMatter?.format ?? null,
      date: {
        value: frontMatterDate.value,
        state: frontMatterDate.state,
        line: frontMatterDate.range && lineOf(frontMatterDate.range),
      },
    },
    numbers: {
      title: numbers.title?.value ?? null,
      menu: numbers.menu?.value ?? null,
      weight: numbers.weight?.value ?? null,
      folder: numbers.folder,
    },
    event: {
      name: report.eventName?.value ?? null,
      date: eventDate && {
        start: eventDate.start,
        end: eventDate.end,
        weekday: eventDate.weekday?.value ?? null,
        line: lineOf(eventDate.range),
      },
    },
    baseLevel: report.baseLevel,
    sections: report.sections.map(({ id, also, title, heading, body, level, form }) => ({
      id,
      also,
      title: title.value,
      line: lineOf(heading),
      endLine: lines.place(lastOffset(report.text, [heading[0], body[1]])).line,
      level,
      form,
    })),
    speakers: report.speakers.people.map(({ name, role, organization, range }) => ({
      name,
      role,
      organization,
      line: lineOf(range),
    })),
    images: report.images.map(({ url, alt, exists, range }) => ({ url, alt, exists, line: lineOf(range) })),
  }
}

/** The offset of the last character that is not blank, so that a section ends with its text. */
function lastOffset(text: string, [start, end]: Range): number {
  const trimmed = text.slice(start, end).trimEnd()
  return start + Math.max(0, trimmed.length - 1)
}
