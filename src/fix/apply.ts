import type { Finding } from '../lint/finding.js'
import type { Fix, Safety } from '../rules/rule.js'
import { applyEdits, type TextEdit } from '../text/edit.js'

/** The result of applying fixes once. */
export interface Pass {
  readonly text: string
  readonly edits: readonly TextEdit[]
  readonly fixed: readonly Finding[]
  /** Findings whose fixes have to wait for the next pass: they conflict with another fix, or are unsafe while there are safe ones. */
  readonly waiting: readonly Finding[]
}

/**
 * Applies the fixes of findings in `text`, in the order of the findings, each as a whole or not at all. Unsafe ones are only applied
 * if no safe one is left, because a safe fix may already resolve the finding.
 * @param safety `safe`: only safe fixes; `unsafe`: all
 * @throws RangeError if the edits of a fix overlap, or one is outside the text
 */
export function applyFixes(text: string, findings: readonly Finding[], safety: Safety): Pass {
  const edits: TextEdit[] = []
  const fixed: Finding[] = []
  const waiting: Finding[] = []
  const hasSafe = findings.some(({ fix }) => fix?.safety === 'safe' && !changesNothing(fix, text))
  for (const finding of findings) {
    const { fix } = finding
    if (!fix || (safety === 'safe' && fix.safety === 'unsafe') || changesNothing(fix, text)) continue
    if (hasSafe && fix.safety === 'unsafe') waiting.push(finding)
    else if (fix.edits.every((edit) => edits.some((taken) => isSame(taken, edit)))) fixed.push(finding)
    // Sharing only some edits is a conflict: two moves of a paragraph to different places would duplicate it.
    else if (fix.edits.some((edit) => edits.some((taken) => collide(taken, edit)))) waiting.push(finding)
    else {
      edits.push(...fix.edits)
      fixed.push(finding)
    }
  }
  return { text: applyEdits(text, edits), edits, fixed, waiting }
}

/** Whether two edits overlap or touch, so that their order would matter. */
function collide({ range: [a, b] }: TextEdit, { range: [c, d] }: TextEdit): boolean {
  return a <= d && c <= b
}

function isSame(a: TextEdit, b: TextEdit): boolean {
  return a.text === b.text && a.range[0] === b.range[0] && a.range[1] === b.range[1]
}

/** Whether a fix would leave the text as it is: others need not wait for it. */
function changesNothing({ edits }: Fix, text: string): boolean {
  return edits.every((edit) => edit.text === text.slice(...edit.range))
}
