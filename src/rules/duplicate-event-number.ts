import type { Digest } from '../events/digest.js'
import { pageOf } from '../events/page.js'
import type { Placed } from '../events/spot.js'
import type { EventRule } from './event-rule.js'

/** Two events of one site have one number, so that they share a place in the menu. */
export const duplicateEventNumber: EventRule = {
  id: 'duplicate-event-number',
  severity: 'error',
  fixes: 'never',
  *check(report, { site }) {
    const own = numberOf(report)
    if (!own || report.kind !== 'event') return
    const page = pageOf(report.path)
    const others = site.filter((other) => other.kind === 'event' && pageOf(other.path) !== page && numberOf(other)?.value === own.value)
    const [other] = others
    if (!other || isMoreTrusted(report, other)) return
    yield {
      at: own.at,
      message: `Unexpected second event ${own.value}, expected a number of its own: ${nameOf(other)} has it too.`,
      data: { actual: own.value },
      related: [{ path: other.path, at: numberOf(other)?.at ?? other.top, message: `the other event ${own.value}` }],
    }
  },
}
