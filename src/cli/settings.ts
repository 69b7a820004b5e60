import { existsSync } from 'node:fs'
import { basename, dirname, relative, resolve, sep } from 'node:path'
import ignore from 'ignore'
import { type Config, DEFAULT_CONFIG, isSchemaFile, parseConfig, type Setting } from '../config/config.js'
import type { LintSettings } from '../lint/lint.js'
import { unusedSuppression } from '../lint/unused-suppression.js'
import { rules } from '../rules/index.js'
import { builtInSchemas, loadSchema, parseSchema } from '../schema/load.js'
import type { Schema } from '../schema/schema.js'
import { type ConfigFile, findConfig } from '../source/config-file.js'
import { readSource } from '../source/read.js'
import { UsageError } from './io.js'
import { unknown } from './unknown.js'

/** The options that every command on reports takes. */
export interface Selection {
  readonly config?: string
  readonly schema?: string
  readonly rule?: readonly string[]
}

/** What the command line and the configurations say of each file; paths are absolute. */
export interface Settings {
  /** Whether a file that is found in a folder is to be taken. */
  takes(path: string): boolean
  of(path: string): LintSettings
}

/** Every name that settings may use. */
const knownRules: ReadonlySet<string> = new Set([...rules, unusedSuppression].map(({ id }) => id))

/**
 * Configurations are looked up from each file upwards unless one is named; each is read once.
 * @throws UsageError, ConfigError or SourceError for options that cannot be followed; `takes` and `of` throw the same
 */
export function settingsFor(selection: Selection, cwd: string): Settings {
  const only = onlyRules(selection.rule ?? [], cwd)
  const configOf = configsFor(selection.config, cwd)
  const schemas = new Map<Config, Schema>()
  const schemaOf = (config: Config): Schema => {
    const schema = schemas.get(config) ?? withGlossary(readSchema(selection.schema, config, cwd), config)
    // One and the same for all files of a configuration: recognition is kept by it.
    schemas.set(config, schema)
    return schema
  }
  return {
    takes(path) {
      const { include, exclude, path: base } = configOf(path)
      return (include.length === 0 || matches(path, include, base)) && !matches(path, exclude, base)
    },
    of(path) {
      const config = configOf(path)
      return { schema: schemaOf(config), rules, severities: severitiesOf(path, config, only) }
    },
  }
}

/** The text of a schema: the one that is named, or the one that holds for files in the folder. */
export function schemaText(name: string | undefined, folder: string): string {
  const { schema, path } = name === undefined ? configsFor(undefined, folder)(resolve(folder, '_')) : DEFAULT_CONFIG
  return sourceOf(name ?? schema, path === null ? folder : dirname(path)).text
}

function onlyRules(ids: readonly string[], cwd: string): ReadonlySet<string> | null {
  for (const id of ids) {
    if (knownRules.has(id)) continue
    const isPath = existsSync(resolve(cwd, id))
    throw isPath
      ? new UsageError(`“${id}” is taken for a rule: write paths before --rule, or after \`--\``)
      : unknown('rule', id, [...knownRules], '`reportlint rules` lists them.')
  }
  return ids.length > 0 ? new Set(ids) : null
}

function configsFor(named: string | undefined, cwd: string): (path: string) => Config {
  const byFile = new Map<string, Config>()
  const byFolder = new Map<string, Config>()
  const read = ({ path, text, section }: ConfigFile): Config => {
    const config = byFile.get(path) ?? parseConfig(text, path, knownRules, section)
    byFile.set(path, config)
    return config
  }
  if (named !== undefined) {
    const file = readSource(resolve(cwd, named))
    const config = read(basename(named) === 'package.json' ? { ...file, section: 'reportlint' } : file)
    return () => config
  }
  return (path) => {
    const folder = dirname(path)
    const known = byFolder.get(folder)
    if (known) return known
    const file = findConfig(folder)
    const config = file ? read(file) : DEFAULT_CONFIG
    byFolder.set(folder, config)
    return config
  }
}

function readSchema(named: string | undefined, config: Config, cwd: string): Schema {
  const name = named ?? config.schema
  const folder = named === undefined && config.path !== null ? dirname(config.path) : cwd
  const { path, text } = sourceOf(name, folder)
  return path === null ? loadSchema(name) : parseSchema(text, path)
}

/** A schema by its name, or by its path from a folder; the path is null where it is built in. */
function sourceOf(name: string, folder: string): { readonly path: string | null; readonly text: string } {
  if (isSchemaFile(name)) return readSource(resolve(folder, name))
  const names = Object.keys(builtInSchemas)
  const text = names.includes(name) ? builtInSchemas[name] : undefined
  if (text === undefined)
    throw unknown('schema', name, names, `There are ${names.join(' and ')}, or the path of a .yaml file.`)
  return { path: null, text }
}

function withGlossary(schema: Schema, { glossary }: Config): Schema {
  return glossary.length === 0 ? schema : { ...schema, glossary: [...schema.glossary, ...glossary] }
}

function severitiesOf(path: string, config: Config, only: ReadonlySet<string> | null): Record<string, Setting> {
  const severities: Record<string, Setting> = { ...config.rules }
  for (const { files, rules: own } of config.overrides)
    if (matches(path, files, config.path)) Object.assign(severities, own)
  if (only) for (const id of knownRules) if (!only.has(id)) severities[id] = 'off'
  return severities
}

/** Globs in the manner of `.gitignore`, from the configuration's own folder. */
function matches(path: string, globs: readonly string[], configPath: string | null): boolean {
  if (globs.length === 0 || configPath === null) return false
  const name = relative(dirname(configPath), path).replaceAll(sep, '/')
  return (
    name !== '' &&
    !name.startsWith('../') &&
    ignore({ ignorecase: false })
      .add([...globs])
      .ignores(name)
  )
}
