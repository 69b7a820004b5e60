import * as v from 'valibot'
import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml'
import type { Severity } from '../rules/rule.js'
import { builtInSchemas, isSchemaFile } from '../schema/load.js'
import { nearest } from '../text/nearest.js'

export type Setting = Severity | 'off'

/** What one file says about the reports around and below it. */
export interface Config {
  /** The file it came from. */
  readonly path: string
  /** Whether configurations in the folders above have nothing to say. */
  readonly root: boolean
  /** The name of a built-in schema, or a path relative to the file; null where the file names none. */
  readonly schema: string | null
  readonly rules: Readonly<Record<string, Setting>>
  /** Globs in the manner of `.gitignore`, relative to the file: reports in folders that are taken, or passed over. */
  readonly include: readonly string[]
  readonly exclude: readonly string[]
  /** Names and terms as they are spelled. */
  readonly glossary: readonly string[]
  readonly overrides: readonly Override[]
  /** How many points a finding takes off a score, by rule or by severity. */
  readonly score: Readonly<Record<string, number>>
}

/** Other settings for some of the files. The last override that names a file wins. */
export interface Override {
  readonly files: readonly string[]
  readonly rules: Readonly<Record<string, Setting>>
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
/** Valibot takes a list for an object whose keys are numbers. */
export const noList = (expected: string) => v.check((value: unknown) => !Array.isArray(value), expected)

const RULES = 'a mapping of rules to off, warning or error'
const rules = v.nullish(
  v.pipe(
    v.any(),
    noList(RULES),
    v.record(v.string(), v.union([setting, v.looseTuple([setting])], 'off, warning or error'), RULES),
  ),
)
const STRINGS = 'a list of texts'
const strings = v.pipe(
  v.union([v.array(v.string(STRINGS), STRINGS), v.string(STRINGS)], STRINGS),
  v.transform((value) => (typeof value === 'string' ? [value] : value)),
)
const OVERRIDE = 'a mapping with the keys files and rules'
const overrideKeys = { files: strings, rules }
const override = v.pipe(v.any(), noList(OVERRIDE), v.strictObject(overrideKeys, OVERRIDE))

const SCORE = 'a mapping of error, warning and rules to points'
const POINTS = 'a number of points from 0 to 100'
const points = v.pipe(v.number(POINTS), v.minValue(0, POINTS), v.maxValue(100, POINTS))

const CONFIG = 'a mapping of keys to values'
const configKeys = {
  $schema: v.nullish(v.string('the address of a JSON Schema')),
  root: v.nullish(v.boolean('true or false')),
  schema: v.nullish(v.string('the name of a schema, or its path')),
  rules,
  include: v.nullish(strings),
  exclude: v.nullish(strings),
  glossary: v.nullish(strings),
  overrides: v.nullish(v.array(override, 'a list of mappings with the keys files and rules')),
  score: v.nullish(v.pipe(v.any(), noList(SCORE), v.record(v.string(), points, SCORE))),
}
/** A key without a value, as commenting its lines out leaves it, says nothing. What is wrong is said as what was expected. */
const configFile = v.pipe(v.any(), noList(CONFIG), v.strictObject(configKeys, CONFIG))

/**
 * Reads a configuration, YAML or JSON. Data only: nothing in it is run.
 * @param section the key under which it stands in a larger file (`reportlint` in package.json)
 * @throws ConfigError naming line, key and the nearest known one
 */
export function parseConfig(text: string, path: string, knownRules: ReadonlySet<string>, section?: string): Config {
  const { document, lines, lineOf } = locate(text, section)
  const [broken] = document.errors
  if (broken) throw new ConfigError(broken.message, path, lines.linePos(broken.pos[0]).line)

  const fail = (message: string, keys: Keys): never => {
    throw new ConfigError(message, path, lineOf(keys))
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
  const settingsIn = (given: RulesFile, keys: Keys): Record<string, Setting> => {
    const entries = Object.entries(given ?? {}).map(([id, value]): [string, Setting] => {
      if (!knownRules.has(id)) fail(`unknown rule “${id}”${didYouMean(id, [...knownRules])}`, [...keys, id])
      if (typeof value === 'string') return [id, value]
      const [severity, ...options] = value
      if (options.length > 1 || !isNothing(options[0]))
        fail(`${named([...keys, id])}: unexpected options, expected ${severity} alone: this rule has none`, [
          ...keys,
          id,
          1,
        ])
      return [id, severity]
    })
    return Object.fromEntries(entries)
  }

  const score = output.score ?? {}
  for (const id of Object.keys(score))
    if (!knownRules.has(id) && id !== 'error' && id !== 'warning')
      fail(`unknown rule “${id}”${didYouMean(id, ['error', 'warning', ...knownRules])}`, ['score', id])

  const schema = output.schema ?? null
  const builtIn = Object.keys(builtInSchemas)
  if (schema !== null && !isSchemaFile(schema) && !builtIn.includes(schema))
    fail(
      `schema: unknown schema “${schema}”, expected ${builtIn.join(', ')} or the path of a .yaml file${didYouMean(schema, builtIn)}`,
      ['schema'],
    )
  return {
    path,
    root: output.root ?? false,
    schema,
    rules: settingsIn(output.rules, ['rules']),
    include: output.include ?? [],
    exclude: output.exclude ?? [],
    glossary: output.glossary ?? [],
    overrides: (output.overrides ?? []).map((entry, index) => ({
      files: entry.files,
      rules: settingsIn(entry.rules, ['overrides', index, 'rules']),
    })),
    score,
  }
}

/** The keys and indices that lead to a value. */
export type Keys = readonly (string | number)[]

/**
 * Tells on which line of a configuration a value stands, 1-based; one that is missing has no place of its own, the nearest
 * one above it has.
 * @param section as for `parseConfig`
 */
export function linesOf(text: string, section?: string): (keys: Keys) => number {
  return locate(text, section).lineOf
}

function locate(text: string, section: string | undefined) {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, schema: 'core', stringKeys: true, prettyErrors: false })
  const prefix = section === undefined ? [] : [section]
  return {
    document,
    lines,
    lineOf: (keys: Keys): number => lines.linePos(offsetOf([...prefix, ...keys], document)).line,
  }
}

