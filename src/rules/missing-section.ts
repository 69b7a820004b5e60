import { numberingAt } from '../drafting/heading-number.js'
import { insertionAt, isUnderOwnHeadings, placeFor } from '../drafting/placement.js'
import { printMarkdown } from '../drafting/print.js'
import { type KnownFacts, stubOf } from '../drafting/stub.js'
import { titlesFor } from '../drafting/title-case.js'
import { lineForTitle } from '../drafting/title-line.js'
import { bodyStart } from '../report/body-start.js'
import { findDates } from '../report/dates/dates.js'
import { certainDay, isAmbiguousIn } from '../report/dates/event-date.js'
import { readEventName } from '../report/event-name.js'
import type { Report } from '../report/report.js'
import { isSample } from '../report/sample-name.js'
import { isMissing } from '../report/section-state.js'
import type { Schema, SectionSpec } from '../schema/schema.js'
import { lineEnd } from '../text/lines.js'
import { type Fix, fixOnDemand, type ReportRule } from './rule.js'

export const missingSection: ReportRule = {
  id: 'missing-section',
  severity: 'error',
  fixes: 'unsafe',
  *check(report, schema) {
    const titleOf = titlesFor(report)
    const start = bodyStart(report)
    for (const slot of report.slots) {
      if (!isMissing(slot, report)) continue
      const { spec } = slot
      const title = titleOf(spec)
      const isUnderOthers = isUnderOwnHeadings(spec, report)
      const advice = isUnderOthers
        ? ' If other headings are about that, put them under it, one level deeper.'
        : isNamed(spec, report)
          ? ' List the people whom the report names elsewhere.'
          : ''
      yield {
        range: report.title?.range ?? [start, start],
        message: `Unexpected report without a section “${title}”, expected one with ${spec.purpose.en}.${advice}`,
        data: { section: spec.id },
        ...(!isUnderOthers && stub(report, spec, title, schema)),
      }
    }
  },
}

/** Whether the report names its speakers, though not in a section of their own. */
function isNamed({ content }: SectionSpec, { speakers }: Report): boolean {
  return content === 'people' && speakers.people.length > 0
}

/**
 * The fix that inserts the heading, with a comment on what belongs under it, at the section's place in the order. There is none if
 * the report uses lines of emphasis as headings: these would fall under the new heading, and would no longer be sections.
 */
function stub(report: Report, spec: SectionSpec, title: string, schema: Schema): { fix?: Fix } {
  if (report.sections.some(({ id, form }) => id !== null && form === 'bold')) return {}
  const place = placeFor(spec, report)
  if (!place) return {}
  const day = spec.content === 'fields' && certainDay(report.eventDate)
  const filling = isNamed(spec, report) ? 'with the people whom the report names' : 'to be filled in'
  const offer = { title: `Add a section “${title}” ${filling}`, safety: 'unsafe', ...(day && { day }) } as const
  const { language, baseLevel, text } = report
  const edits = (): Fix['edits'] => {
    const { number, edits: others } = numberingAt(place.at, report)
    const stub = stubOf(spec, language, baseLevel ?? 2, knownFacts(report, schema), number + title)
    return [insertionAt(place, printMarkdown(stub).replaceAll('\n', lineEnd(text)), report), ...others]
  }
  return { fix: fixOnDemand(offer, edits) }
}

/**
 * What the body says elsewhere about the event. The front matter's date is not used: it often belongs to another page, or is the day
 * of writing, and in the body it would look like the author's own statement. The name of the template's sample event is not used
 * either.
 */
function knownFacts(report: Report, schema: Schema): KnownFacts {
  const eventName = eventNameOf(report, schema)
  const name = eventName && !isSample(eventName.value) ? eventName.value : null
  return { name, date: certainDayAsWritten(report), people: report.speakers.people }
}

/** The name that the title gives, or will give once the line in its place has been made the title. */
function eventNameOf(report: Report, schema: Schema): Report['eventName'] {
  const line = report.title ? null : lineForTitle(report, schema)
  if (!line) return report.eventName
  const title = { text: line.title, range: line.range, textRange: line.titleRange, level: 1 }
  return readEventName({ ...report, title }, report.text, schema)
}

/** The day as the author wrote it, or in ISO if that would be ambiguous without the words around it. */
function certainDayAsWritten({ eventDate, text, language }: Report): string | null {
  const day = certainDay(eventDate)
  if (!eventDate || day === null) return null
  const written = text.slice(...eventDate.range)
  const [alone] = findDates(written)
  return alone && !isAmbiguousIn(language, alone) ? written : day
}
