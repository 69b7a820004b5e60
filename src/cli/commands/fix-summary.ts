import { counted } from '../../reporters/summary.js'
import type { FixOptions } from './fix-options.js'
import { type Unfixed, unfixedSummary } from './unfixed.js'

/** The outcome of a fix run, for its last message. */
export interface FixResult {
  readonly fixes: number
  /** How many files were fixed. */
  readonly files: number
  readonly unfixed: readonly Unfixed[]
  /** Whether something could not be processed or fixed. */
  readonly hasProblems: boolean
  /** The enabled rules across reports, if they were not run; null if they were. */
  readonly uncheckedRules: ReadonlySet<string> | null
}

/** The sentence that ends a run: what was done, what is left, and what was not checked. */
export function fixSummary(result: FixResult, options: FixOptions): string {
  const { fixes, files, unfixed, uncheckedRules } = result
  const isForecast = uncheckedRules === null && !options.write && files > 1
  // Without the note, a statement on what is left would be misleading.
  const needsNote = fixes === 0 || unfixed.length > 0
  return `${done(result, options)}${unfixedSummary(unfixed, isForecast)}${uncheckedRules && needsNote ? noteOnUnchecked(uncheckedRules, options) : ''}`
}

function done({ fixes, files, unfixed, hasProblems }: FixResult, { write, stdin }: FixOptions): string {
  // In a file that could not be read, there may be something to fix.
  const isLeft = hasProblems || unfixed.some(({ why }) => why === 'declined' || why === 'refused')
  if (fixes === 0) return isLeft ? 'nothing was fixed' : 'nothing to fix'
  return `${counted(fixes, 'finding')} in ${counted(files, 'file')} ${write || stdin ? 'fixed' : 'can be fixed with --write'}`
}

function noteOnUnchecked(rules: ReadonlySet<string>, { rule: requested }: FixOptions): string {
  if (rules.size === 0) return ''
  if (!requested) return '; reports were not compared with each other, which needs --unsafe'
  return `; ${[...rules].join(' and ')} ${rules.size > 1 ? 'were' : 'was'} not checked, which needs --unsafe`
}
