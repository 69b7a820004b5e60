import { posix } from 'node:path'
import type { Digest } from '../events/digest.js'
import { languageInName, pageOf } from '../source/site/page-path.js'
import type { Spot } from '../text/spot.js'
import type { EventRule } from './event-rule.js'

/**
 * Two events of a site have the same number in its menu. The finding is on the one whose other numbers differ, or else on the later
 * one.
 */
export const duplicateEventNumber: EventRule = {
  id: 'duplicate-event-number',
  severity: 'error',
  fixes: 'never',
  *check(report, { site }) {
    const own = numberOf(report)
    if (!own) return
    const others = site.filter(
      (page) =>
        numberOf(page)?.value === own.value && isAnotherEvent(page, report) && hasBetterClaim(page, report, own.value),
    )
    const other = others.find(({ path }) => languageInName(path) === languageInName(report.path)) ?? others[0]
    const theirs = other && numberOf(other)
    if (!theirs) return
    const { folder } = report.numbers
    const expected =
      folder === null || folder === own.value
        ? 'a number that no other event of the site has. Give one of the two another number'
        : `${folder} as in the name of its folder`
    yield {
      at: own.at,
      message: `Unexpected second event ${own.value} of the site, expected ${expected}.`,
      data: { actual: own.value },
      related: [{ path: other.path, at: theirs.at, message: `this is event ${own.value} too` }],
    }
  },
}

/** The number that readers see: in the menu, or else in the title. Weights do not count: most are just what the template had. */
function numberOf({ kind, numbers: { menu, title } }: Digest): { value: number; at: Spot } | null {
  return kind === 'event' ? (menu ?? title) : null
}

function isAnotherEvent(page: Digest, report: Digest): boolean {
  return pageOf(page.path) !== pageOf(report.path) && posix.dirname(page.path) !== posix.dirname(report.path)
}

/** Whether of two reports with the same number, the other one is more likely to be right. */
function hasBetterClaim(other: Digest, report: Digest, number: number): boolean {
  const [theirs, own] = [doubtsOf(other, number), doubtsOf(report, number)]
  return theirs === own ? other.path < report.path : theirs < own
}

/** How many of a report's other numbers differ from this one. */
function doubtsOf({ numbers }: Digest, number: number): number {
  return [numbers.title?.value, numbers.folder].filter(
    (other) => other !== null && other !== undefined && other !== number,
  ).length
}
