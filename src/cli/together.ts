import { withDisputes } from '../lint/disputes.js'
import { told } from '../lint/examine.js'
import type { Told } from '../lint/finding.js'
import { lintTogether } from '../lint/together.js'
import { eventRules } from '../rules/event-rules.js'
import type { Collected } from './collect.js'
import type { Clock } from './stats.js'

/** What is found by holding the files of a run against each other, `withDisputes`. */
export async function findTogether(collected: Collected, withEdits: boolean, clock?: Clock): Promise<readonly Told[]> {
  const { files, registries } = collected
  const asked = new Map(files.filter(({ role }) => role !== 'near').map((file) => [file.found.path, file]))
  const found = lintTogether(await collected.digests(), {
    rules: clock?.rules(eventRules) ?? eventRules,
    registry: registries.flatMap(({ events }) => events),
    isAsked: (path) => asked.has(path),
    severitiesOf: (path) => withDisputes(asked.get(path)?.severities ?? {}),
  })
  return found.map((finding) => told(finding, withEdits))
}
