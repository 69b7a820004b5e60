import { dirname, relative, resolve, sep } from 'node:path'
import ignore from 'ignore'
import { type Config, ConfigError, DEFAULT_CONFIG, parseConfig, type Setting } from '../config/config.js'
import type { LintSettings } from '../lint/lint.js'
import { buildReport } from '../report/build.js'
import type { Report } from '../report/report.js'
import { rules } from '../rules/index.js'
import { builtInSchemas, loadSchema, parseSchema, SchemaError } from '../schema/load.js'
import type { Schema } from '../schema/schema.js'
import { findConfig } from '../source/config-file.js'
import { discover } from '../source/discover.js'
import { readSource, SourceError } from '../source/read.js'
import { siteOf } from '../source/site.js'
import { nearest } from '../text/nearest.js'
import { type Io, UsageError } from './io.js'

/** The options that every command on reports takes. */
export interface Selection {
  readonly config?: string
  readonly schema?: string
  readonly rule?: readonly string[]
}

/** A report of the run with all that is needed to check it, again and again while it is being fixed. */
export interface OpenReport {
  readonly absolute: string
  readonly report: Report
  readonly settings: LintSettings
  rebuild(text: string): Report
}

export interface Run {
  readonly reports: readonly OpenReport[]
  /** Files in folders that are no event reports. */
  readonly passedOver: number
  /** What could not be worked on, one line each. */
  readonly failures: readonly string[]
}

/** Every name that settings may use. */
export const knownRules: ReadonlySet<string> = new Set([...rules.map(({ id }) => id), 'unused-suppression'])

/**
 * Opens the reports that the paths name; none of them keeps another from being opened.
 * @throws UsageError for options that name what is not there
 */
export function openReports(paths: readonly string[], selection: Selection, io: Io): Run {
  const cwd = io.cwd()
  const only = checkedRules(selection.rule)
  const configs = configsOf(selection, cwd)
  const schemas = new Map<string, Schema>()
  const folders = new Map<string, ReadonlySet<string>>()
  const failures: string[] = []
  const reports: OpenReport[] = []
  let passedOver = 0

  const attempt = <T>(work: () => T): T | null => {
    try {
      return work()
    } catch (error) {
      const line = failureLine(error)
      if (!failures.includes(line)) failures.push(line)
      return null
    }
  }
  const { files, errors, empty } = discover(paths.length > 0 ? paths : ['.'], {
    cwd,
    accepts: (path) => attempt(() => isSelected(path, configs.of(path))) ?? true,
  })
  failures.push(...errors.map(failureLine))
  failures.push(
    ...empty.map((path) => `${path}: no reports in this folder, expected .md, .markdown, or .txt with front matter`),
  )

  for (const { path, named } of files) {
    const absolute = resolve(cwd, path)
    const opened = attempt(() => {
      const config = configs.of(absolute)
      const schema = withGlossary(
        schemaOf(selection.schema ?? config.schema, selection.schema ? null : config.path, cwd, schemas),
        config,
      )
      const site = siteOf(absolute, folders)
      const rebuild = (text: string): Report => buildReport({ path, text }, schema, site.hasImage)
      const { text } = readNamed(path, absolute)
      const severities = severitiesFor(absolute, config, only)
      return { absolute, report: rebuild(text), rebuild, settings: { schema, rules, severities } }
    })
    if (!opened) continue
    if (named || opened.report.kind === 'event') reports.push(opened)
    else passedOver++
  }
  return { reports, passedOver, failures }
}

/** One line for people: where, what, what to do. */
export function failureLine(error: unknown): string {
  if (error instanceof SourceError || error instanceof ConfigError || error instanceof SchemaError)
    return `${error.path}${error.line ? `:${error.line}` : ''}: ${error.message}`
  throw error
}