/** Whether options say nothing, as a bare severity does. */
function isNothing(options: unknown): boolean {
  return (
    options === undefined ||
    options === null ||
    (typeof options === 'object' && !Array.isArray(options) && Object.keys(options).length === 0)
  )
}

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

type RulesFile = v.InferOutput<typeof rules>
type Issue = v.InferIssue<typeof configFile>

/** What is wrong, and at which key. */
function complaintOf(issue: Issue): [message: string, keys: Keys] {
  const keys = (issue.path ?? []).map(({ key }) => key as string | number)
  const where = named(keys)
  const at = where === '' ? '' : `${where}: `
  if (issue.type === 'strict_object' && issue.expected === 'never') {
    const known = Object.keys(keys.length > 1 ? overrideKeys : configKeys)
    return [`unknown key “${where}”${didYouMean(String(keys.at(-1)), known)}`, keys]
  }
  if (issue.type === 'strict_object' && issue.received === 'undefined') return [`the key “${where}” is missing`, keys]
  const hint = typeof issue.input === 'string' && keys.includes('rules') ? didYouMean(issue.input, SETTINGS) : ''
  return [`${at}unexpected ${shown(issue.input)}, expected ${issue.message}${hint}`, keys]
}

/** `overrides[1].rules.typo`: keys as they are read, lists counted from one. */
export function named(keys: Keys): string {
  return keys
    .map((key) => (typeof key === 'number' ? `[${key + 1}]` : `.${key}`))
    .join('')
    .replace(/^\./, '')
}

/** A value as messages name it. */
export function shown(value: unknown): string {
  if (typeof value === 'string') return `“${value}”`
  if (Array.isArray(value)) return 'list'
  return typeof value === 'object' && value !== null ? 'mapping' : String(value)
}

function didYouMean(word: string, known: readonly string[]): string {
  const near = nearest(word, known)
  return near ? `. Did you mean “${near}”?` : ''
}
