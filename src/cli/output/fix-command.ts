import type { Safety } from '../../rules/rule.js'
import { shortened } from '../../source/path.js'
import { commandName } from '../process/command-name.js'
import type { Selection } from '../run/settings.js'
import type { StdinOptions } from '../run/stdin.js'

/** The options of a check that decide what it finds. */
export interface CheckScope extends Pick<Selection, 'config' | 'schema' | 'rule' | 'reportsOnly'>, StdinOptions {
  readonly paths: readonly string[]
  readonly staged?: boolean
}

/** A command shows `…` for more paths than this, as from a hook, if together they are also longer than this many characters. */
const MAX_SHOWN_PATHS = 8
const MAX_SHOWN_LENGTH = 60

/**
 * The shell command that fixes what a check found.
 * @param safety of the strongest fixes to apply
 * @param cwd the folder that it will be called in
 */
export function fixCommand(asked: CheckScope, safety: Safety, cwd: string): string {
  const { paths, staged, config, schema, rule = [], reportsOnly, stdin, stdinFilename } = asked
  const named = paths.map((path) => {
    const short = shortened(path, cwd) || '.'
    return quoted(short.startsWith('-') ? `./${short}` : short)
  })
  const isLong = named.length > MAX_SHOWN_PATHS && named.join(' ').length > MAX_SHOWN_LENGTH
  return [
    `${commandName(cwd)} fix`,
    ...(stdin ? [] : ['--write']),
    ...(safety === 'unsafe' ? ['--unsafe'] : []),
    ...(staged ? ['--staged'] : []),
    ...(stdinFilename !== undefined ? ['--stdin-filename', quoted(stdinFilename)] : stdin ? ['--stdin'] : []),
    ...(reportsOnly ? ['--reports-only'] : []),
    ...(config !== undefined ? ['--config', quoted(config)] : []),
    ...(schema !== undefined ? ['--schema', quoted(schema)] : []),
    ...(isLong ? ['…'] : named),
    // Comes last, because all words after it are taken for rules.
    ...(rule.length > 0 ? ['--rule', ...rule] : []),
  ].join(' ')
}

/** Quotes a word for a shell, if it has to be. */
export function quoted(word: string): string {
  return /^[\wÀ-\u1fff\u3040-\ud7ff./:@%+=,-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`
}
