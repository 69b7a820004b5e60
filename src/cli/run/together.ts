import { withDisputes } from '../../lint/disputes.js'
import { told } from '../../lint/examine.js'
import type { Told } from '../../lint/finding.js'
import { lintTogether } from '../../lint/together.js'
import { eventRules } from '../../rules/event-rules.js'
import type { Clock } from './clock.js'
import { type Collected, knownOf } from './collected.js'

type Held = Pick<Collected, 'files' | 'registries' | 'digests'>

/** What is found by holding the files of a run against each other, `withDisputes`. */
export async function findTogether(collected: Held, withEdits: boolean, clock: Clock): Promise<readonly Told[]> {
  const severities = new Map(collected.files.map((file) => [file.found.path, file.severities]))
  const found = lintTogether(await collected.digests(), {
    ...knownOf(collected),
    rules: clock.rules(eventRules),
    severitiesOf: (path) => withDisputes(severities.get(path) ?? {}),
  })
  return found.map((finding) => told(finding, withEdits))
}
