import { resolve } from 'node:path'
import { openAccount } from '../../source/disk.js'
import type { CheckOptions } from '../output/check-options.js'
import type { ExitCode, Io } from '../process/io.js'
import type { Basis } from '../run/run.js'
import { linesOf } from './looks.js'
import { printRunFiles, runFilesOf } from './run-files.js'
import { placeOf } from './run-record.js'

/** Records a check while it runs. */
export interface Recording {
  /** What the check has to print to. */
  readonly io: Io
  keep(exit: ExitCode, basis: Basis): void
  /** Has to be called in any case, however the check ends. */
  close(): void
}

/** @returns null for a check that cannot be repeated */
export function recordingOf(paths: readonly string[], options: CheckOptions, io: Io): Recording | null {
  const place = placeOf(paths, options, io)
  if (!place) return null
  const begun = Date.now()
  const account = openAccount()
  const printed: Record<'stdout' | 'stderr', Buffer[]> = { stdout: [], stderr: [] }
  const through = (name: 'stdout' | 'stderr'): Io['stdout'] => ({
    isTTY: io[name].isTTY,
    isFile: io[name].isFile,
    write(text) {
      printed[name].push(Buffer.from(text))
      return io[name].write(text)
    },
  })
  return {
    io: { env: io.env, cwd: () => io.cwd(), stdout: through('stdout'), stderr: through('stderr') },
    keep(exit, basis) {
      // A file that could not be processed may have failed only for a moment.
      if (exit === 2) return
      const looks = linesOf(account, { texts: textsIn(basis, options, io.cwd()), begun })
      if (!looks) return
      const [stdout, stderr] = [Buffer.concat(printed.stdout), Buffer.concat(printed.stderr)]
      const files = runFilesOf(basis, printed.stdout, options)
      place.write({ exit, looks, stdout, stderr, files: files ? printRunFiles(files) : Buffer.alloc(0) })
    },
    close: () => account.close(),
  }
}

/** The hashes of texts that a check used only as reports, by their absolute paths. */
function textsIn({ examined }: Basis, { config, schema, baseline }: CheckOptions, cwd: string): Map<string, string> {
  const texts = new Map<string, string>()
  // The beginning of a `.txt` file decides whether it is a report.
  for (const { path, hash } of examined()) if (!/\.txt$/i.test(path)) texts.set(resolve(cwd, path), hash)
  for (const name of [config, schema, baseline]) if (name !== undefined) texts.delete(resolve(cwd, name))
  return texts
}
