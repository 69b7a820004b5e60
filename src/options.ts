import type { LintSettings } from './lint/lint.js'
import { ruleIds } from './lint/rule-ids.js'
import type { HasImage } from './report/images.js'
import { rules } from './rules/index.js'
import type { Severity } from './rules/rule.js'
import { DEFAULT_SCHEMA, loadSchema } from './schema/load.js'
import type { Schema } from './schema/schema.js'
import { once } from './text/memoize.js'
import { nearest } from './text/nearest.js'

/** The options of the library. */
export interface Options {
  /** By default the built-in `event-report`. */
  readonly schema?: Schema
  /** Severities by rule id, which override those of the rules. */
  readonly severities?: Readonly<Record<string, Severity | 'off'>>
  /** Whether the site has a picture with an address; null, which is also the default, if that is unknown. */
  readonly hasImage?: HasImage
}

/** The same object for all reports, because what is derived from a schema is memoized by it. */
const builtIn = once(() => loadSchema(DEFAULT_SCHEMA))

const KEYS: readonly (keyof Options)[] = ['schema', 'severities', 'hasImage']

/** @throws TypeError for invalid options, for callers without a type checker */
export function settingsOf(options: Options): LintSettings {
  const { schema = builtIn(), severities = {}, hasImage } = asMapping('options', options)
  for (const key of Object.keys(options)) known('option', key, KEYS)
  if (!Array.isArray(schema?.sections))
    throw new TypeError(`the schema must be what loadSchema or parseSchema returns, not “${schema}”`)
  if (hasImage !== undefined && typeof hasImage !== 'function')
    throw new TypeError(`hasImage must be a function, not “${hasImage}”`)
  for (const [id, severity] of Object.entries(asMapping('severities', severities))) {
    known('rule', id, ruleIds)
    if (!['off', 'warning', 'error'].includes(severity))
      throw new TypeError(`the severity of ${id} must be off, warning or error, not “${severity}”`)
  }
  return { schema, rules, severities }
}

/** @throws TypeError for anything but an object with keys */
export function asMapping<T extends object>(what: string, value: T): T {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value
  throw new TypeError(`the ${what} must be an object, not “${value}”`)
}

function known(kind: string, name: string, names: readonly string[]): void {
  if (names.includes(name)) return
  const near = nearest(name, names)
  throw new TypeError(`unknown ${kind} “${name}”${near ? `. Did you mean “${near}”?` : ''}`)
}
