import type { LintSettings } from './lint/lint.js'
import { ruleIds } from './lint/rule-ids.js'
import type { HasImage } from './report/images.js'
import { rules } from './rules/index.js'
import type { Severity } from './rules/rule.js'
import { DEFAULT_SCHEMA, loadSchema } from './schema/load.js'
import type { Schema } from './schema/schema.js'
import { once } from './text/kept.js'
import { nearest } from './text/nearest.js'

/** What the users of the library may say. */
export interface Options {
  /** The built-in `event-report` if it is left out. */
  readonly schema?: Schema
  /** What is said of a rule here goes before the rule's own severity. */
  readonly severities?: Readonly<Record<string, Severity | 'off'>>
  /** Whether the site has a picture of that address; null, and by default, nobody can tell. */
  readonly hasImage?: HasImage
}

/** One and the same for all reports: recognition is kept by it. */
const builtIn = once(() => loadSchema(DEFAULT_SCHEMA))

const KEYS: readonly (keyof Options)[] = ['schema', 'severities', 'hasImage']

/** @throws TypeError for what cannot be meant: who writes no types is told by nobody else */
export function settingsOf(options: Options): LintSettings {
  const { schema = builtIn(), severities = {} } = options
  for (const key of Object.keys(options)) known('option', key, KEYS)
  if (!Array.isArray(schema.sections))
    throw new TypeError(`the schema is what loadSchema or parseSchema gives, not “${schema}”`)
  for (const [id, severity] of Object.entries(severities)) {
    known('rule', id, ruleIds)
    if (!['off', 'warning', 'error'].includes(severity))
      throw new TypeError(`the severity of ${id} is off, warning or error, not “${severity}”`)
  }
  return { schema, rules, severities }
}

function known(kind: string, name: string, names: readonly string[]): void {
  if (names.includes(name)) return
  const near = nearest(name, names)
  throw new TypeError(`unknown ${kind} “${name}”${near ? `. Did you mean “${near}”?` : ''}`)
}
