import type { Selection } from '../run/settings.js'
import type { StdinOptions } from '../run/stdin.js'

export interface FixOptions extends Selection, StdinOptions {
  readonly write?: boolean
  readonly unsafe?: boolean
  /** Implies `write`. */
  readonly interactive?: boolean
  /** Fix the staged files in git's index instead of the working files. */
  readonly staged?: boolean
  readonly debug?: boolean
}
