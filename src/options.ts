import type { LintSettings } from './lint/lint.js'
import type { HasImage } from './report/images.js'
import { rules } from './rules/index.js'
import type { Severity } from './rules/rule.js'
import { DEFAULT_SCHEMA, loadSchema } from './schema/load.js'
import type { Schema } from './schema/schema.js'
import { once } from './text/kept.js'

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

export function settingsOf({ schema = builtIn(), severities = {} }: Options): LintSettings {
  return { schema, rules, severities }
}
