import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  CodeActionTriggerKind,
  type WorkspaceEdit,
} from 'vscode-languageserver'
import type { Finding } from '../lint/finding.js'
import type { TextEdit } from '../text/edit.js'
import { FIX_ALL, type Support } from './capabilities.js'
import { diagnosticOf } from './diagnostics.js'
import type { OpenReport } from './document.js'
import { allFixes } from './fix-all.js'
import { offsetOf, protocolEdit } from './positions.js'
import { suppressionOf } from './suppress.js'

/**
 * The code actions for a range: the fixes of the findings that it touches, comments that suppress the findings on its first line
 * and, if the editor asks for it, all safe fixes of the report at once.
 * @param refused called with the reason if the safe fixes cannot be made at once
 */
export function codeActions(
  open: OpenReport,
  { range, context }: CodeActionParams,
  support: Support,
  refused: (reason: string) => void,
): CodeAction[] {
  const { only, diagnostics, triggerKind } = context
  const wants = (kind: string): boolean =>
    only === undefined || only.some((asked) => kind === asked || kind.startsWith(`${asked}.`))
  const { lines } = open.report
  const [start, end] = [offsetOf(range.start, lines), offsetOf(range.end, lines)]
  // Some editors give only the cursor, and the diagnostics that they show on its line. Neovim 0.7 counts bytes in these.
  const isNamed = ({ rule, message, line }: Finding): boolean =>
    diagnostics.some((shown) => shown.code === rule && shown.message === message && shown.range.start.line === line - 1)
  const findings = open.findings.filter(
    (finding) => (finding.range[0] <= end && start <= finding.range[1]) || isNamed(finding),
  )

  // Editors ask by themselves whenever the cursor moves: trying out comments and proving fixes would take too long then.
  const isRequested = only !== undefined || triggerKind !== CodeActionTriggerKind.Automatic
  const actions: CodeAction[] = []
  if (wants(CodeActionKind.QuickFix)) {
    const fixes = findings.flatMap((finding) => quickFix(finding, open, support))
    actions.push(...fixes.sort((a, b) => Number(b.isPreferred) - Number(a.isPreferred)))
    const onFirstLine = findings.filter(({ line }) => line === lines.place(start).line)
    if (isRequested) actions.push(...onFirstLine.flatMap((finding) => suppressions(finding, open, support)))
  }
  if (wants(FIX_ALL) && isRequested) actions.push(...fixAll(open, support, refused))
  return actions
}

function quickFix(finding: Finding, open: OpenReport, support: Support): CodeAction[] {
  const { fix } = finding
  if (!fix) return []
  const isSafe = fix.safety === 'safe'
  return [
    {
      title: isSafe ? fix.title : `${fix.title} (unsafe: check the result)`,
      kind: CodeActionKind.QuickFix,
      diagnostics: [diagnosticOf(finding, open)],
      isPreferred: isSafe,
      edit: workspaceEdit(fix.edits, open, support),
    },
  ]
}

function suppressions(finding: Finding, open: OpenReport, support: Support): CodeAction[] {
  const suppression = suppressionOf(finding, open)
  if (!suppression) return []
  const { target, scope, edit } = suppression
  return [
    {
      title: `Disable ${target} for this ${scope}`,
      kind: CodeActionKind.QuickFix,
      diagnostics: [diagnosticOf(finding, open)],
      edit: workspaceEdit([edit], open, support),
    },
  ]
}

function fixAll(open: OpenReport, support: Support, refused: (reason: string) => void): CodeAction[] {
  const fixed = allFixes(open)
  if ('refusal' in fixed) refused(fixed.refusal)
  if ('refusal' in fixed || fixed.edits.length === 0) return []
  const edit = workspaceEdit(fixed.edits, open, support)
  return [{ title: 'Apply all safe fixes', kind: FIX_ALL, edit }]
}

function workspaceEdit(edits: readonly TextEdit[], open: OpenReport, { versionedEdits }: Support): WorkspaceEdit {
  const { uri, version, report } = open
  const changes = edits.map((edit) => protocolEdit(edit, report.lines))
  return versionedEdits
    ? { documentChanges: [{ textDocument: { uri, version }, edits: changes }] }
    : { changes: { [uri]: changes } }
}
