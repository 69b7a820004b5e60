import * as v from 'valibot'
import type { Severity } from '../rules/rule.js'
import { builtInSchemas, isSchemaFile } from '../schema/load.js'
import { didYouMean, type Keys, keyPath, mapping, mappingTo, readChecked } from '../source/checked-yaml.js'
import type { Weights } from './weights.js'

export const SETTINGS = ['off', 'warning', 'error'] as const satisfies readonly (Severity | 'off')[]
export type Setting = (typeof SETTINGS)[number]

/** One configuration file, which applies to its folder and everything below. */
export interface Config {
  /** The file it came from. */
  readonly path: string
  /** Whether configurations in the folders above are ignored. */
  readonly root: boolean
  /** The name of a built-in schema, or a path relative to the file; null if the file gives none. */
  readonly schema: string | null
  readonly rules: Readonly<Record<string, Setting>>
  /** Globs in the style of `.gitignore`: which reports in folders to take, and which to skip. */
  readonly include: readonly string[]
  readonly exclude: readonly string[]
  /** Names and terms in their correct spelling. */
  readonly glossary: readonly string[]
  readonly overrides: readonly Override[]
  readonly score: Weights
}

/** Other settings for some files. The last override that matches a file wins. */
export interface Override {
  readonly files: readonly string[]
  readonly rules: Readonly<Record<string, Setting>>
}

const setting = v.picklist(SETTINGS)
const rules = v.nullish(
  mappingTo(
    v.union(
      [setting, v.looseTuple([setting])],
      ({ input }) => `off, warning or error${typeof input === 'string' ? didYouMean(input, SETTINGS) : ''}`,
    ),
    'a mapping of rules to off, warning or error',
  ),
)
const STRINGS = 'a list of strings'
const string = v.string('a string, in quotation marks')
/** A list; a single value counts as a list of one. */
const listOf = <Item extends v.GenericSchema>(item: Item) =>
  v.pipe(
    v.unknown(),
    v.transform((value) => (typeof value === 'string' ? [value] : value)),
    v.array(item, STRINGS),
  )
const strings = listOf(string)
const globs = listOf(
  v.pipe(
    string,
    v.check(
      (glob) => betterGlob(glob) === null,
      ({ input }) => betterGlob(input) ?? '',
    ),
  ),
)
const override = mapping({ files: globs, rules }, 'a mapping with the keys files and rules')

const POINTS = 'a number of points from 0 to 100'
const points = v.pipe(v.number(POINTS), v.minValue(0, POINTS), v.maxValue(100, POINTS))

/** A key without a value, as remains after commenting its lines out, has no effect. */
const configFile = mapping(
  {
    $schema: v.nullish(v.string('the address of a JSON Schema')),
    root: v.nullish(v.boolean('true or false')),
    schema: v.nullish(v.string('the name of a schema, or its path')),
    rules,
    include: v.nullish(globs),
    exclude: v.nullish(globs),
    glossary: v.nullish(strings),
    overrides: v.nullish(v.array(override, 'a list of mappings with the keys files and rules')),
    score: v.nullish(mappingTo(points, 'a mapping of error, warning and rules to points')),
  },
  'a mapping of keys to values',
)

/**
 * Reads a configuration, YAML or JSON, as data only: nothing in it is run.
 * @param section the key of the configuration in a larger file (`reportlint` in package.json)
 * @throws ConfigError naming the line, the key and the closest known one
 */
export function parseConfig(text: string, path: string, knownRules: ReadonlySet<string>, section?: string): Config {
  const { data, fail } = readChecked(text, path, configFile, section)
  const settingsIn = (given: v.InferOutput<typeof rules>, keys: Keys): Record<string, Setting> => {
    const entries = Object.entries(given ?? {}).map(([id, value]): [string, Setting] => {
      if (!knownRules.has(id)) fail(`unknown rule “${id}”${didYouMean(id, [...knownRules])}`, [...keys, id])
      if (typeof value === 'string') return [id, value]
      const [severity, ...options] = value
      if (options.length > 1 || !isNothing(options[0]))
        fail(`${keyPath([...keys, id])}: unexpected options, expected ${severity} alone: this rule has none`, [
          ...keys,
          id,
          1,
        ])
      return [id, severity]
    })
    return Object.fromEntries(entries)
  }

  const score = data.score ?? {}
  for (const id of Object.keys(score))
    if (!knownRules.has(id) && id !== 'error' && id !== 'warning')
      fail(`unknown rule “${id}”${didYouMean(id, ['error', 'warning', ...knownRules])}`, ['score', id])

  const schema = data.schema ?? null
  const builtIn = Object.keys(builtInSchemas)
  if (schema !== null && !isSchemaFile(schema) && !builtIn.includes(schema))
    fail(
      `schema: unknown schema “${schema}”, expected ${builtIn.join(', ')} or the path of a .yaml file${didYouMean(schema, builtIn)}`,
      ['schema'],
    )
  return {
    path,
    root: data.root ?? false,
    schema,
    rules: settingsIn(data.rules, ['rules']),
    include: data.include ?? [],
    exclude: data.exclude ?? [],
    glossary: data.glossary ?? [],
    overrides: (data.overrides ?? []).map((entry, index) => ({
      files: entry.files,
      rules: settingsIn(entry.rules, ['overrides', index, 'rules']),
    })),
    score,
  }
}

/**
 * What to write instead of a glob that matches nothing here, although other programs may understand it.
 * @returns null for a glob that may match something
 */
function betterGlob(glob: string): string | null {
  const [, not = '', path = ''] = /^(!?)(.*)$/s.exec(glob.trim()) ?? []
  if (/^\.\.(?:\/|$)/.test(path)) return 'one for files in the folder of this file, or below'
  const name = path.replace(/^\.?\/{1,9}/, '')
  if (name === '' || name === '.') return 'the name of a file or folder, or a glob such as “*.old.md”'
  if (path.startsWith('./')) return `“${not}/${name}”`
  if (/\\[\p{L}\d]/u.test(path)) return 'a “/” between folders'
  return /\{[^{}]{0,99},[^{}]{0,99}\}/.test(path) ? 'a glob for each: braces mean nothing here' : null
}

/** Whether the options of a rule are empty, like those of a bare severity. */
function isNothing(options: unknown): boolean {
  return (
    options === undefined ||
    options === null ||
    (typeof options === 'object' && !Array.isArray(options) && Object.keys(options).length === 0)
  )
}
