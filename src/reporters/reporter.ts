import type { Weights } from '../config/weights.js'
import type { RegisteredEvent } from '../events/registry.js'
import type { Examined } from '../lint/examine.js'
import type { ReportedFinding } from '../lint/finding.js'
import type { SectionLines } from '../lint/section-lines.js'
import type { Safety } from '../rules/rule.js'
import type { Colours } from './colours.js'
import type { Summary } from './summary.js'

/** What a run found, with what it takes to show it. */
export interface Checked {
  /** In the order of their place. */
  readonly findings: readonly ReportedFinding[]
  readonly summary: Summary
  /** The reports that were checked, as the user calls them. */
  readonly files: readonly string[]
  /** What could not be worked on, one line each. */
  readonly failures: readonly string[]
  /** All that is known of the files that say something of events; empty for formats that do not ask for it. */
  readonly examined: readonly Examined[]
  /** Events that are known for certain. */
  readonly registry: readonly RegisteredEvent[]
  /** How many points findings cost. */
  readonly weights: Weights
  /** The text of a report as it was checked; null where it is not at hand. */
  textOf(path: string): string | null
  /** The sections of a report as it was checked. */
  sectionsOf(path: string): SectionLines
  /** The command that mends what was found, by fixes that are no stronger. */
  fixCommand(safety: Safety): string
  /** Where the user's paths start; absolute. */
  readonly cwd: string
  /** The root of the repository, from which other programs call the files; absolute. */
  readonly root: string
  readonly colours: Colours
  /** How many cells a line of the terminal has; null where nobody looks. */
  readonly width: number | null
}

/** Shows what a run found as a text that ends with a line end, or is empty; one that may be long comes in parts. */
export type Reporter = (checked: Checked) => string | Iterable<string>
