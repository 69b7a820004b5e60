import { CommanderError } from 'commander'
import { commands } from './commands.js'
import { complain, type ExitCode, type Io, UsageError } from './process/io.js'

export type { ExitCode, Io } from './process/io.js'
export { standardIo } from './process/standard-io.js'

/** The code of the error after printing the help, because there was no command. */
const HELP = 'commander.help'

/**
 * The program. Never ends the process, and prints nothing but through `io`.
 * @param argv the words after the program's name
 * @returns the exit code, as described at `ExitCode`
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
      if (error.code !== HELP) complain(await usageError(error, argv, io), io)
      return 2
    }
    if (argv.includes('--debug')) io.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
    else complain(await errorMessage(error, io), io)
    return 2
  }
}

async function usageError(error: CommanderError, argv: readonly string[], io: Io): Promise<string> {
  const { usageMessage } = await import('./usage-error.js')
  return usageMessage(
    error,
    argv,
    commands(undefined, io, () => {}),
    io,
  )
}

async function errorMessage(error: unknown, io: Io): Promise<string> {
  // Comes before `io.cwd()`, because the error may be that there is no current folder.
  if (error instanceof UsageError) return error.message
  const { failureLine } = await import('./process/failure.js')
  return (
    failureLine(error, io.cwd()) ??
    `something went wrong that should not: ${(error as Error).message}. Run it again with --debug and report what it prints.`
  )
}
