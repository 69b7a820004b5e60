import { dirname, relative } from 'node:path'
import ignore from 'ignore'
import type { Keys } from '../source/checked-yaml.js'
import { isWithin, slashed } from '../source/path.js'
import type { Config, Setting } from './config.js'

/** A value with the configuration that it comes from, and its keys there. */
export interface Configured<T> {
  readonly value: T
  readonly config: Config
  readonly keys: Keys
}

/** The merged configurations above some files. Paths are absolute. */
export interface Cascade {
  /** From the repository's root to the files. */
  readonly configs: readonly Config[]
  readonly schema: Configured<string> | null
  readonly glossary: readonly Configured<string>[]
  /** Globs in the style of `.gitignore`. */
  readonly include: readonly Configured<string>[]
  readonly exclude: readonly Configured<string>[]
  /** The configuration that excludes a file which is found in a folder; null if none does. */
  excludedBy(path: string): Config | null
  /** The configured rules for a file, overrides included; rules that no configuration mentions are not in it. */
  rulesFor(path: string): ReadonlyMap<string, Configured<Setting>>
}

/**
 * Merges configurations: the one nearest to a file wins, and within one, the last override that matches the file. The glossary and
 * `exclude` add up; `include` comes from the nearest configuration that has it.
 * @param configs from the repository's root to the files
 * @param from the folder that their globs are relative to; by default that of each configuration
 */
export function cascadeOf(configs: readonly Config[], from?: string): Cascade {
  const matcherFor = ({ path }: Config, globs: readonly string[]) => matcher(globs, from ?? dirname(path))
  const schemas = configs.flatMap((config) =>
    config.schema === null ? [] : [{ value: config.schema, config, keys: ['schema'] }],
  )
  const including = configs.findLast(({ include }) => include.length > 0)
  const excludes = configs.map((config) => ({ config, names: matcherFor(config, config.exclude) }))
  const isIncluded = including && matcherFor(including, including.include)
  const layers = configs.flatMap((config) => [
    { rules: configuredRules(config.rules, config, ['rules']), holdsFor: () => true },
    ...config.overrides.map(({ files, rules }, index) => ({
      rules: configuredRules(rules, config, ['overrides', index, 'rules']),
      holdsFor: matcherFor(config, files),
    })),
  ])
  return {
    configs,
    schema: schemas.at(-1) ?? null,
    glossary: configs.flatMap((config) => configuredList('glossary', config)),
    include: including ? configuredList('include', including) : [],
    exclude: configs.flatMap((config) => configuredList('exclude', config)),
    excludedBy(path) {
      if (isIncluded && !isIncluded(path)) return including
      return excludes.find(({ names }) => names(path))?.config ?? null
    },
    rulesFor: (path) => new Map(layers.flatMap(({ rules, holdsFor }) => (holdsFor(path) ? rules : []))),
  }
}

function configuredRules(rules: Config['rules'], config: Config, keys: Keys): [string, Configured<Setting>][] {
  return Object.entries(rules).map(([id, value]) => [id, { value, config, keys: [...keys, id] }])
}

function configuredList(key: 'glossary' | 'include' | 'exclude', config: Config): Configured<string>[] {
  return config[key].map((value, index) => ({ value, config, keys: [key, index] }))
}

/** A function that tells whether globs match a path. Paths outside the folder that the globs are relative to never match. */
function matcher(globs: readonly string[], folder: string): (path: string) => boolean {
  if (globs.length === 0) return () => false
  const rules = ignore({ ignorecase: false }).add([...globs])
  return (path) => {
    const name = slashed(relative(folder, path))
    return name !== '' && isWithin(path, folder) && rules.ignores(name)
  }
}
