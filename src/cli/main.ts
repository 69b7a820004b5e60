import { CommanderError } from 'commander'
import { commands } from './commands.js'
import { complain, type ExitCode, type Io, UsageError } from './process/io.js'

export type { ExitCode, Io } from './process/io.js'
export { standardIo } from './process/standard-io.js'

/** Called without a command, it has printed its help. */
const HELP = 'commander.help'

/**
 * The program. Never ends the process, and prints nothing but through `io`.
 * @param argv the words after the program's name
 * @returns 0: nothing to say · 1: errors, too many warnings, or fixes to be made · 2: something could not be worked on
 */
export async function main(argv: readonly string[], io: Io): Promise<ExitCode> {
  let exit: ExitCode = 0
  const program = commands(argv[0], io, (code) => {
    exit = code
  })
  try {
    await program.parseAsync([...argv], { from: 'user' })
    return exit
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return 0
      if (error.code !== HELP) complain(await misused(error, argv, io), io)
      return 2
    }
    if (argv.includes('--debug')) io.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
    else complain(await explained(error, io), io)
    return 2
  }
}

async function misused(error: CommanderError, argv: readonly string[], io: Io): Promise<string> {
  const { misuse } = await import('./misuse.js')
  return misuse(
    error,
    argv,
    commands(undefined, io, () => {}),
    io,
  )
}

async function explained(error: unknown, io: Io): Promise<string> {
  // There may be no current folder: such an error says so.
  if (error instanceof UsageError) return error.message
  const { failureLine } = await import('./process/failure.js')
  return (
    failureLine(error, io.cwd()) ??
    `something went wrong that should not: ${(error as Error).message}. Run it again with --debug and report what it prints.`
  )
}
