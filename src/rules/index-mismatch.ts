import type { Digest } from '../events/digest.js'
import type { Entry } from '../events/entries.js'
import { settledDay } from '../events/event-group.js'
import type { Surroundings } from '../events/gathering.js'
import {
  type Miscount,
  type Mismatch,
  miscountOf,
  mismatchesOf,
  pageOfEntry,
  type Unlisted,
  unlistedBy,
} from '../events/index-mismatches.js'
import { writtenLike } from '../events/stated-count.js'
import { rangeAt } from '../text/spot.js'
import type { EventProblem, EventRule } from './event-rule.js'

/** The page that lists a site's events disagrees with the page of one of them. */
export const indexMismatch: EventRule = {
  id: 'index-mismatch',
  severity: 'warning',
  fixes: 'unsafe',
  *check(report, around, isRequested) {
    const miscount = miscountOf(report, around.site)
    if (miscount) yield miscounted(miscount)
    const unlisted = unlistedBy(report, around.site)
    if (unlisted) yield incomplete(unlisted)
    // If several index pages give different days, nobody knows which of these is right, so there is no fix.
    const isOpen = new Set(around.entries.flatMap(([, { date }]) => date?.start ?? [])).size > 1
    const listings = report.kind === 'index' ? listedBy(report, around) : listingsOf(report, around)
    for (const { index, entry, page } of listings) {
      const event = around.eventOf(page.path)
      const copiedDays = around.accountOf(page.path)?.copiedDays ?? []
      for (const mismatch of mismatchesOf(entry, page, event && settledDay(event), copiedDays))
        if (reportWithFinding(mismatch, index, page, isRequested) === report)
          yield problemOf(isOpen ? { ...mismatch, fix: null } : mismatch, index, page, report)
    }
  },
}

/** An entry of an index page, with the page that it is about. */
interface Listing {
  readonly index: Digest
  readonly entry: Entry
  readonly page: Digest
}

function listedBy(index: Digest, { within }: Surroundings): Listing[] {
  return index.entries.flatMap((entry) => {
    const page = pageOfEntry(index, within(entry.folder))
    return page ? [{ index, entry, page }] : []
  })
}

/** Compares paths, not objects: the report may be a newer version of the page that the others were resolved with. */
function listingsOf(page: Digest, { entries, within }: Surroundings): Listing[] {
  return entries.flatMap(([index, entry]) =>
    pageOfEntry(index, within(entry.folder))?.path === page.path ? [{ index, entry, page }] : [],
  )
}

/** The page that gets the finding: the wrong one, unless no findings were asked for on it. */
function reportWithFinding(
  { reportedOn }: Mismatch,
  index: Digest,
  page: Digest,
  isRequested: (path: string) => boolean,
): Digest {
  const [first, second] = reportedOn === 'entry' ? [index, page] : [page, index]
  return isRequested(first.path) ? first : second
}

function problemOf(
  { about, entry, page, days, reportedOn, fix }: Mismatch,
  index: Digest,
  listed: Digest,
  report: Digest,
): EventProblem {
  const isEntry = report === index
  const [own, other] = isEntry ? [entry, page] : [page, entry]
  const unexpected = !isEntry && page.isInFrontMatter ? `${own.words} in the front matter` : own.words
  const where = isEntry
    ? `${page.isInFrontMatter ? 'the front matter of ' : ''}${nameOf(listed, 2)}`
    : `the index page ${nameOf(index, 1)}`
  return {
    at: own.at,
    message: `Unexpected ${unexpected}, expected ${other.words} as in ${where}.`,
    data: { about },
    related: [{ path: (isEntry ? listed : index).path, at: other.at, message: other.words }],
    ...(days && { disputed: isEntry ? days.entry : days.page }),
    ...(fix &&
      (reportedOn === 'entry') === isEntry && {
        fix: { ...fix, safety: 'unsafe' },
      }),
  }
}

function miscounted({ stated, listed, isAll }: Miscount): EventProblem {
  const { written, at } = stated
  const text = isAll ? writtenLike(stated, listed) : null
  return {
    at,
    message: `Unexpected number of events “${written}”, expected ${listed}, as many as the page lists. Correct the number, or the list.`,
    data: { about: 'number' },
    ...(text !== null && {
      fix: { title: `Write “${text}”`, safety: 'unsafe', edits: [{ range: rangeAt(at), text }] },
    }),
  }
}

function incomplete({ folders, at }: Unlisted): EventProblem {
  const missing = folders.length === 1 ? 'the one that is missing' : 'those that are missing'
  return {
    at,
    message: `Unexpected list of events without ${folders.join(', ')}, expected a link to each event of the site. Add ${missing}, or correct a link that leads elsewhere.`,
    data: { about: 'list' },
  }
}

/** The last parts of a path, as many as asked for. */
function nameOf({ path }: Digest, parts: number): string {
  return path.split('/').slice(-parts).join('/')
}
