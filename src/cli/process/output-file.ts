import { realpathSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { printable } from '../../reporters/terminal.js'
import { checkOutput, writeOutput } from '../../source/output.js'
import { isWithin } from '../../source/path.js'
import { opensWithHead } from '../../source/report-file.js'
import { attempt } from './attempt.js'
import { type ExitCode, type Io, UsageError } from './io.js'
import { named } from './named.js'

/** The other files of a command, as they were named, where they were. */
export interface OtherFiles {
  /** The files and folders that it was told to read. */
  readonly read: readonly (string | undefined)[]
  /** Those that it writes itself. */
  readonly written: readonly (string | undefined)[]
}

/**
 * Runs a command, with what it prints on the standard output written to a file.
 * @throws UsageError where the file cannot be written, or would take the place of what is read or written
 */
export async function withOutput(
  file: string,
  { read, written }: OtherFiles,
  io: Io,
  command: (io: Io) => ExitCode | Promise<ExitCode>,
): Promise<ExitCode> {
  const cwd = io.cwd()
  const path = resolve(cwd, file)
  const option = `--output ${file}`
  if (read.some((input) => input !== undefined && isPartOf(path, resolve(cwd, input))))
    throw new UsageError(`${option}: this is what is to be read, and would be lost: name another file`)
  if (written.some((other) => other !== undefined && resolve(cwd, other) === path))
    throw new UsageError(`${option}: something else is to be written there: name another file`)
  named(option, () => checkOutput(path))
  const parts: Buffer[] = []
  const { stderr, env } = io
  const code = await command({
    stdout: { write: (part) => parts.push(Buffer.from(part)), isFile: true },
    stderr,
    env,
    cwd: () => cwd,
    get stdin() {
      return io.stdin
    },
  })
  named(option, () => writeOutput(path, Buffer.concat(parts)))
  // Nothing else is seen of it.
  if (stderr.isTTY) stderr.write(`${printable(file)}: written\n`)
  return code
}

/**
 * Whether a file is that which another path leads to, or a page in the folder that it leads to. A page begins with front matter,
 * which nothing does that is printed of files: what was written there before may be written again.
 */
function isPartOf(path: string, input: string): boolean {
  const [file, other] = [path, input].map((one) => attempt(() => statSync(one)))
  if (!file?.isFile() || !other) return false
  if (other.isDirectory()) return isWithin(realpathSync(path), realpathSync(input)) && opensWithHead(path)
  return other.dev === file.dev && other.ino === file.ino
}
