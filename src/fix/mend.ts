import type { Finding } from '../lint/finding.js'
import type { Safety } from '../rules/rule.js'
import { type Converged, type Convergence, converge, type Lint } from './converge.js'
import { disprove, type Reading } from './prove.js'

/** What became of a text. `remaining` are the findings in it as it is then; a refusal leaves it as it was. */
export type Mended =
  | (Omit<Converged, 'state'> & {
      readonly state: 'mended'
      /** Why none but the safe fixes were made, although others were asked for. */
      readonly setback?: string
    })
  | { readonly state: 'refused'; readonly reason: string; readonly remaining: readonly Finding[] }

/**
 * Fixes a text until nothing is left to fix, and proves the result. Where that fails with all fixes, the safe ones are made
 * alone.
 */
export function mend(text: string, lint: Lint, safety: Safety, reading: Reading): Mended {
  const mended = proved(text, converge(text, lint, safety), lint, { safety, reading })
  if (mended.state === 'mended' || safety === 'safe') return mended
  const safely = mend(text, lint, 'safe', reading)
  if (safely.state === 'refused' || safely.fixes.length === 0) return mended
  return { ...safely, setback: `only safe fixes were applied. With the others, ${mended.reason}` }
}

interface Proof {
  readonly safety: Safety
  readonly reading: Reading
  /** What a second run would go by: by default all that the first went by. */
  readonly again?: Lint
}

/** What became of a text by fixes that came to rest: nothing, unless it is proved that they do no harm. */
export function proved(
  text: string,
  result: Convergence,
  lint: Lint,
  { safety, reading, again = lint }: Proof,
): Mended {
  const refused = (reason: string): Mended => ({ state: 'refused', reason, remaining: lint(text) })
  if (result.state === 'refused') return refused(result.reason)
  const disproof = result.passes.length > 0 ? disprove(text, result, again, safety, reading) : null
  if (disproof) return refused(`nothing was fixed, because ${disproof}`)
  return { ...result, state: 'mended' }
}
