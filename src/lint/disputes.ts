import { disputingRuleIds } from '../rules/event-rule-ids.js'
import type { Finding, Told, ToldFix } from './finding.js'
import type { Severities } from './lint.js'

/**
 * The severities to hold reports against each other by. Rules that dispute days run even where the configuration turns them off,
 * because fixes depend on what they find; `settled` leaves it out of what is told.
 */
export function withDisputes(severities: Severities): Severities {
  return Object.fromEntries(
    Object.entries(severities).filter(([id, said]) => said !== 'off' || !disputingRuleIds.includes(id)),
  )
}

/**
 * What is told of a report once it was held against others.
 * @param own what was found in it by itself
 * @param together what was found by the others, `withDisputes`
 */
export function settled<Fixing extends ToldFix>(
  own: readonly Finding<Fixing>[],
  together: readonly Finding<Fixing>[],
  severities: Severities,
): Finding<Fixing>[] {
  const heard = together.filter(({ rule, answer }) => answer === undefined && severities[rule] !== 'off')
  return [...answered(undisputed(own, together), together), ...heard]
}

/** Whether a report's own findings, or their fixes, depend on what other reports say. */
export function hangsOnOthers(own: readonly Told[]): boolean {
  return offersDay(own) || own.some(({ open }) => open !== undefined)
}

/** Whether a fix writes a day, which other reports may dispute. */
export function offersDay(own: readonly Told[]): boolean {
  return own.some(({ fix }) => fix?.day !== undefined)
}

/** A report's own findings. One that expects a day which others dispute says so, and offers no fix: people have to settle that first. */
export function undisputed<Fixing extends ToldFix>(
  own: readonly Finding<Fixing>[],
  together: readonly Told[],
): readonly Finding<Fixing>[] {
  // By the day that is disputed, the one that others give instead, where they say so.
  const disputed = new Map<string, unknown>()
  for (const { disputed: day, data } of together) if (day) disputed.set(day, disputed.get(day) ?? data?.expected)
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

/** A report's own findings; those that leave the day of the event open say what others know. */
function answered<Fixing extends ToldFix>(
  own: readonly Finding<Fixing>[],
  together: readonly Finding<Fixing>[],
): readonly Finding<Fixing>[] {
  const known = together.find(({ answer }) => answer !== undefined)
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
