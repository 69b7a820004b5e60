import { posix } from 'node:path'
import type { Difference } from '../events/difference.js'
import type { Digest } from '../events/digest.js'
import { settledDay } from '../events/event-group.js'
import type { Surroundings } from '../events/gathering.js'
import { statedDay } from '../events/stated-day.js'
import { differencesOf } from '../events/twins.js'
import { languageInName } from '../source/site/page-path.js'
import type { EventRule } from './event-rule.js'

/** A page and its translation disagree. The finding is on the wrong one if that is known, or else on the translation. */
export const translationMismatch: EventRule = {
  id: 'translation-mismatch',
  severity: 'warning',
  fixes: 'never',
  *check(report, around, isRequested) {
    for (const twin of around.twins) {
      const [page, translation] = inOrder(report, twin)
      const copiedDays = around.accountOf(page.path)?.copiedDays ?? []
      for (const difference of differencesOf(page, translation, copiedDays)) {
        const { days } = difference
        if (days && isKnownOtherwise(difference, page, translation, around)) continue
        if (reportWithFinding(difference, page, translation, isRequested) !== report) continue
        const [own, other] =
          report === page ? [difference.page, difference.translation] : [difference.translation, difference.page]
        yield {
          at: own.at,
          message: `Unexpected ${own.unexpected}, expected ${own.expected(posix.basename(twin.path))}. ${difference.advice}`,
          data: { about: difference.about },
          related: [{ path: twin.path, at: other.at, message: other.unexpected }],
          ...(days && { disputed: report === page ? days.page : days.translation }),
        }
      }
    }
  },
}

/**
 * Whether the right day is known from elsewhere, so that other rules compare each of the two with that: for an event, from the other
 * reports on it; for an entry of index pages, also from the event's own pages.
 */
function isKnownOtherwise(
  { folder }: Difference,
  page: Digest,
  translation: Digest,
  { eventOf, within }: Surroundings,
): boolean {
  const isSettled = ({ path }: Digest): boolean => {
    const event = eventOf(path)
    return event !== null && settledDay(event) !== null
  }
  if (folder === undefined) return isSettled(page) || isSettled(translation)
  return within(folder).some((own) => statedDay(own) !== null || isSettled(own))
}

/** The page in the site's first language, then its translation. */
function inOrder(a: Digest, b: Digest): [Digest, Digest] {
  const isFirst = languageInName(a.path) === null || (languageInName(b.path) !== null && a.path < b.path)
  return isFirst ? [a, b] : [b, a]
}

/** The one of the two that gets the finding; null if no findings were asked for on it. */
function reportWithFinding(
  { wrong }: Difference,
  page: Digest,
  translation: Digest,
  isRequested: (path: string) => boolean,
): Digest | null {
  const wrongOnes = [...(wrong === 'page' ? [] : [translation]), ...(wrong === 'translation' ? [] : [page])]
  return wrongOnes.find(({ path }) => isRequested(path)) ?? null
}
