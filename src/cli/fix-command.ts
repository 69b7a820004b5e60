import type { Safety } from '../rules/rule.js'
import type { Selection } from './settings.js'
import type { StdinOptions } from './stdin.js'

/** What a check was asked for, as far as it decides what is found. */
export interface Asked extends Pick<Selection, 'config' | 'schema' | 'rule' | 'reportsOnly'>, StdinOptions {
  readonly paths: readonly string[]
  readonly staged?: boolean
}

/** Paths that take more room than this stand for themselves: who reads the command wrote them just now. */
const MOST_OF_PATHS = 60

/**
 * The command that mends what a check found, for a shell.
 * @param safety the strongest fixes that it makes
 */
export function fixCommand(asked: Asked, safety: Safety): string {
  const { paths, staged, config, schema, rule = [], reportsOnly, stdin, stdinFilename } = asked
  const named = paths.map((path) => quoted(path.startsWith('-') ? `./${path}` : path))
  const isLong = named.join(' ').length > MOST_OF_PATHS
  return [
    'reportlint fix',
    ...(stdin ? [] : ['--write']),
    ...(safety === 'unsafe' ? ['--unsafe'] : []),
    ...(staged ? ['--staged'] : []),
    ...(stdinFilename !== undefined ? ['--stdin-filename', quoted(stdinFilename)] : stdin ? ['--stdin'] : []),
    ...(reportsOnly ? ['--reports-only'] : []),
    ...(config !== undefined ? ['--config', quoted(config)] : []),
    ...(schema !== undefined ? ['--schema', quoted(schema)] : []),
    ...(isLong ? ['…'] : named),
    // Whatever stands behind it is taken for a rule.
    ...(rule.length > 0 ? ['--rule', ...rule] : []),
  ].join(' ')
}

/** A word as shells take it for what it is. */
export function quoted(word: string): string {
  return /^[\wÀ-\u1fff\u3040-\ud7ff./:@%+=,-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`
}
