import { examine } from '../lint/examine.js'
import type { Io } from './io.js'
import type { Run, RunOptions } from './run.js'
import { openStaged } from './staged.js'

/** A run with the texts that were checked: those of the working files may be others. */
export interface StagedCheck extends Run {
  textOf(path: string): string | null
}

/**
 * Examines what git's index holds, as it is staged.
 * @throws UsageError, ConfigError or SourceError for options that cannot be followed
 */
export async function checkStaged(
  paths: readonly string[],
  options: RunOptions,
  withEdits: boolean,
  io: Io,
): Promise<StagedCheck> {
  const { reports, failures } = await openStaged(paths, options, io)
  const texts = new Map<string, string>()
  const examined = [...reports].map(({ report, settings }) => {
    texts.set(report.path, report.text)
    return examine(report, settings, withEdits)
  })
  return { examined, passedOver: 0, failures: [...failures], textOf: (path) => texts.get(path) ?? null }
}
