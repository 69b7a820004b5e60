import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { printable } from '../reporters/terminal.js'
import { type ExitCode, type Io, UsageError } from './io.js'

/** Runs a command, with what it prints on the standard output written to a file if there is one. */
export async function withOutput(
  file: string | undefined,
  io: Io,
  command: (io: Io) => ExitCode | Promise<ExitCode>,
): Promise<ExitCode> {
  if (file === undefined) return command(io)
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
    writeFileSync(resolve(io.cwd(), file), Buffer.concat(parts))
  } catch (error) {
    const { whyUncreated } = await import('../source/create.js')
    throw new UsageError(`--output ${file}: ${whyUncreated(error)}`)
  }
  // Nothing else is seen of it.
  if (stderr.isTTY) stderr.write(`${printable(file)}: written\n`)
  return code
}
