import type { Digest } from '../events/digest.js'
import type { Entry } from '../events/entries.js'
import { settledDay } from '../events/event-group.js'
import type { Surroundings } from '../events/gathering.js'
import { type Mismatch, mismatchesOf, pageOfEntry } from '../events/listing.js'
import type { EventProblem, EventRule } from './event-rule.js'

/** The page that lists a site's events says of one of them what its own page does not. */
export const indexMismatch: EventRule = {
  id: 'index-mismatch',
  severity: 'warning',
  fixes: 'unsafe',
  *check(report, around) {
    const listed: (readonly [Digest, Entry])[] =
      report.kind === 'index' ? report.entries.map((entry) => [report, entry]) : [...around.entries]
    for (const [index, entry] of listed) {
      const page = pageOfEntry(index, around.within(entry.folder))
      if (!page || (report !== index && report !== page)) continue
      const event = around.eventOf(page.path)
      const copiedDays = around.accountOf(page.path)?.copiedDays ?? []
      for (const mismatch of mismatchesOf(entry, page, event && settledDay(event), copiedDays)) {
        const told = whoIsTold(mismatch, index, page, around)
        if (told === report) yield problemOf(mismatch, index, page, told)
      }
    }
  },
}

function whoIsTold({ told }: Mismatch, index: Digest, page: Digest, { isAsked }: Surroundings): Digest {
  const [first, second] = told === 'entry' ? [index, page] : [page, index]
  return isAsked(first.path) ? first : second
}

function problemOf(
  { about, entry, page, told, fix }: Mismatch,
  index: Digest,
  listed: Digest,
  report: Digest,
): EventProblem {
  const isEntry = report === index
  const [own, other] = isEntry ? [entry, page] : [page, entry]
  const where = isEntry ? nameOf(listed, 2) : `the index page ${nameOf(index, 1)}`
  return {
    at: own.at,
    message: `Unexpected ${own.words}, expected ${other.words} as in ${where}.`,
    data: { about },
    related: [{ path: (isEntry ? listed : index).path, at: other.at, message: other.words }],
    ...(fix &&
      (told === 'entry') === isEntry && {
        fix: { title: `Set the date to ${fix.day}`, safety: 'unsafe', edits: [{ range: fix.range, text: fix.text }] },
      }),
  }
}

/** The last parts of a path. */
function nameOf({ path }: Digest, parts: number): string {
  return path.split('/').slice(-parts).join('/')
}
