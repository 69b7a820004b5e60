import type { Format } from '../../reporters/index.js'
import type { RunOptions } from '../run/collect.js'
import type { StdinOptions } from '../run/stdin.js'
import type { BaselineOptions } from './baseline.js'

export interface CheckOptions extends RunOptions, BaselineOptions, StdinOptions {
  readonly format: Format
  /** Check the staged files in git's index instead of the working files. */
  readonly staged?: boolean
  readonly maxWarnings?: number
  readonly quiet?: boolean
  /** The width of the terminal in cells. The output depends on it, so a repeated output is only valid for the same width. */
  readonly columns?: number | undefined
  /** Print to standard error what took how long. */
  readonly stats?: boolean
}
