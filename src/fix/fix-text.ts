import type { Finding } from '../lint/finding.js'
import type { Safety } from '../rules/rule.js'
import { type Converged, type Convergence, converge, type Lint } from './converge.js'
import { disprove, type MarkdownReader } from './prove.js'

/** The outcome of fixing a text. If it is refused, the text stays unchanged. `remaining` are the findings in the resulting text. */
export type FixOutcome =
  | (Omit<Converged, 'state'> & {
      readonly state: 'fixed'
      /** Why only the safe fixes were applied, although unsafe ones were requested. */
      readonly setback?: string
    })
  | { readonly state: 'refused'; readonly reason: string; readonly remaining: readonly Finding[] }

/**
 * Fixes a text until nothing is left to fix, and proves that the result is right. If that fails with the unsafe fixes, only the safe
 * ones are applied.
 */
export function fixText(text: string, lint: Lint, safety: Safety, reader: MarkdownReader): FixOutcome {
  const outcome = withProof(text, converge(text, lint, safety), lint, { safety, reader })
  if (outcome.state === 'fixed' || safety === 'safe') return outcome
  const safe = fixText(text, lint, 'safe', reader)
  if (safe.state === 'refused' || safe.fixes.length === 0) return outcome
  return { ...safe, setback: `only safe fixes were applied. With the others, ${outcome.reason}` }
}

interface ProofOptions {
  readonly safety: Safety
  readonly reader: MarkdownReader
  /** What a second run would find; by default, what the first run finds. */
  readonly relint?: Lint
}

/** The outcome of fixes that converged, or a refusal if it cannot be proved that they do no harm. */
export function withProof(
  text: string,
  result: Convergence,
  lint: Lint,
  { safety, reader, relint = lint }: ProofOptions,
): FixOutcome {
  const refused = (reason: string): FixOutcome => ({ state: 'refused', reason, remaining: lint(text) })
  if (result.state === 'refused') return refused(result.reason)
  const disproof = result.passes.length > 0 ? disprove(text, result, relint, safety, reader) : null
  if (disproof) return refused(`nothing was fixed, because ${disproof}`)
  return { ...result, state: 'fixed' }
}
