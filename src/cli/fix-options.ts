import type { Selection } from './settings.js'
import type { StdinOptions } from './stdin.js'

export interface FixOptions extends Selection, StdinOptions {
  readonly write?: boolean
  readonly unsafe?: boolean
  /** Implies `write`. */
  readonly interactive?: boolean
  /** What git's index holds, in the stead of the files. */
  readonly staged?: boolean
  readonly debug?: boolean
}
