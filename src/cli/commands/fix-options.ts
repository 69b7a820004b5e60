import type { Selection } from '../run/settings.js'
import type { StdinOptions } from '../run/stdin.js'

export interface FixOptions extends Selection, StdinOptions {
  readonly write?: boolean
  readonly unsafe?: boolean
  /** Implies `write`. */
  readonly interactive?: boolean
  /** What git's index holds, in the stead of the files. */
  readonly staged?: boolean
  readonly debug?: boolean
}
