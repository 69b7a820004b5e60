import { mend } from './fix/mend.js'
import type { Finding } from './lint/finding.js'
import { lintReport } from './lint/lint.js'
import { type Options, settingsOf } from './options.js'
import type { Source } from './report/bind.js'
import { buildReport } from './report/build.js'
import { type Facts, factsOf } from './report/facts.js'
import { reading } from './report/reading.js'
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
 * Checks one report. Reads no file; the path serves for the folder's number and the findings' place.
 * @throws TypeError for arguments that cannot be meant
 */
export function check(source: Source, options: Options = {}): Finding[] {
  const settings = settingsOf(options)
  return lintReport(buildReport(given(source), settings.schema, options.hasImage), settings)
}

/**
 * What is understood of one report.
 * @throws TypeError for arguments that cannot be meant
 */
export function inspect(source: Source, options: Options = {}): Facts {
  return factsOf(buildReport(given(source), settingsOf(options).schema, options.hasImage))
}

/** A report after its fixes. */
export interface Fixed {
  readonly text: string
  readonly fixed: readonly Finding[]
  readonly remaining: readonly Finding[]
  /** Why none but the safe fixes were made, although others were asked for. */
  readonly setback?: string
}

/**
 * Fixes one report in memory until nothing is left to fix, and proves that nothing else changed.
 * @param safety `unsafe` adds the fixes that need another look; where these cannot be proved, the safe ones are made alone
 * @throws Error where the fixes do not come to rest or the proof fails; the message says why; TypeError for arguments that
 *   cannot be meant
 */
export function fix(source: Source, safety: Safety = 'safe', options: Options = {}): Fixed {
  if (safety !== 'safe' && safety !== 'unsafe') throw new TypeError(`the safety is safe or unsafe, not “${safety}”`)
  const settings = settingsOf(options)
  const lint = (text: string) =>
    lintReport(buildReport({ ...source, text }, settings.schema, options.hasImage), settings)
  const mended = mend(given(source).text, lint, safety, reading)
  if (mended.state === 'refused') throw new Error(mended.reason)
  const { text, passes, remaining, setback } = mended
  return { text, fixed: passes.flatMap(({ fixed }) => fixed), remaining, ...(setback && { setback }) }
}

function given(source: Source): Source {
  if (typeof source?.path !== 'string' || typeof source.text !== 'string')
    throw new TypeError('a source is { path, text }, two strings')
  return source
}
