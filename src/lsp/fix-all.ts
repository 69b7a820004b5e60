import { fixText } from '../fix/fix-text.js'
import { markdownReader } from '../report/markdown-reader.js'
import type { TextEdit } from '../text/edit.js'
import type { OpenReport } from './document.js'

/** The edits of all safe fixes, or why they cannot be made. */
export type AllFixes = { readonly edits: readonly TextEdit[] } | { readonly refusal: string }

/** Fixes a report in memory until nothing is left to fix, and proves that nothing else changes. */
export function allFixes({ report, lintOwn, parse }: OpenReport): AllFixes {
  const outcome = fixText(report.text, lintOwn, 'safe', markdownReader(parse))
  return outcome.state === 'refused' ? { refusal: outcome.reason } : { edits: outcome.edits }
}
