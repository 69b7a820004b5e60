import type { RunOptions } from './collect.js'
import { collectTexts } from './collect-texts.js'
import type { Io } from './io.js'
import { type CheckedTexts, conclude } from './run.js'
import { openStaged } from './staged.js'
import { openStdin, type StdinOptions } from './stdin.js'

/**
 * Checks what git's index holds, as it is staged, or what comes in on the standard input.
 * @throws UsageError, ConfigError or SourceError for options that cannot be followed
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
