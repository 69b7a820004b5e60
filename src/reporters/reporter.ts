import type { Weights } from '../config/weights.js'
import type { RegisteredEvent } from '../events/registry.js'
import type { Examined } from '../lint/examine.js'
import type { ReportedFinding } from '../lint/finding.js'
import type { SectionLines } from '../lint/section-lines.js'
import type { Safety } from '../rules/rule.js'
import type { Colours } from './colours.js'
import type { Summary } from './summary.js'

/** What a run found, and everything that is needed to show it. */
export interface Checked {
  /** Sorted by place. */
  readonly findings: readonly ReportedFinding[]
  readonly summary: Summary
  /** The reports that were checked, as the user names them. */
  readonly files: readonly string[]
  /** What could not be processed, one line each. */
  readonly failures: readonly string[]
  /** Everything known about the files that are about events; empty for formats that do not use it. */
  readonly examined: readonly Examined[]
  /** The events in the registry. */
  readonly registry: readonly RegisteredEvent[]
  /** How many points findings cost. */
  readonly weights: Weights
  /** The text of a report as it was checked; null if it is not available. */
  textOf(path: string): string | null
  /** The sections of a report as it was checked. */
  sectionsOf(path: string): SectionLines
  /** The command that applies the fixes of what was found, up to the given safety. */
  fixCommand(safety: Safety): string
  /** The folder that the user's paths are relative to; absolute. */
  readonly cwd: string
  /** The root of the repository, to which paths in machine-readable formats are relative; absolute. */
  readonly root: string
  readonly colours: Colours
  /** The width of the terminal in cells; null if the output does not go to a terminal. */
  readonly width: number | null
}

/** Formats the results of a run. The text is empty or ends with a line end; a long one may come in parts. */
export type Reporter = (checked: Checked) => string | Iterable<string>
