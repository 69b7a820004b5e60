import { dirname, resolve } from 'node:path'
import { type Cascade, cascadeOf, type Said } from '../../config/cascade.js'
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
import { UsageError } from '../process/io.js'
import { called, named } from '../process/named.js'
import { unknown } from '../process/unknown.js'

/** The options that every command on reports takes. */
export interface Selection {
  readonly config?: string
  readonly schema?: string
  readonly rule?: readonly string[]
  /** Which parser reads the reports; findings are the same with all. */
  readonly parser?: string
  /** Named files are treated like those found in folders, as hooks need it that name whatever is committed. */
  readonly reportsOnly?: boolean
}

/** The options among these that decide what is found in a file. */
export function selectionOf({ config, schema, rule }: Selection): Selection {
  return { ...(config !== undefined && { config }), ...(schema !== undefined && { schema }), ...(rule && { rule }) }
}

/** What the command line and the configurations say of each file; paths are absolute. */
export interface Settings {
  /** Whether files that are named have to be taken too. */
  readonly reportsOnly: boolean
  /** Whether a file that is found in a folder is to be taken. */
  takes(path: string): boolean
  of(path: string): LintSettings
  /** Where the configurations among that come from. */
  cascadeFor(path: string): Cascade
}

const knownRules: ReadonlySet<string> = new Set(ruleIds)

/**
 * Configurations are looked up from each file upwards unless one is named; each is read once.
 * @throws UsageError, ConfigError or SourceError for options that cannot be followed; the functions throw the same
 */
export function settingsFor(selection: Selection, cwd: string): Settings {
  const only = onlyRules(selection.rule ?? [], cwd)
  const cascadeFor = cascadesFor(selection.config, cwd)
  /** Settings that do not depend on the file's own name. */
  const shared = new Map<Cascade, LintSettings>()
  // One and the same for all files of a cascade: recognition is kept by it.
  const schemaOf = memoizeByObject((cascade: Cascade) =>
    withGlossary(readSchema(selection.schema, cascade, cwd), cascade),
  )
  return {
    reportsOnly: selection.reportsOnly ?? false,
    takes: (path) => cascadeFor(path).leftOutBy(path) === null,
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

/** What findings cost, as the configurations above the folder say: no site sets its own weights. */
export function weightsFor({ config }: Pick<Selection, 'config'>, folder: string): Weights {
  const { configs } = cascadesFor(config, folder)(resolve(folder, '_'))
  return Object.assign({}, DEFAULT_WEIGHTS, ...configs.map(({ score }) => score))
}

/** The text of a schema: the one that is named, or the one that holds for files in the folder. */
export function schemaText(name: string | undefined, folder: string): string {
  if (name !== undefined) return named(name, () => sourceOf(name, folder)).text
  const said = cascadesFor(undefined, folder)(resolve(folder, '_')).schema
  return (said ? sourceSaid(said) : sourceOf(DEFAULT_SCHEMA, folder)).text
}

/** @throws UsageError if an id is not that of a rule */
export function onlyRules(ids: readonly string[], cwd: string): ReadonlySet<string> | null {
  for (const id of ids) {
    if (knownRules.has(id)) continue
    const isPath = id !== '' && pathExists(resolve(cwd, id))
    throw isPath
      ? new UsageError(`“${id}” is read as a rule: write paths before --rule, or after \`--\``)
      : unknown('rule', id, [...knownRules], '`reportlint rules` lists them.')
  }
  return ids.length > 0 ? new Set(ids) : null
}

function cascadesFor(path: string | undefined, cwd: string): (path: string) => Cascade {
  const read = ({ path, text, section }: ConfigFile): Config => parseConfig(text, path, knownRules, section)
  if (path !== undefined) {
    const cascade = cascadeOf([read(named(`--config ${path}`, () => readConfig(resolve(cwd, path))))], cwd)
    return () => cascade
  }
  const none = cascadeOf([])
  const cascadeIn = memoize((folder): Cascade => {
    const file = called(cwd, () => configIn(folder))
    const config = file && read(file)
    const above = config?.root || isTop(folder) ? none : cascadeIn(dirname(folder))
    return config ? cascadeOf([...above.configs, config]) : above
  })
  return (file) => cascadeIn(dirname(file))
}

function readSchema(wanted: string | undefined, { schema }: Cascade, cwd: string): Schema {
  const name = wanted ?? schema?.value ?? DEFAULT_SCHEMA
  const { path, text } =
    wanted === undefined && schema ? sourceSaid(schema) : named(`--schema ${name}`, () => sourceOf(name, cwd))
  return path === null ? loadSchema(name) : parseSchema(text, path)
}

interface SchemaSource {
  /** null where it is built in. */
  readonly path: string | null
  readonly text: string
}

/**
 * The schema that a configuration names; a path counts from there.
 * @throws ConfigError where there is none
 */
function sourceSaid({ value, config, keys }: Said<string>): SchemaSource {
  try {
    return sourceOf(value, dirname(config.path))
  } catch (error) {
    if (!(error instanceof SourceError)) throw error
    const { text, section } = readConfig(config.path)
    throw new ConfigError(`schema “${value}”: ${error.message}`, config.path, linesOf(text, section)(keys))
  }
}

/** A schema by its name, or by its path from a folder. */
function sourceOf(name: string, folder: string): SchemaSource {
  if (isSchemaFile(name)) return readSource(resolve(folder, name))
  const names = Object.keys(builtInSchemas)
  const text = names.includes(name) ? builtInSchemas[name] : undefined
  if (text === undefined)
    throw unknown('schema', name, names, `There are ${names.join(' and ')}, or the path of a .yaml file.`)
  return { path: null, text }
}

function withGlossary(schema: Schema, { glossary }: Cascade): Schema {
  if (glossary.length === 0) return schema
  return { ...schema, glossary: [...schema.glossary, ...glossary.map(({ value }) => value)] }
}

function severitiesOf(said: ReadonlyMap<string, Said<Setting>>, only: ReadonlySet<string> | null) {
  const severities: Record<string, Setting> = {}
  for (const [id, { value }] of said) severities[id] = value
  if (only) for (const id of knownRules) if (!only.has(id)) severities[id] = 'off'
  return severities
}
