import type { ExitCode, Io } from '../process/io.js'
import type { CheckOptions } from '../telling/check-options.js'
import { compared } from './looks.js'
import { placeOf } from './run-record.js'

/**
 * A check that would look at nothing new says again what it said before; where only reports are others than they were, it
 * examines these.
 * @returns the exit code; null where nobody knows what the check would say
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
  // What had just been changed when it was looked at is known by its stamp from now on.
  if (now.lines.some((line, at) => line !== before.looks[at])) place?.write({ ...before, looks: now.lines })
  return before.exit
}
