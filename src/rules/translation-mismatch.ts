import type { Digest } from '../events/digest.js'
import { settledDay, statedDay } from '../events/event-group.js'
import type { Surroundings } from '../events/gathering.js'
import { languageInName } from '../events/page.js'
import { type Difference, differencesOf } from '../events/twins.js'
import type { EventRule } from './event-rule.js'

/** A page and its translation say different things. One of the two is told: the one that is wrong, else the translation. */
export const translationMismatch: EventRule = {
  id: 'translation-mismatch',
  severity: 'warning',
  fixes: 'never',
  *check(report, around) {
    for (const twin of around.twins) {
      const [page, translation] = inOrder(report, twin)
      for (const difference of differencesOf(page, translation)) {
        if (difference.folder !== undefined && isSettledBy(around.within(difference.folder))) continue
        const { days } = difference
        const told = whoIsTold(difference, page, translation, around)
        if (told !== report) continue
        const [own, other] =
          report === page ? [difference.page, difference.translation] : [difference.translation, difference.page]
        yield {
          at: own.at,
          message: `Unexpected ${own.unexpected}, expected ${own.expected(nameOf(twin))}. ${difference.advice}`,
          data: { about: difference.about },
          related: [{ path: twin.path, at: other.at, message: other.unexpected }],
          ...(days && { disputed: report === page ? days.page : days.translation }),
        }
      }
    }
  },
}

/** Whether the event's own pages give its day: then each index page is held against these. */
function isSettledBy(pages: readonly Digest[]): boolean {
  return pages.some((page) => statedDay(page) !== null)
}

/** The page in the site's first language, and its translation. */
function inOrder(a: Digest, b: Digest): [Digest, Digest] {
  const isFirst = languageInName(a.path) === null || (languageInName(b.path) !== null && a.path < b.path)
  return isFirst ? [a, b] : [b, a]
}

function whoIsTold(difference: Difference, page: Digest, translation: Digest, around: Surroundings): Digest {
  const { isAsked } = around
  if (!isAsked(page.path)) return translation
  if (!isAsked(translation.path)) return page
  const settled = around.event && settledDay(around.event)
  return difference.days !== null && settled?.start === difference.days.translation ? page : translation
}

function nameOf({ path }: Digest): string {
  return path.slice(path.lastIndexOf('/') + 1)
}
