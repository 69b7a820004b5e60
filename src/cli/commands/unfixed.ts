import type { FixOutcome } from '../../fix/fix-text.js'
import type { Finding } from '../../lint/finding.js'
import { counted } from '../../reporters/summary.js'
import type { Safety } from '../../rules/rule.js'

const REASONS = {
  unsafe: 'with a fix that needs --unsafe',
  declined: 'with a fix that was not chosen',
  refused: 'with a fix that was refused for the reason above',
  author: 'that only the author can fix (see `reportlint check`)',
}

/** A finding that was not fixed, and why. */
export interface Unfixed {
  readonly finding: Finding
  readonly why: keyof typeof REASONS
}

/** The findings in a report after fixing it. */
export function unfixedIn(outcome: FixOutcome, safety: Safety, isInteractive: boolean): Unfixed[] {
  const isRefused = outcome.state === 'refused' || outcome.setback !== undefined
  // A fix that is still offered, though nobody declined it, changes nothing: it does not count as a fix.
  return unfixedOf(outcome.remaining, safety, isRefused ? 'refused' : isInteractive ? 'declined' : 'author')
}

/** @param offered why fixes that were on offer were not made */
export function unfixedOf(findings: readonly Finding[], safety: Safety, offered: Unfixed['why']): Unfixed[] {
  return findings.map((finding) => {
    if (!finding.fix) return { finding, why: 'author' }
    return { finding, why: finding.fix.safety === 'unsafe' && safety === 'safe' ? 'unsafe' : offered }
  })
}

/**
 * How much is left, and why, as a continuation of the sentence on what was done.
 * @param isForecast whether fixes may still change the findings in other reports
 */
export function unfixedSummary(unfixed: readonly Unfixed[], isForecast: boolean): string {
  const parts = Object.entries(REASONS).flatMap(([why, reason]) => {
    const number = unfixed.filter((one) => one.why === why).length
    return number > 0 ? [`${counted(number, 'finding')} ${reason}`] : []
  })
  return parts.length > 0 ? `; left${isForecast ? ' as the other reports are now' : ''}: ${parts.join(', ')}` : ''
}
