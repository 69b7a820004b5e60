import type { CheckOptions } from '../output/check-options.js'
import type { ExitCode, Io } from '../process/io.js'
import { compareDiskState } from './disk-state.js'
import { recordSlotFor } from './run-record.js'

/**
 * Prints the output of an earlier check again if nothing that it accessed has changed. If only reports have changed, checks just
 * those.
 * @returns the exit code; null if the check has to run in full
 */
export async function replay(paths: readonly string[], options: CheckOptions, io: Io): Promise<ExitCode | null> {
  const begun = Date.now()
  const slot = recordSlotFor(paths, options, io)
  const before = slot?.read()
  const changes = before && compareDiskState(before.diskState, begun)
  if (!changes) return null
  if (changes.edited.length > 0) {
    if (before.files.length === 0) return null
    const { rerunEdited } = await import('./rerun-edited.js')
    const rerun = await rerunEdited(before, changes, { paths, options, io, begun })
    if (rerun?.record) slot?.write(rerun.record)
    return rerun?.exit ?? null
  }
  if (before.stderr.length > 0) io.stderr.write(before.stderr)
  io.stdout.write(before.stdout)
  // The stamps of files that had just been changed back then are reliable by now.
  if (changes.lines.some((line, at) => line !== before.diskState[at]))
    slot?.write({ ...before, diskState: changes.lines })
  return before.exit
}
