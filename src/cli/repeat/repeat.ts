import type { CheckOptions } from '../output/check-options.js'
import type { ExitCode, Io } from '../process/io.js'
import { compared } from './looks.js'
import { placeOf } from './run-record.js'

/**
 * Repeats the output of an earlier check if nothing that it looked at has changed; if only reports have changed, examines these.
 * @returns the exit code; null if the check has to run in full
 */
export async function repeat(paths: readonly string[], options: CheckOptions, io: Io): Promise<ExitCode | null> {
  const begun = Date.now()
  const place = placeOf(paths, options, io)
  const before = place?.read()
  const now = before && compared(before.looks, begun)
  if (!now) return null
  if (now.edited.length > 0) {
    if (before.files.length === 0) return null
    const { renew } = await import('./renew.js')
    const renewed = await renew(before, now, { paths, options, io, begun })
    if (renewed?.record) place?.write(renewed.record)
    return renewed?.exit ?? null
  }
  if (before.stderr.length > 0) io.stderr.write(before.stderr)
  io.stdout.write(before.stdout)
  // Files that had just been changed at the time can be identified by their stamps from now on.
  if (now.lines.some((line, at) => line !== before.looks[at])) place?.write({ ...before, looks: now.lines })
  return before.exit
}
