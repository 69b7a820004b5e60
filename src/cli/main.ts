import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { Command, CommanderError, Option } from 'commander'
import manifest from '../../package.json' with { type: 'json' }
import type { CheckOptions } from './check.js'
import type { FixOptions } from './fix.js'
import type { InspectOptions } from './inspect.js'
import { complain, type ExitCode, type Io, type Output, UsageError } from './io.js'

export type { ExitCode, Io } from './io.js'

/**
 * The program. Never ends the process, and prints nothing but through `io`.
 * @param argv the words after the program's name
 * @returns 0: nothing to say · 1: errors, too many warnings, or fixes to be made · 2: something could not be worked on
 */
export async function main(argv: readonly string[], io: Io): Promise<ExitCode> {
  for (const output of [io.stdout, io.stderr]) endQuietlyOnClosedPipe(output)
  let exit: ExitCode = 0
  const program = commands(io, (code) => {
    exit = code
  })
  try {
    await program.parseAsync([...argv], { from: 'user' })
    return exit
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
    if (argv.includes('--debug')) io.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
    else complain(await explained(error, io.cwd()), io)
    return 2
  }
}

async function explained(error: unknown, cwd: string): Promise<string> {
  const { failureLine } = await import('./failure.js')
  return (
    failureLine(error, cwd) ??
    `something went wrong that should not: ${(error as Error).message}. Run it again with --debug and report what it prints.`
  )
}

/** `reportlint check | head`: who has read enough closes the pipe, and that is no error. */
function endQuietlyOnClosedPipe(output: Output): void {
  const stream = output as NodeJS.WritableStream
  if (typeof stream.on !== 'function') return
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })
}

function commands(io: Io, ended: (code: ExitCode) => void): Command {
  const program = new Command('reportlint')
    .description('Checks event reports, and mends them: sections, speakers, dates and what templates leave behind.')
    .version(manifest.version, '-V, --version')
    .option('--debug', 'print a stack trace when something goes wrong')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text.replace(/^error: /, 'reportlint: ')),
    })
    .showSuggestionAfterError()
    .addHelpText(
      'after',
      `
Examples:
  reportlint check content/            what is wrong, where, and what to do
  reportlint fix content/              what would be mended, as a diff
  reportlint fix --write content/      mend what has one right answer
  reportlint explain date-mismatch     why a rule is there, with examples`,
    )

  const onReports = (name: string, description: string): Command =>
    sub(name, description)
      .argument('[path...]', 'files and folders; the current folder if there are none')
      .option('--config <file>', 'take this configuration instead of the nearest .reportlintrc.yaml')
      .option('--schema <name>', 'event-report, fcj, or the path of a schema')
      .option('--rule <id...>', 'check these rules only')
      .option('--output <file>', 'write the result to a file')
      .option('--no-cache', 'read everything anew')
  const sub = (name: string, description: string): Command =>
    program.command(name).description(description).option('--debug', 'print a stack trace when something goes wrong')
  const format = (...choices: string[]): Option =>
    new Option('--format <name>', 'how the result is printed').choices(choices).default('pretty')

  onReports('check', 'Report what is wrong.')
    .addOption(format('pretty', 'json'))
    .option('--max-warnings <number>', 'more warnings than this count as an error', wholeNumber)
    .option('--quiet', 'errors only')
    .action(async (paths: string[], options: CheckOptions & { output?: string }) => {
      const { check } = await import('./check.js')
      ended(withOutput(options.output, io, (to) => check(paths, options, to)))
    })
  onReports('fix', 'Show what can be mended as a diff, or mend it.')
    .option('--write', 'change the files')
    .option('--unsafe', 'also what may need another look: new sections, moved text')
    .action(async (paths: string[], options: FixOptions & { output?: string }) => {
      const { fix } = await import('./fix.js')
      ended(withOutput(options.output, io, (to) => fix(paths, options, to)))
    })
  onReports('inspect', 'Print what was understood of each report.')
    .addOption(format('pretty', 'json'))
    .action(async (paths: string[], options: InspectOptions & { output?: string }) => {
      const { inspect } = await import('./inspect.js')
      ended(withOutput(options.output, io, (to) => inspect(paths, options, to)))
    })
  sub('explain', 'Say what a rule reports and why.')
    .argument('[rule]', 'the name of the rule')
    .action(async (rule: string | undefined) => {
      const { explain } = await import('./explain.js')
      ended(explain(rule, io))
    })
  sub('rules', 'List the rules.')
    .addOption(format('pretty', 'json'))
    .action(async (options: { format: string }) => {
      const { listRules } = await import('./rules.js')
      ended(listRules(options.format === 'json', io))
    })
  sub('schema', 'Print a schema, as a start for your own.')
    .argument('[name]', 'event-report, fcj, or a path; what the current folder uses if it is left out')
    .action(async (name: string | undefined) => {
      const { printSchema } = await import('./schema.js')
      ended(printSchema(name, io))
    })
  return program
}

function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new UsageError(`--max-warnings takes a whole number, not “${text}”`)
  return Number(text)
}

/** Runs a command, with what it prints on the standard output written to a file if there is one. */
function withOutput(file: string | undefined, io: Io, command: (io: Io) => ExitCode): ExitCode {
  if (file === undefined) return command(io)
  const parts: string[] = []
  const { stderr, env } = io
  const code = command({ stdout: { write: (part) => parts.push(part) }, stderr, env, cwd: () => io.cwd() })
  try {
    writeFileSync(resolve(io.cwd(), file), parts.join(''))
  } catch (error) {
    throw new UsageError(`--output ${file}: it could not be written (${(error as NodeJS.ErrnoException).code})`)
  }
  return code
}
