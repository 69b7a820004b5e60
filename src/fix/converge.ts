import type { Finding } from '../lint/finding.js'
import type { Safety } from '../rules/rule.js'
import type { TextEdit } from '../text/edit.js'
import { indexLines } from '../text/lines.js'
import { applyFixes, type Pass } from './apply.js'
import { trace } from './trace.js'

/** Checks a text. The ranges and edits of the findings are offsets into it. */
export type Lint = (text: string) => readonly Finding[]

/** How many passes fixes may take, in addition to one for each fix that has to wait in the first pass. */
export const MAX_PASSES = 10

/** A fix that was applied. */
export interface AppliedFix {
  readonly rule: string
  readonly title: string
  readonly safety: Safety
  /** See `Fix`. */
  readonly day?: string
  /** 1-based, in the text as it was before any fix. */
  readonly line: number
}

/** Nothing is left to fix. `passes` is empty if nothing was fixed at all. */
export interface Converged {
  readonly state: 'converged'
  readonly text: string
  readonly passes: readonly Pass[]
  /** In the order in which they were applied. */
  readonly fixes: readonly AppliedFix[]
  /** All passes combined, as edits of the original text. */
  readonly edits: readonly TextEdit[]
  readonly remaining: readonly Finding[]
}

export type Convergence =
  | Converged
  /** The fixes do not converge, so the text must stay unchanged. */
  | { readonly state: 'refused'; readonly reason: string }

/** Fixes a text and checks it again until nothing changes, since one fix may enable another. */
export function converge(text: string, lint: Lint, safety: Safety): Convergence {
  const sequence = startPasses(text)
  for (let current = text; ; ) {
    const findings = lint(current)
    const pass = applyFixes(current, findings, safety)
    if (pass.text === current) return converged(text, sequence.passes, findings)
    const refused = sequence.add(pass)
    if (refused) return refused
    current = pass.text
  }
}

/** Passes over a text, each on the result of the one before. */
export interface PassSequence {
  readonly passes: readonly Pass[]
  /**
   * Adds the next pass.
   * @param isWanted whether the user asked for this one pass: the number of such passes is not limited
   * @returns a refusal if the passes do not converge, else null
   */
  add(pass: Pass, isWanted?: boolean): Convergence | null
}

/** @param text the original text */
export function startPasses(text: string): PassSequence {
  const passes: Pass[] = []
  /** The text before each pass. */
  const seen = [text]
  let left: number | null = null
  return {
    passes,
    add(pass, isWanted = false) {
      passes.push(pass)
      const cycleStart = seen.indexOf(pass.text)
      if (cycleStart >= 0) return refusal('undo one another', passes.slice(cycleStart))
      seen.push(pass.text)
      if (isWanted) return null
      left ??= MAX_PASSES + pass.waiting.length
      return left-- === 0 ? refusal('never settle', [pass]) : null
    },
  }
}

/** The combined result of passes, each on the result of the one before. */
export function converged(text: string, passes: readonly Pass[], remaining: readonly Finding[]): Converged {
  const lines = indexLines(text)
  const steps = passes.map(({ edits }) => edits)
  const fixes = passes.flatMap(({ fixed }, index) => {
    const { origin } = trace(text.length, steps.slice(0, index))
    return fixed.flatMap(({ rule, range, fix }) => {
      if (!fix) return []
      const { title, safety, day } = fix
      return [{ rule, title, safety, ...(day !== undefined && { day }), line: lines.place(origin(range[0])).line }]
    })
  })
  const { edits } = trace(text.length, steps)
  return { state: 'converged', text: passes.at(-1)?.text ?? text, passes, fixes, edits, remaining }
}

/** @param what what the fixes of the passes do wrong */
function refusal(what: string, passes: readonly Pass[]): Convergence {
  const rules = [...new Set(passes.flatMap(({ fixed }) => fixed.map(({ rule }) => rule)))].sort()
  const reason = `the fixes of ${rules.join(' and ')} ${what}, so nothing was fixed. Please report this with the file.`
  return { state: 'refused', reason }
}
