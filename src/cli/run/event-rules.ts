import { withDisputingRules } from '../../lint/disputes.js'
import { withEditsIf } from '../../lint/examine.js'
import type { ReportedFinding } from '../../lint/finding.js'
import { lintTogether } from '../../lint/together.js'
import { eventRules } from '../../rules/event-rules.js'
import type { Clock } from './clock.js'
import { type Collected, knownOf } from './collected.js'

type Held = Pick<Collected, 'files' | 'registries' | 'digests'>

/** Runs the rules across reports over the files of a run, with the severities of `withDisputingRules`. */
export async function runEventRules(
  collected: Held,
  withEdits: boolean,
  clock: Clock,
): Promise<readonly ReportedFinding[]> {
  const severities = new Map(collected.files.map((file) => [file.found.path, file.severities]))
  const found = lintTogether(await collected.digests(), {
    ...knownOf(collected),
    rules: clock.rules(eventRules),
    severitiesOf: (path) => withDisputingRules(severities.get(path) ?? {}),
  })
  return found.map((finding) => withEditsIf(withEdits, finding))
}