function checkedRules(only: readonly string[] | undefined): ReadonlySet<string> | null {
  for (const id of only ?? []) {
    if (knownRules.has(id)) continue
    const near = nearest(id, [...knownRules])
    throw new UsageError(
      `unknown rule “${id}”${near ? `. Did you mean “${near}”?` : ''} \`reportlint rules\` lists them.`,
    )
  }
  return only && only.length > 0 ? new Set(only) : null
}

function severitiesFor(path: string, config: Config, only: ReadonlySet<string> | null): Record<string, Setting> {
  const severities: Record<string, Setting> = { ...config.rules }
  for (const { files, rules: own } of config.overrides) if (matches(path, files, config)) Object.assign(severities, own)
  if (only) for (const id of knownRules) if (!only.has(id)) severities[id] = 'off'
  return severities
}

function isSelected(path: string, config: Config): boolean {
  return (
    (config.include.length === 0 || matches(path, config.include, config)) && !matches(path, config.exclude, config)
  )
}

/** Globs are relative to the configuration's own folder. */
function matches(path: string, globs: readonly string[], config: Config): boolean {
  if (globs.length === 0 || config.path === null) return false
  const name = relative(dirname(config.path), path).replaceAll(sep, '/')
  return (
    name !== '' &&
    !name.startsWith('../') &&
    ignore()
      .add([...globs])
      .ignores(name)
  )
}

/** The configuration of a file: the one that was named, or the nearest above it. Each is read once. */
function configsOf(selection: Selection, cwd: string): { of(path: string): Config } {
  const byFolder = new Map<string, Config>()
  const byFile = new Map<string, Config>()
  const read = (file: { path: string; text: string; section?: string }): Config => {
    const config = byFile.get(file.path) ?? parseConfig(file.text, file.path, knownRules, file.section)
    byFile.set(file.path, config)
    return config
  }
  if (selection.config !== undefined) {
    const config = read(readSource(resolve(cwd, selection.config)))
    return { of: () => config }
  }
  return {
    of(path) {
      const folder = dirname(path)
      const known = byFolder.get(folder)
      if (known) return known
      const file = findConfig(folder)
      const config = file ? read(file) : DEFAULT_CONFIG
      byFolder.set(folder, config)
      return config
    },
  }
}

/** A schema by its name, or by its path: relative to the configuration that names it, else to the current folder. */
export function schemaOf(
  name: string,
  configPath: string | null,
  cwd: string,
  known: Map<string, Schema> = new Map(),
): Schema {
  const isFile = /\.(?:ya?ml|json)$/i.test(name)
  const key = isFile ? resolve(configPath ? dirname(configPath) : cwd, name) : name
  const schema = known.get(key) ?? (isFile ? parseSchema(readSource(key).text, key) : loadNamed(name))
  known.set(key, schema)
  return schema
}

function loadNamed(name: string): Schema {
  if (builtInSchemas[name] === undefined) {
    const near = nearest(name, Object.keys(builtInSchemas))
    throw new UsageError(
      `unknown schema “${name}”, expected ${Object.keys(builtInSchemas).join(', ')} or the path of a .yaml file${near ? `. Did you mean “${near}”?` : ''}`,
    )
  }
  return loadSchema(name)
}

const extended = new WeakMap<Config, Map<Schema, Schema>>()

/** The schema with the project's own words; one and the same for all files of a configuration, as recognition is kept by it. */
function withGlossary(schema: Schema, config: Config): Schema {
  if (config.glossary.length === 0) return schema
  const made = extended.get(config) ?? new Map<Schema, Schema>()
  extended.set(config, made)
  const known = made.get(schema) ?? { ...schema, glossary: [...schema.glossary, ...config.glossary] }
  made.set(schema, known)
  return known
}

/** Errors name the file as the user does. */
function readNamed(path: string, absolute: string) {
  try {
    const source = readSource(absolute)
    if (source.text.trim() === '') throw new SourceError('the file is empty, expected a report', path, 1)
    return source
  } catch (error) {
    throw error instanceof SourceError ? new SourceError(error.message, path, error.line) : error
  }
}
