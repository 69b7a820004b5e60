import { counted } from '../../reporters/summary.js'
import type { FixOptions } from './fix-options.js'
import { type Left, rest } from './left.js'

/** What came of fixing, for whoever asked for it. */
export interface FixResult {
  readonly fixes: number
  /** How many files have them. */
  readonly files: number
  readonly left: readonly Left[]
  /** Whether there is something that could not be worked on or fixed. */
  readonly hasProblems: boolean
  /** The rules across reports that are on, where reports were not held against each other; null where they were. */
  readonly unseen: ReadonlySet<string> | null
}

/** The sentence that ends a run: what was done, what is left, and what was not looked for. */
export function closing(result: FixResult, options: FixOptions): string {
  const { fixes, files, left, unseen } = result
  const isForecast = unseen === null && !options.write && files > 1
  // Whoever hears what is left, or that there is nothing, is to know what was not looked for.
  const isTold = fixes === 0 || left.length > 0
  return `${done(result, options)}${rest(left, isForecast)}${unseen && isTold ? notLookedFor(unseen, options) : ''}`
}

function done({ fixes, files, left, hasProblems }: FixResult, { write, stdin }: FixOptions): string {
  // Nobody knows what there is to fix in what could not be read.
  const isLeft = hasProblems || left.some(({ why }) => why === 'declined' || why === 'refused')
  if (fixes === 0) return isLeft ? 'nothing was fixed' : 'nothing to fix'
  return `${counted(fixes, 'finding')} in ${counted(files, 'file')} ${write || stdin ? 'fixed' : 'can be fixed with --write'}`
}

function notLookedFor(unseen: ReadonlySet<string>, { rule }: FixOptions): string {
  if (unseen.size === 0) return ''
  if (!rule) return '; what only other reports tell was not looked for, which takes --unsafe'
  return `; ${[...unseen].join(' and ')} ${unseen.size > 1 ? 'were' : 'was'} not looked for, which takes --unsafe`
}
