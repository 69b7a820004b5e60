import { existsSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Configured } from '../../config/cascade.js'
import type { Config, Setting } from '../../config/config.js'
import { configJsonSchema } from '../../config/json-schema.js'
import { everyRule, leadOf } from '../../lint/every-rule.js'
import type { Colours } from '../../reporters/colours.js'
import { printable } from '../../reporters/terminal.js'
import { DEFAULT_SCHEMA } from '../../schema/load.js'
import { linesOf } from '../../source/checked-yaml.js'
import { readConfig } from '../../source/config-file.js'
import { isSearched } from '../../source/discover.js'
import { shortened } from '../../source/path.js'
import { firstBytes, isReportFile } from '../../source/report-file.js'
import { memoizeByObject } from '../../text/memoize.js'
import { coloursFor } from '../process/colours.js'
import { type ExitCode, type Io, UsageError } from '../process/io.js'
import { type Selection, settingsFor } from '../run/settings.js'

export interface ConfigOptions extends Selection {
  readonly format: 'pretty' | 'json'
}

/** Where a value comes from. Lines are 1-based. */
type Origin =
  | { readonly from: 'built-in' | 'command-line' }
  | { readonly from: 'file'; readonly path: string; readonly line: number }

interface Value<T> {
  readonly value: T
  readonly origin: Origin
}

/** The effective settings for one file. */
interface Effective {
  readonly path: string
  /** In order from the root of the repository to the file. */
  readonly configurations: readonly string[]
  /** Why the file is skipped when a folder above it is checked; null if it is not. */
  readonly leftOut: string | null
  readonly schema: Value<string>
  readonly include: readonly Value<string>[]
  readonly exclude: readonly Value<string>[]
  readonly glossary: readonly Value<string>[]
  readonly rules: Readonly<Record<string, Value<Setting>>>
}

/** Prints the effective settings of a file, or of the files in a folder, and where each comes from. */
export function showConfig(path: string, options: ConfigOptions, io: Io): ExitCode {
  const effective = effectiveFor(path, options, io.cwd())
  io.stdout.write(
    options.format === 'json'
      ? `${JSON.stringify(asData(effective), null, 2)}\n`
      : asText(effective, coloursFor(io.stdout, io)),
  )
  return 0
}

/** Prints the JSON Schema of configurations, for editors. */
export function printConfigSchema(io: Io): ExitCode {
  const rules = everyRule.map(({ id, doc }) => ({ id, reports: leadOf(doc) }))
  io.stdout.write(`${JSON.stringify(configJsonSchema(rules), null, 2)}\n`)
  return 0
}

function effectiveFor(path: string, selection: Selection, cwd: string): Effective {
  const named = resolve(cwd, path)
  if (!existsSync(named)) throw new UsageError(`${path}: there is no such file or folder`)
  const file = statSync(named).isDirectory() ? join(named, '_index.md') : named
  const settings = settingsFor(selection, cwd)
  const { severities = {} } = settings.of(file)
  const { configs, schema, include, exclude, glossary, rulesFor, excludedBy } = settings.cascadeFor(file)

  const linesIn = memoizeByObject((config: Config) => {
    const { text, section } = readConfig(config.path)
    return linesOf(text, section)
  })
  const origin = ({ config, keys }: Configured<unknown>): Origin => ({
    from: 'file',
    path: shortened(config.path, cwd),
    line: linesIn(config)(keys),
  })
  const located = <T>(configured: Configured<T>): Value<T> => ({ value: configured.value, origin: origin(configured) })
  const configuredRules = rulesFor(file)
  const ruleValue = (id: string, builtIn: Setting): Value<Setting> => {
    const value = severities[id] ?? builtIn
    const configured = configuredRules.get(id)
    if (selection.rule && !selection.rule.includes(id)) return { value, origin: { from: 'command-line' } }
    return configured ? located(configured) : { value, origin: { from: 'built-in' } }
  }
  return {
    path: shortened(file, cwd),
    configurations: configs.map((config) => shortened(config.path, cwd)),
    leftOut: whyLeftOut(file, excludedBy(file) === null),
    schema:
      selection.schema !== undefined
        ? { value: selection.schema, origin: { from: 'command-line' } }
        : schema
          ? located(schema)
          : { value: DEFAULT_SCHEMA, origin: { from: 'built-in' } },
    include: include.map(located),
    exclude: exclude.map(located),
    glossary: glossary.map(located),
    rules: Object.fromEntries(everyRule.map(({ id, severity }) => [id, ruleValue(id, severity)])),
  }
}

function whyLeftOut(file: string, isTaken: boolean): string | null {
  if (!isReportFile(file, () => firstBytes(file))) return 'it is neither .md nor .markdown, nor .txt with front matter'
  if (!isSearched(file)) return 'no search reaches it: git ignores it, or it is a link or in node_modules'
  return isTaken ? null : 'of include and exclude'
}

function asData({ path, configurations, leftOut, ...settings }: Effective): object {
  return { schemaVersion: 1, path, configurations, taken: leftOut === null, ...settings }
}

function asText(effective: Effective, colours: Colours): string {
  const { path, configurations, leftOut, schema, include, exclude, glossary, rules } = effective
  const rows: [label: string, value: string, origin: string][] = [
    ['schema', schema.value, originText(schema.origin)],
    ...listRows('include', include),
    ...listRows('exclude', exclude),
    ...listRows('glossary', glossary),
    ...Object.entries(rules).map(([id, { value, origin }]): [string, string, string] => [
      id,
      value,
      originText(origin),
    ]),
  ]
  const widths = [0, 1].map((column) => Math.max(...rows.map((row) => printable(row[column] ?? '').length)))
  const table = rows.map(([label, value, origin]) => {
    const cells = [label.padEnd(widths[0] ?? 0), printable(value).padEnd(widths[1] ?? 0)].join('  ')
    return `  ${cells}  ${origin === 'built-in' ? colours.dim(origin) : colours.cyan(printable(origin))}`
  })
  const sources = configurations.length > 0 ? configurations.map(printable).join(', ') : 'none above it'
  return [
    colours.bold(colours.underline(printable(path))),
    `  configurations: ${sources}`,
    ...(leftOut === null ? [] : [`  skipped when its folder is checked, because ${leftOut}`]),
    '',
    ...table,
    '',
  ].join('\n')
}

function listRows(label: string, values: readonly Value<string>[]): [string, string, string][] {
  return values.map(({ value, origin }) => [label, value, originText(origin)])
}

function originText(origin: Origin): string {
  if (origin.from === 'file') return `${origin.path}:${origin.line}`
  return origin.from === 'built-in' ? 'built-in' : 'command line'
}
