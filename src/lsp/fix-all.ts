import { converge } from '../fix/converge.js'
import { disprove } from '../fix/prove.js'
import { readingBy } from '../report/reading.js'
import type { TextEdit } from '../text/edit.js'
import type { OpenReport } from './document.js'

/** The edits that make all safe fixes, or why none may be made. */
export type AllFixes = { readonly edits: readonly TextEdit[] } | { readonly refusal: string }

/** Fixes a report in memory, as often as it takes, and proves that nothing else changes. */
export function allFixes({ report, lint, parse }: OpenReport): AllFixes {
  const result = converge(report.text, lint, 'safe')
  if (result.state === 'refused') return { refusal: result.reason }
  if (result.passes.length === 0) return { edits: [] }
  const disproof = disprove(report.text, result, lint, 'safe', readingBy(parse))
  return disproof ? { refusal: `nothing was fixed, because ${disproof}` } : { edits: result.edits }
}
