import type { Format } from '../../reporters/index.js'
import type { RunOptions } from '../run/collect.js'
import type { StdinOptions } from '../run/stdin.js'
import type { BaselineOptions } from './baseline.js'

export interface CheckOptions extends RunOptions, BaselineOptions, StdinOptions {
  readonly format: Format
  /** What git's index holds, as it is staged. */
  readonly staged?: boolean
  readonly maxWarnings?: number
  readonly quiet?: boolean
  /** How wide the terminal is. What is printed hangs on it, and so does whether it may be said again. */
  readonly columns?: number | undefined
  /** What took how long, on the standard error. */
  readonly stats?: boolean
}
