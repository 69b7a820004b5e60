import { resolve } from 'node:path'
import { openAccessLog } from '../../source/disk.js'
import type { CheckOptions } from '../output/check-options.js'
import type { ExitCode, Io } from '../process/io.js'
import type { Basis } from '../run/run.js'
import { diskStateLines } from './disk-state.js'
import { printRunFiles, runFilesOf } from './run-files.js'
import { recordSlotFor } from './run-record.js'

/** Records a check while it runs. */
export interface Recording {
  /** The streams that the check has to use. */
  readonly io: Io
  /** Writes the record. */
  save(exit: ExitCode, basis: Basis): void
  /** To be called however the check ends. */
  close(): void
}

/** @returns null for a check whose output cannot be replayed */
export function startRecording(paths: readonly string[], options: CheckOptions, io: Io): Recording | null {
  const slot = recordSlotFor(paths, options, io)
  if (!slot) return null
  const begun = Date.now()
  const log = openAccessLog()
  const printed: Record<'stdout' | 'stderr', Buffer[]> = { stdout: [], stderr: [] }
  const recorded = (name: 'stdout' | 'stderr'): Io['stdout'] => ({
    isTTY: io[name].isTTY,
    isFile: io[name].isFile,
    write(text) {
      printed[name].push(Buffer.from(text))
      return io[name].write(text)
    },
  })
  return {
    io: { env: io.env, cwd: () => io.cwd(), stdout: recorded('stdout'), stderr: recorded('stderr') },
    save(exit, basis) {
      // A file that could not be processed may have failed only for a moment.
      if (exit === 2) return
      const diskState = diskStateLines(log, { texts: textsIn(basis, options, io.cwd()), begun })
      if (!diskState) return
      const [stdout, stderr] = [Buffer.concat(printed.stdout), Buffer.concat(printed.stderr)]
      const files = runFilesOf(basis, printed.stdout, options)
      slot.write({ exit, diskState, stdout, stderr, files: files ? printRunFiles(files) : Buffer.alloc(0) })
    },
    close: () => log.close(),
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
