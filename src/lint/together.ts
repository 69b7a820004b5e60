import type { Digest } from '../events/digest.js'
import { gather, type Surroundings } from '../events/gathering.js'
import type { RegisteredEvent } from '../events/registry.js'
import type { EventProblem, EventRule } from '../rules/event-rule.js'
import type { Severity } from '../rules/rule.js'
import { type Finding, placeOf } from './finding.js'
import { byPlace, type Severities } from './lint.js'

/** What a run knows apart from its reports. */
export interface Known {
  /** Events that are known for certain. */
  readonly registry?: readonly RegisteredEvent[]
  /** Whether findings on a report are wanted; by default all are. */
  readonly isRequested?: (path: string) => boolean
}

export interface TogetherSettings extends Known {
  readonly rules: readonly EventRule[]
  /** The configured severities for a report. */
  readonly severitiesOf?: (path: string) => Severities
}

/**
 * Checks reports against each other. Their order does not matter.
 * @param digests of the reports that were asked for and of their neighbours
 * @returns findings on the reports that were asked for, sorted by path, place and rule
 */
export function lintTogether(digests: readonly Digest[], settings: TogetherSettings): Finding[] {
  const { registry, isRequested = () => true } = settings
  const gathering = gather(digests, registry)
  return [...gathering.digests.values()]
    .filter(({ path }) => isRequested(path))
    .flatMap((digest) => {
      const around = gathering.around(digest.path)
      return around ? lintWithin(around, digest, settings) : []
    })
    .sort(byPlace)
}

/** Runs the rules across reports over one report. @param around what the other reports say that concerns it */
export function lintWithin(
  around: Surroundings,
  digest: Digest,
  { rules, severitiesOf = () => ({}), isRequested = () => true }: TogetherSettings,
): Finding[] {
  const severities = severitiesOf(digest.path)
  return rules.flatMap((rule) => {
    const severity = severities[rule.id] ?? rule.severity
    if (severity === 'off') return []
    return [...rule.check(digest, around, isRequested)].map((problem) =>
      findingOf(problem, rule.id, severity, digest.path),
    )
  })
}

function findingOf(problem: EventProblem, rule: string, severity: Severity, path: string): Finding {
  const { at, message, data, related, disputed, answer, fix } = problem
  return {
    ...placeOf(path, at),
    rule,
    severity,
    message,
    ...(data && { data }),
    ...(related &&
      related.length > 0 && {
        related: related.map((other) => ({ path: other.path ?? path, line: other.at[0], message: other.message })),
      }),
    ...(disputed !== undefined && { disputed }),
    ...(answer !== undefined && { answer }),
    ...(fix && { fix }),
  }
}
