import type { Finding } from '../../src/lint/finding.js'
import type { Safety } from '../../src/rules/rule.js'
import type { TextEdit } from '../../src/text/edit.js'

/** A finding of which nothing counts but its rule and the edits of its fix. */
export function finding(rule: string, edits: readonly TextEdit[], safety: Safety = 'safe'): Finding {
  return {
    path: 'a.md',
    rule,
    severity: 'warning',
    message: rule,
    line: 1,
    column: 1,
    endLine: 1,
    endColumn: 1,
    range: edits[0]?.range ?? [0, 0],
    fix: { title: rule, safety, edits: edits as [TextEdit, ...TextEdit[]] },
  }
}
