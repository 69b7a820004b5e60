import type { Finding } from '../lint/finding.js'
import type { Safety } from '../rules/rule.js'
import type { TextEdit } from '../text/edit.js'
import { indexLines } from '../text/lines.js'
import { applyFixes, type Pass } from './apply.js'
import { trace } from './trace.js'

/** Checks a text; the findings' ranges and edits are offsets into it. */
export type Lint = (text: string) => readonly Finding[]

/** Fixes that need more passes than this, beside one for each that has to wait at first, do not come to rest. */
export const MAX_PASSES = 10

/** A fix that was made. */
export interface AppliedFix {
  readonly rule: string
  readonly title: string
  readonly safety: Safety
  /** See `Fix`. */
  readonly day?: string
  /** 1-based, in the text as it was before any fix. */
  readonly line: number
}

/** Nothing is left that may be fixed; `passes` is empty where nothing was. */
export interface Converged {
  readonly state: 'converged'
  readonly text: string
  readonly passes: readonly Pass[]
  /** In the order in which they were made. */
  readonly fixes: readonly AppliedFix[]
  /** What the passes come to, as edits of the first text. */
  readonly edits: readonly TextEdit[]
  readonly remaining: readonly Finding[]
}

export type Convergence =
  | Converged
  /** The fixes do not come to rest: the text is to be left alone. */
  | { readonly state: 'refused'; readonly reason: string }

/** Fixes and checks again until nothing changes, since one fix may make place for another. */
export function converge(text: string, lint: Lint, safety: Safety): Convergence {
  const course = courseFrom(text)
  for (let current = text; ; ) {
    const findings = lint(current)
    const pass = applyFixes(current, findings, safety)
    if (pass.text === current) return converged(text, course.passes, findings)
    const refused = course.take(pass)
    if (refused) return refused
    current = pass.text
  }
}

/** Passes over a text, each made against what the one before it gave. */
export interface Course {
  readonly passes: readonly Pass[]
  /**
   * Takes the next pass.
   * @param isWanted whether somebody asked for just this one: such passes may be as many as they like
   * @returns why there can be no more of them; null where there can
   */
  take(pass: Pass, isWanted?: boolean): Convergence | null
}

/** @param text what the first pass is made against */
export function courseFrom(text: string): Course {
  const passes: Pass[] = []
  /** What each pass started from. */
  const seen = [text]
  let left: number | null = null
  return {
    passes,
    take(pass, isWanted = false) {
      passes.push(pass)
      const turn = seen.indexOf(pass.text)
      if (turn >= 0) return refusal('undo one another', passes.slice(turn))
      seen.push(pass.text)
      if (isWanted) return null
      left ??= MAX_PASSES + pass.waiting.length
      return left-- === 0 ? refusal('do not come to rest', [pass]) : null
    },
  }
}

/** What passes come to that were made one after another, each against the text of the one before it. */
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

/** What is said of passes of which the last one led nowhere. */
function refusal(what: string, passes: readonly Pass[]): Convergence {
  const rules = [...new Set(passes.flatMap(({ fixed }) => fixed.map(({ rule }) => rule)))].sort()
  const reason = `the fixes of ${rules.join(' and ')} ${what}, so nothing was fixed. Please report this with the file.`
  return { state: 'refused', reason }
}
