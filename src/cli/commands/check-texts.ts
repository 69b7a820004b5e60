import type { Io } from '../process/io.js'
import type { RunOptions } from '../run/collect.js'
import { collectTexts } from '../run/collect-texts.js'
import { type CheckedTexts, conclude } from '../run/run.js'
import { openStdin, type StdinOptions } from '../run/stdin.js'
import { openStaged } from './staged.js'

/**
 * Checks the staged files in git's index, or the text on standard input.
 * @throws UsageError, ConfigError or SourceError for unusable options
 */
export async function checkTexts(
  paths: readonly string[],
  options: RunOptions & StdinOptions,
  withEdits: boolean,
  io: Io,
): Promise<CheckedTexts> {
  const opened = await (options.stdin ? openStdin(paths, options, io) : openStaged(paths, options, io))
  const collected = collectTexts(opened, withEdits, io)
  return { ...(await conclude(collected, withEdits)), textOf: collected.textOf }
}
