import * as v from 'valibot'
import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml'
import type { Severity } from '../rules/rule.js'
import { builtInSchemas } from '../schema/load.js'
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

const SETTINGS = ['off', 'warning', 'error'] as const
const setting = v.picklist(SETTINGS)
const rules = v.nullish(
  v.record(
    v.string(),
    v.union(
      [
        setting,
        v.pipe(
          v.tuple([setting, v.unknown()]),
          v.transform(([first]) => first),
        ),
      ],
      'off, warning or error',
    ),
    'a mapping of rules to off, warning or error',
  ),
)
const STRINGS = 'a list of texts'
const strings = v.pipe(
  v.union([v.array(v.string(STRINGS), STRINGS), v.string(STRINGS)], STRINGS),
  v.transform((value) => (typeof value === 'string' ? [value] : value)),
)
const override = v.strictObject({ files: strings, rules }, 'a mapping with the keys files and rules')

/** A key without a value, as commenting its lines out leaves it, says nothing. What is wrong is said as what was expected. */
const configFile = v.strictObject(
  {
    schema: v.nullish(v.string('the name of a schema, or its path')),
    rules,
    include: v.nullish(strings),
    exclude: v.nullish(strings),
    glossary: v.nullish(strings),
    overrides: v.nullish(v.array(override, 'a list of mappings with the keys files and rules')),
  },
  'a mapping of keys to values',
)

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
  const fail = (message: string, keys: Keys): never => {
    throw new ConfigError(message, path, lines.linePos(offsetOf([...prefix, ...keys], document)).line)
  }
  let whole: unknown
  try {
    whole = document.toJS({ maxAliasCount: 100 })
  } catch (error) {
    // Aliases that name nothing, or would grow without end.
    fail((error as Error).message, [])
  }
  const data = section === undefined ? whole : (whole as Record<string, unknown> | null)?.[section]
  const result = v.safeParse(configFile, data ?? {})
  if (!result.success) return fail(...complaintOf(result.issues[0]))

  const { output } = result
  const overrides = output.overrides ?? []
  const checkRules = (given: object | null | undefined, keys: Keys): void => {
    for (const id of Object.keys(given ?? {}))
      if (!knownRules.has(id)) fail(`unknown rule “${id}”${didYouMean(id, [...knownRules])}`, [...keys, id])
  }
  checkRules(output.rules, ['rules'])
  for (const [index, entry] of overrides.entries()) checkRules(entry.rules, ['overrides', index, 'rules'])

  const schema = output.schema ?? DEFAULT_CONFIG.schema
  const builtIn = Object.keys(builtInSchemas)
  if (!isSchemaFile(schema) && !builtIn.includes(schema))
    fail(
      `schema: unknown schema “${schema}”, expected ${builtIn.join(', ')} or the path of a .yaml file${didYouMean(schema, builtIn)}`,
      ['schema'],
    )
  return {
    path,
    schema,
    rules: output.rules ?? {},
    include: output.include ?? [],
    exclude: output.exclude ?? [],
    glossary: output.glossary ?? [],
    overrides: overrides.map((entry) => ({ files: entry.files, rules: entry.rules ?? {} })),
  }
}

/** Whether a schema is given by its path; otherwise it is a name. */
export function isSchemaFile(schema: string): boolean {
  return /\.(?:ya?ml|json)$/i.test(schema)
}

type Keys = readonly (string | number)[]

/** Where a key stands; a key that is missing has no place of its own, the nearest one above it has. */
function offsetOf(keys: Keys, document: Document): number {
  for (let depth = keys.length; depth > 0; depth--) {
    const parent = document.getIn(keys.slice(0, depth - 1), true)
    const key = keys[depth - 1]
    const pair = isMap(parent) ? parent.items.find((item) => isScalar(item.key) && item.key.value === key) : undefined
    const node = pair?.key ?? document.getIn(keys.slice(0, depth), true)
    if (isNode(node) && node.range) return node.range[0]
  }
  return document.contents?.range?.[0] ?? 0
}

type Issue = v.InferIssue<typeof configFile>

/** What is wrong, and at which key. */
function complaintOf(issue: Issue): [message: string, keys: Keys] {
  const keys = (issue.path ?? []).map(({ key }) => key as string | number)
  const where = keys
    .map((key) => (typeof key === 'number' ? `[${key + 1}]` : `.${key}`))
    .join('')
    .replace(/^\./, '')
  const at = where === '' ? '' : `${where}: `
  if (issue.type === 'strict_object' && issue.expected === 'never') {
    // A list passes for an object whose keys are numbers.
    if (Array.isArray(issue.path?.at(-1)?.input))
      return [`unexpected list, expected ${issue.message}`, keys.slice(0, -1)]
    const known = keys.length > 1 ? Object.keys(override.entries) : Object.keys(configFile.entries)
    return [`unknown key “${where}”${didYouMean(String(keys.at(-1)), known)}`, keys]
  }
  if (issue.type === 'strict_object' && issue.received === 'undefined') return [`the key “${where}” is missing`, keys]
  const hint = typeof issue.input === 'string' && keys.includes('rules') ? didYouMean(issue.input, SETTINGS) : ''
  return [`${at}unexpected ${shown(issue.input)}, expected ${issue.message}${hint}`, keys]
}

function shown(value: unknown): string {
  if (typeof value === 'string') return `“${value}”`
  if (Array.isArray(value)) return 'list'
  return typeof value === 'object' && value !== null ? 'mapping' : String(value)
}

function didYouMean(word: string, known: readonly string[]): string {
  const near = nearest(word, known)
  return near ? `. Did you mean “${near}”?` : ''
}
