import type { Finding } from '../lint/finding.js'
import type { Safety } from '../rules/rule.js'
import { applyFixes, type Pass } from './apply.js'

/** Checks a text; the findings' ranges and edits are offsets into it. */
export type Lint = (text: string) => readonly Finding[]

/** Fixes that need more passes than this do not come to rest. */
export const MAX_PASSES = 10

export type Converged =
  /** Nothing is left that may be fixed; `passes` is empty where nothing was. */
  | {
      readonly state: 'settled'
      readonly text: string
      readonly passes: readonly Pass[]
      readonly remaining: readonly Finding[]
    }
  /** The fixes do not come to rest: the text is to be left alone. */
  | { readonly state: 'refused'; readonly reason: string; readonly rules: readonly string[] }

/** Fixes and checks again until nothing changes, since one fix may make place for another. */
export function converge(text: string, lint: Lint, safety: Safety): Converged {
  const passes: Pass[] = []
  const seen = new Set([text])
  let current = text
  for (;;) {
    const findings = lint(current)
    const pass = applyFixes(current, findings, safety)
    if (pass.text === current) return { state: 'settled', text: current, passes, remaining: findings }
    passes.push(pass)
    if (seen.has(pass.text)) return refusal('undo one another', passes.slice(-2))
    if (passes.length > MAX_PASSES) return refusal(`do not come to rest within ${MAX_PASSES} passes`, passes.slice(-1))
    seen.add(pass.text)
    current = pass.text
  }
}

function refusal(what: string, passes: readonly Pass[]): Converged {
  const rules = [...new Set(passes.flatMap(({ fixed }) => fixed.map(({ rule }) => rule)))].sort()
  const reason = `the fixes of ${rules.join(' and ')} ${what}, so nothing was fixed. Please report this with the file.`
  return { state: 'refused', reason, rules }
}
