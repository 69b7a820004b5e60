import type { Finding } from '../lint/finding.js'
import type { Fix, Safety } from '../rules/rule.js'
import { applyEdits, type TextEdit } from '../text/edit.js'

/** One pass: what was fixed, and the text after it. */
export interface Pass {
  readonly text: string
  readonly edits: readonly TextEdit[]
  readonly fixed: readonly Finding[]
  /** Findings whose fixes wait for the next pass: another fix touched what theirs would, or was safe and theirs is not. */
  readonly waiting: readonly Finding[]
}

/**
 * Applies the fixes of findings made against `text`, each whole or not at all, in the order of the findings. Unsafe ones are
 * made where no safe one is left: what that puts right may be all that was wrong.
 * @param safety `safe`: only safe fixes; `unsafe`: all
 * @throws RangeError where the edits of one fix overlap, or one reaches outside the text
 */
export function applyFixes(text: string, findings: readonly Finding[], safety: Safety): Pass {
  const edits: TextEdit[] = []
  const fixed: Finding[] = []
  const waiting: Finding[] = []
  const hasSafe = findings.some(({ fix }) => fix?.safety === 'safe' && !isIdle(fix, text))
  for (const finding of findings) {
    const { fix } = finding
    if (!fix || (safety === 'safe' && fix.safety === 'unsafe') || isIdle(fix, text)) continue
    if (hasSafe && fix.safety === 'unsafe') waiting.push(finding)
    else if (fix.edits.every((edit) => edits.some((taken) => isSame(taken, edit)))) fixed.push(finding)
    // A share in another's edits is none: two moves of one paragraph to two places would make two of it.
    else if (fix.edits.some((edit) => edits.some((taken) => collide(taken, edit)))) waiting.push(finding)
    else {
      edits.push(...fix.edits)
      fixed.push(finding)
    }
  }
  return { text: applyEdits(text, edits), edits, fixed, waiting }
}

/** Edits that share an offset, or touch: the order in which the two were made would show. */
function collide({ range: [a, b] }: TextEdit, { range: [c, d] }: TextEdit): boolean {
  return a <= d && c <= b
}

function isSame(a: TextEdit, b: TextEdit): boolean {
  return a.text === b.text && a.range[0] === b.range[0] && a.range[1] === b.range[1]
}

/** A fix that asks for what is there already must not keep others waiting. */
function isIdle({ edits }: Fix, text: string): boolean {
  return edits.every((edit) => edit.text === text.slice(...edit.range))
}
