import { fixText } from './fix/fix-text.js'
import type { Finding } from './lint/finding.js'
import { lintReport } from './lint/lint.js'
import { type Options, settingsOf } from './options.js'
import type { Source } from './report/bind.js'
import { buildReport } from './report/build.js'
import { type Facts, factsOf } from './report/facts.js'
import { referenceReader } from './report/markdown-reader.js'
import type { Safety } from './rules/rule.js'

export type { Finding } from './lint/finding.js'
export type { Options } from './options.js'
export type { Source } from './report/bind.js'
export type { Facts } from './report/facts.js'
export type { HasImage } from './report/images.js'
export { rules } from './rules/index.js'
export type { Fix, Problem, Related, ReportRule, Safety, Severity } from './rules/rule.js'
export { loadSchema, parseSchema, SchemaError } from './schema/load.js'
export type { Language, Schema, SectionSpec } from './schema/schema.js'
export type { TextEdit } from './text/edit.js'
export type { Located, Range } from './text/range.js'

/**
 * Checks one report. It reads no file: the path only gives the number of the event's folder and the place of findings.
 * @returns findings sorted by place, then by rule
 * @throws TypeError for invalid arguments
 */
export function check(source: Source, options: Options = {}): Finding[] {
  const settings = settingsOf(options)
  return lintReport(buildReport(given(source), settings.schema, options.hasImage), settings)
}

/**
 * The facts of one report, as rules see them.
 * @throws TypeError for invalid arguments
 */
export function inspect(source: Source, options: Options = {}): Facts {
  return factsOf(buildReport(given(source), settingsOf(options).schema, options.hasImage))
}

/** A report after its fixes. */
export interface Fixed {
  readonly text: string
  readonly fixed: readonly Finding[]
  readonly remaining: readonly Finding[]
  /** Why only the safe fixes were made, although unsafe ones were asked for. */
  readonly setback?: string
}

/**
 * Fixes one report in memory until nothing is left to fix, and proves that nothing else has changed.
 * @param safety `unsafe` adds the fixes that need a review; if these cannot be proved harmless, only the safe ones are made
 * @throws Error if the fixes do not converge or the proof fails, with the reason in its message; TypeError for invalid arguments
 */
export function fix(source: Source, safety: Safety = 'safe', options: Options = {}): Fixed {
  if (safety !== 'safe' && safety !== 'unsafe')
    throw new TypeError(`the safety must be safe or unsafe, not “${safety}”`)
  const settings = settingsOf(options)
  const lint = (text: string) =>
    lintReport(buildReport({ ...source, text }, settings.schema, options.hasImage), settings)
  const outcome = fixText(given(source).text, lint, safety, referenceReader)
  if (outcome.state === 'refused') throw new Error(outcome.reason)
  const { text, passes, remaining, setback } = outcome
  return { text, fixed: passes.flatMap(({ fixed }) => fixed), remaining, ...(setback && { setback }) }
}

function given(source: Source): Source {
  if (typeof source?.path !== 'string' || typeof source.text !== 'string')
    throw new TypeError('a source must be { path, text }, two strings')
  return source
}
