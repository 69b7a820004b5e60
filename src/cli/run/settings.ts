import { dirname, resolve } from 'node:path'
import { type Cascade, type Configured, cascadeOf } from '../../config/cascade.js'
import { type Config, parseConfig, type Setting } from '../../config/config.js'
import { DEFAULT_WEIGHTS, type Weights } from '../../config/weights.js'
import type { LintSettings } from '../../lint/lint.js'
import { ruleIds } from '../../lint/rule-ids.js'
import { rules } from '../../rules/index.js'
import { builtInSchemas, DEFAULT_SCHEMA, isSchemaFile, loadSchema, parseSchema } from '../../schema/load.js'
import type { Schema } from '../../schema/schema.js'
import { ConfigError, linesOf } from '../../source/checked-yaml.js'
import { type ConfigFile, configIn, readConfig } from '../../source/config-file.js'
import { pathExists } from '../../source/disk.js'
import { readSource, SourceError } from '../../source/read.js'
import { isTop } from '../../source/repository.js'
import { memoize, memoizeByObject } from '../../text/memoize.js'
import { withFileName, withShortPaths } from '../process/file-errors.js'
import { UsageError } from '../process/io.js'
import { unknownName } from '../process/unknown-name.js'

/** The options that every command on reports takes. */
export interface Selection {
  readonly config?: string
  readonly schema?: string
  readonly rule?: readonly string[]
  /** The Markdown parser; the findings are the same with every parser. */
  readonly parser?: string
  /** Whether named files are treated like those found in folders. Hooks need this, because they name every committed file. */
  readonly reportsOnly?: boolean
}

/** Only the options that decide what is found in a file. */
export function selectionOf({ config, schema, rule }: Selection): Selection {
  return { ...(config !== undefined && { config }), ...(schema !== undefined && { schema }), ...(rule && { rule }) }
}

/** The settings of each file, from the command line and the configurations. Paths are absolute. */
export interface Settings {
  /** Whether `takes` also applies to named files. */
  readonly reportsOnly: boolean
  /** Whether a file found in a folder is to be checked, according to `include` and `exclude`. */
  takes(path: string): boolean
  of(path: string): LintSettings
  /** The merged configurations for a file. */
  cascadeFor(path: string): Cascade
}

const knownRules: ReadonlySet<string> = new Set(ruleIds)

/**
 * Finds configurations in the folders above each file, unless one is named. Each is read once.
 * @throws UsageError, ConfigError or SourceError for unusable options; so do the functions of the result
 */
export function settingsFor(selection: Selection, cwd: string): Settings {
  const only = onlyRules(selection.rule ?? [], cwd)
  const cascadeFor = cascadesFor(selection.config, cwd)
  /** Settings that do not depend on the file's own name. */
  const shared = new Map<Cascade, LintSettings>()
  // The same object for all files of a cascade, because other results are memoized by it.
  const schemaOf = memoizeByObject((cascade: Cascade) =>
    withGlossary(readSchema(selection.schema, cascade, cwd), cascade),
  )
  return {
    reportsOnly: selection.reportsOnly ?? false,
    takes: (path) => cascadeFor(path).excludedBy(path) === null,
    of(path) {
      const cascade = cascadeFor(path)
      const known = shared.get(cascade)
      if (known) return known
      const severities = severitiesOf(cascade.rulesFor(path), only)
      const own = { schema: schemaOf(cascade), rules, severities }
      if (cascade.configs.every(({ overrides }) => overrides.length === 0)) shared.set(cascade, own)
      return own
    },
    cascadeFor,
  }
}

/** The points that findings cost. Only configurations at or above the folder count, so that no site can set its own. */
export function weightsFor({ config }: Pick<Selection, 'config'>, folder: string): Weights {
  const { configs } = cascadesFor(config, folder)(resolve(folder, '_'))
  return Object.assign({}, DEFAULT_WEIGHTS, ...configs.map(({ score }) => score))
}

