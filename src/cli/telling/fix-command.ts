import type { Safety } from '../../rules/rule.js'
import { shortened } from '../../source/path.js'
import { calledFrom } from '../process/called.js'
import type { Selection } from '../run/settings.js'
import type { StdinOptions } from '../run/stdin.js'

/** What a check was asked for, as far as it decides what is found. */
export interface Asked extends Pick<Selection, 'config' | 'schema' | 'rule' | 'reportsOnly'>, StdinOptions {
  readonly paths: readonly string[]
  readonly staged?: boolean
}

/** More paths than this, as a hook names on a busy day, stand for themselves where they take more room than that. */
const FEW = 8
const MOST_OF_PATHS = 60

/**
 * The command that mends what a check found, for a shell.
 * @param safety the strongest fixes that it makes
 * @param cwd where it will be called
 */
export function fixCommand(asked: Asked, safety: Safety, cwd: string): string {
  const { paths, staged, config, schema, rule = [], reportsOnly, stdin, stdinFilename } = asked
  const named = paths.map((path) => {
    const short = shortened(path, cwd) || '.'
    return quoted(short.startsWith('-') ? `./${short}` : short)
  })
  const isLong = named.length > FEW && named.join(' ').length > MOST_OF_PATHS
  return [
    `${calledFrom(cwd)} fix`,
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
