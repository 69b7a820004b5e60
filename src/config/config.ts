import * as v from 'valibot'
import { isNode, LineCounter, parseDocument } from 'yaml'
import type { Severity } from '../rules/rule.js'
import { nearest } from '../text/nearest.js'

export type Setting = Severity | 'off'

/** What a project says about its reports. */
export interface Config {
  /** The file it came from; null where there is none. */
  readonly path: string | null
  /** The name of a built-in schema, or a path relative to the file. */
  readonly schema: string
  readonly rules: Readonly<Record<string, Setting>>
  /** Globs in the manner of `.gitignore`, relative to the file: reports in folders that are taken, or passed over. */
  readonly include: readonly string[]
  readonly exclude: readonly string[]
  /** Names and terms as they are spelled. */
  readonly glossary: readonly string[]
  readonly overrides: readonly Override[]
}

/** Other settings for some of the files. The last override that names a file wins. */
export interface Override {
  readonly files: readonly string[]
  readonly rules: Readonly<Record<string, Setting>>
}

export const DEFAULT_CONFIG: Config = {
  path: null,
  schema: 'event-report',
  rules: {},
  include: [],
  exclude: [],
  glossary: [],
  overrides: [],
}

/** A configuration that cannot be used: where it is wrong, and how. `line` is 1-based. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
  constructor(
    message: string,
    readonly path: string,
    readonly line: number,
  ) {
    super(message)
  }
}

const setting = v.picklist(['off', 'warning', 'error'])
const rules = v.optional(
  v.record(
    v.string(),
    v.union([
      setting,
      v.pipe(
        v.tuple([setting, v.unknown()]),
        v.transform(([first]) => first),
      ),
    ]),
  ),
)
const strings = v.pipe(
  v.union([v.array(v.string()), v.string()]),
  v.transform((value) => (typeof value === 'string' ? [value] : value)),
)

const configFile = v.strictObject({
  schema: v.optional(v.string()),
  rules,
  include: v.optional(strings),
  exclude: v.optional(strings),
  glossary: v.optional(strings),
  overrides: v.optional(v.array(v.strictObject({ files: strings, rules }))),
})

const KEYS = ['schema', 'rules', 'include', 'exclude', 'glossary', 'overrides', 'files', 'off', 'warning', 'error']

/**
 * Reads a configuration, YAML or JSON. Data only: nothing in it is run.
 * @param section the key under which it stands in a larger file (`reportlint` in package.json)
 * @throws ConfigError naming line, key and the nearest known one
 */
export function parseConfig(text: string, path: string, knownRules: ReadonlySet<string>, section?: string): Config {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, schema: 'core', stringKeys: true, prettyErrors: false })
  const [broken] = document.errors
  if (broken) throw new ConfigError(broken.message, path, lines.linePos(broken.pos[0]).line)
  const prefix = section === undefined ? [] : [section]
  const lineOf = (keys: readonly unknown[]): number => {
    const node = keys
      .map((_, index) => document.getIn([...prefix, ...keys.slice(0, index + 1)], true))
      .filter((found) => isNode(found))
      .at(-1)
    return lines.linePos(node?.range?.[0] ?? 0).line
  }
  const data: unknown = document.toJS({ maxAliasCount: 100 }) ?? {}
  const value = section === undefined ? data : ((data as Record<string, unknown>)[section] ?? {})
  const result = v.safeParse(configFile, value)
  if (!result.success) {
    const [issue] = result.issues
    const keys = issue.path?.map(({ key }) => key) ?? []
    const given = issue.type === 'strict_object' ? String(keys.at(-1)) : String(issue.input)
    const what =
      issue.type === 'strict_object'
        ? `unknown key “${keys.join('.')}”`
        : `${keys.join('.')}: unexpected ${issue.received}, expected ${issue.expected}`
    const near = nearest(given, KEYS)
    throw new ConfigError(`${what}${near ? `. Did you mean “${near}”?` : ''}`, path, lineOf(keys))
  }
  const { output } = result
  for (const [where, given] of [
    [['rules'], output.rules],
    ...(output.overrides ?? []).map((entry, index) => [['overrides', index, 'rules'], entry.rules]),
  ] as [unknown[], object | undefined][])
    for (const id of Object.keys(given ?? {}))
      if (!knownRules.has(id)) {
        const near = nearest(id, [...knownRules])
        throw new ConfigError(
          `unknown rule “${id}”${near ? `. Did you mean “${near}”?` : ''}`,
          path,
          lineOf([...where, id]),
        )
      }
  return {
    path,
    schema: output.schema ?? DEFAULT_CONFIG.schema,
    rules: output.rules ?? {},
    include: output.include ?? [],
    exclude: output.exclude ?? [],
    glossary: output.glossary ?? [],
    overrides: (output.overrides ?? []).map((entry) => ({ files: entry.files, rules: entry.rules ?? {} })),
  }
}
