import { disputingRuleIds } from '../rules/event-rule-ids.js'
import type { Finding, ReportedFinding, ReportedFix } from './finding.js'
import type { Severities } from './lint.js'

/**
 * The severities to run the rules across reports with. Rules that dispute days run even if the configuration turns them off,
 * because fixes depend on what they find; `mergeFindings` drops their findings afterwards.
 */
export function withDisputingRules(severities: Severities): Severities {
  return Object.fromEntries(
    Object.entries(severities).filter(([id, severity]) => severity !== 'off' || !disputingRuleIds.includes(id)),
  )
}

/**
 * Merges the findings on a report into what is reported; not sorted.
 * @param own findings of the rules on single reports
 * @param across findings of the rules across reports, run with the severities of `withDisputingRules`
 * @param severities as configured
 */
export function mergeFindings<Fixing extends ReportedFix>(
  own: readonly Finding<Fixing>[],
  across: readonly Finding<Fixing>[],
  severities: Severities,
): Finding<Fixing>[] {
  const wanted = across.filter(({ rule, answer }) => answer === undefined && severities[rule] !== 'off')
  return [...answered(undisputed(own, across), across), ...wanted]
}

/** Whether a report's own findings, or their fixes, depend on what other reports say. */
export function dependsOnOthers(own: readonly ReportedFinding[]): boolean {
  return offersDay(own) || own.some(({ open }) => open !== undefined)
}

/** Whether a fix writes a day, which other reports may dispute. */
export function offersDay(own: readonly ReportedFinding[]): boolean {
  return own.some(({ fix }) => fix?.day !== undefined)
}

/**
 * A report's own findings. One that expects a day which other reports dispute says so, and offers no fix: people have to find
 * out first which day is right.
 */
export function undisputed<Fixing extends ReportedFix>(
  own: readonly Finding<Fixing>[],
  across: readonly ReportedFinding[],
): readonly Finding<Fixing>[] {
  // For each disputed day, the one that others give instead, if any.
  const disputed = new Map<string, unknown>()
  for (const { disputed: day, data } of across) if (day) disputed.set(day, disputed.get(day) ?? data?.expected)
  if (disputed.size === 0) return own
  return own.map((finding) => {
    const { fix, ...rest } = finding
    const day = fix?.day ?? finding.data?.expected
    if (typeof day !== 'string' || !disputed.has(day)) return finding
    const given = finding.data?.actual
    const advice =
      typeof given === 'string' && given === disputed.get(day)
        ? `Other pages have ${given} as well: it is probably ${day} that is wrong.`
        : `Other pages dispute ${day}: find out first which day is right.`
    return { ...rest, message: `${rest.message} ${advice}` }
  })
}

/** A report's own findings; those that leave the day of the event open get the answer that other reports give. */
function answered<Fixing extends ReportedFix>(
  own: readonly Finding<Fixing>[],
  across: readonly Finding<Fixing>[],
): readonly Finding<Fixing>[] {
  const known = across.find(({ answer }) => answer !== undefined)
  if (!known) return own
  const { message, answer, related, fix } = known
  return own.map((finding) =>
    finding.open === undefined
      ? finding
      : {
          ...finding,
          message: `${finding.open}, expected ${message}.`,
          data: { ...finding.data, expected: answer },
          ...(related && { related }),
          ...(fix && { fix }),
        },
  )
}
