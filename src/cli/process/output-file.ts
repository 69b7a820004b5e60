import { realpathSync, statSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { printable } from '../../reporters/terminal.js'
import { isWithin } from '../../source/path.js'
import { opensWithHead } from '../../source/report-file.js'
import { attempt } from './attempt.js'
import { type ExitCode, type Io, UsageError } from './io.js'

/**
 * Runs a command, with what it prints on the standard output written to a file if there is one.
 * @param inputs the files and folders that the command was told to read
 * @throws UsageError where the file cannot be written, or would take the place of what is read
 */
export async function withOutput(
  file: string | undefined,
  inputs: readonly string[],
  io: Io,
  command: (io: Io) => ExitCode | Promise<ExitCode>,
): Promise<ExitCode> {
  if (file === undefined) return command(io)
  const cwd = io.cwd()
  const path = resolve(cwd, file)
  if (inputs.some((input) => isPartOf(path, resolve(cwd, input))))
    throw new UsageError(`--output ${file}: this is what is to be read, and would be lost: name another file`)
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
  try {
    writeFileSync(path, Buffer.concat(parts))
  } catch (error) {
    const { whyUncreated } = await import('../../source/create.js')
    throw new UsageError(`--output ${file}: ${whyUncreated(error)}`)
  }
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