/** The text of a schema: the named one, or else the one that applies in the folder. */
export function schemaText(name: string | undefined, folder: string): string {
  if (name !== undefined) return withFileName(name, () => schemaSource(name, folder)).text
  const configured = cascadesFor(undefined, folder)(resolve(folder, '_')).schema
  return (configured ? configuredSource(configured) : schemaSource(DEFAULT_SCHEMA, folder)).text
}

/**
 * @returns the wanted rules; null for all
 * @throws UsageError if an id is not that of a rule
 */
export function onlyRules(ids: readonly string[], cwd: string): ReadonlySet<string> | null {
  for (const id of ids) {
    if (knownRules.has(id)) continue
    const isPath = id !== '' && pathExists(resolve(cwd, id))
    throw isPath
      ? new UsageError(`“${id}” is read as a rule: write paths before --rule, or after \`--\``)
      : unknownName('rule', id, [...knownRules], '`reportlint rules` lists them.')
  }
  return ids.length > 0 ? new Set(ids) : null
}

function cascadesFor(path: string | undefined, cwd: string): (path: string) => Cascade {
  const read = ({ path, text, section }: ConfigFile): Config => parseConfig(text, path, knownRules, section)
  if (path !== undefined) {
    const cascade = cascadeOf([read(withFileName(`--config ${path}`, () => readConfig(resolve(cwd, path))))], cwd)
    return () => cascade
  }
  const none = cascadeOf([])
  const cascadeIn = memoize((folder): Cascade => {
    const file = withShortPaths(cwd, () => configIn(folder))
    const config = file && read(file)
    const above = config?.root || isTop(folder) ? none : cascadeIn(dirname(folder))
    return config ? cascadeOf([...above.configs, config]) : above
  })
  return (file) => cascadeIn(dirname(file))
}

function readSchema(wanted: string | undefined, { schema }: Cascade, cwd: string): Schema {
  const name = wanted ?? schema?.value ?? DEFAULT_SCHEMA
  const { path, text } =
    wanted === undefined && schema
      ? configuredSource(schema)
      : withFileName(`--schema ${name}`, () => schemaSource(name, cwd))
  return path === null ? loadSchema(name) : parseSchema(text, path)
}

interface SchemaSource {
  /** null for a built-in schema. */
  readonly path: string | null
  readonly text: string
}

/**
 * The schema that a configuration names, by a path relative to its own folder if it is not built in.
 * @throws ConfigError if it cannot be read
 */
function configuredSource({ value, config, keys }: Configured<string>): SchemaSource {
  try {
    return schemaSource(value, dirname(config.path))
  } catch (error) {
    if (!(error instanceof SourceError)) throw error
    const { text, section } = readConfig(config.path)
    throw new ConfigError(`schema “${value}”: ${error.message}`, config.path, linesOf(text, section)(keys))
  }
}

/** A schema by its name, or by its path relative to a folder. */
function schemaSource(name: string, folder: string): SchemaSource {
  if (isSchemaFile(name)) return readSource(resolve(folder, name))
  const names = Object.keys(builtInSchemas)
  const text = names.includes(name) ? builtInSchemas[name] : undefined
  if (text === undefined)
    throw unknownName('schema', name, names, `There are ${names.join(' and ')}, or the path of a .yaml file.`)
  return { path: null, text }
}

function withGlossary(schema: Schema, { glossary }: Cascade): Schema {
  if (glossary.length === 0) return schema
  return { ...schema, glossary: [...schema.glossary, ...glossary.map(({ value }) => value)] }
}

function severitiesOf(configured: ReadonlyMap<string, Configured<Setting>>, only: ReadonlySet<string> | null) {
  const severities: Record<string, Setting> = {}
  for (const [id, { value }] of configured) severities[id] = value
  if (only) for (const id of knownRules) if (!only.has(id)) severities[id] = 'off'
  return severities
}
