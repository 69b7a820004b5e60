import { statSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { printable } from '../../reporters/terminal.js'
import { type ExitCode, type Io, UsageError } from './io.js'

/**
 * Runs a command, with what it prints on the standard output written to a file if there is one.
 * @param inputs what the command was told to read
 * @throws UsageError where the file cannot be written, or would take the place of what is read
 */
export async function withOutput(
  file: string | undefined,
  inputs: readonly string[],
  io: Io,
  command: (io: Io) => ExitCode | Promise<ExitCode>,
): Promise<ExitCode> {
  if (file === undefined) return command(io)
  const path = resolve(io.cwd(), file)
  if (inputs.some((input) => resolve(io.cwd(), input) === path) && statSync(path, { throwIfNoEntry: false })?.isFile())
    throw new UsageError(`--output ${file}: this is what is to be read, and would be lost: name another file`)
  const parts: Buffer[] = []
  const { stderr, env } = io
  const code = await command({
    stdout: { write: (part) => parts.push(Buffer.from(part)), isFile: true },
    stderr,
    env,
    cwd: () => io.cwd(),
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
