import { realpathSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { printable } from '../../reporters/terminal.js'
import { checkOutput, writeOutput } from '../../source/output.js'
import { isWithin } from '../../source/path.js'
import { opensWithFrontMatter } from '../../source/report-file.js'
import { attempt } from './attempt.js'
import { withFileName } from './file-errors.js'
import { type ExitCode, type Io, UsageError } from './io.js'

/** The other files of a command, as the user wrote them, if at all. */
export interface OtherFiles {
  /** The files and folders that it reads. */
  readonly read: readonly (string | undefined)[]
  /** The files that it writes itself. */
  readonly written: readonly (string | undefined)[]
}

/**
 * Runs a command with its standard output written to a file.
 * @throws UsageError if the file cannot be written, or if that would overwrite what the command reads or writes itself
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
    throw new UsageError(`${option}: this file is to be read, and would be overwritten: name another file`)
  if (written.some((other) => other !== undefined && resolve(cwd, other) === path))
    throw new UsageError(`${option}: something else is to be written there: name another file`)
  withFileName(option, () => checkOutput(path))
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
  withFileName(option, () => writeOutput(path, Buffer.concat(parts)))
  // There would be no other sign of success.
  if (stderr.isTTY) stderr.write(`${printable(file)}: written\n`)
  return code
}

/**
 * Whether a file is the same as `input`, or a page in the folder `input`. A page begins with front matter, unlike any output of this
 * program, so an output file in that folder may be overwritten.
 */
function isPartOf(path: string, input: string): boolean {
  const [file, other] = [path, input].map((one) => attempt(() => statSync(one)))
  if (!file?.isFile() || !other) return false
  if (other.isDirectory()) return isWithin(realpathSync(path), realpathSync(input)) && opensWithFrontMatter(path)
  return other.dev === file.dev && other.ino === file.ino
}
