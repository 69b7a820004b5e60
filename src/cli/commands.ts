import { Argument, Command, Option } from 'commander'
import manifest from '../../package.json' with { type: 'json' }
import { formats } from '../reporters/index.js'
import { MIN_WIDTH } from '../reporters/terminal-width.js'
import type { Shell } from './commands/completion.js'
import type { ConfigOptions } from './commands/config.js'
import type { EventsOptions } from './commands/events.js'
import type { FixOptions } from './commands/fix-options.js'
import type { InitOptions } from './commands/init.js'
import type { InspectOptions } from './commands/inspect.js'
import type { MergeOptions } from './commands/merge.js'
import type { NewOptions } from './commands/new.js'
import { helpEnds } from './examples.js'
import { helpEnd } from './help-end.js'
import type { CheckOptions } from './output/check-options.js'
import { type ExitCode, type Io, UsageError } from './process/io.js'
import { widthOf } from './process/width.js'
import { replay } from './replay/replay.js'
import type { Shard } from './run/collect.js'

/** The width of help texts in cells if that of the terminal is unknown. */
const DEFAULT_WIDTH = 80

/** The options that name input and output files. */
interface FileOptions {
  readonly output?: string
  readonly stdin?: boolean
  readonly config?: string
  readonly schema?: string
  readonly baseline?: string
  readonly updateBaseline?: boolean
}

interface CheckCommandOptions extends CheckOptions {
  readonly output?: string
  readonly watch?: boolean
  readonly shard?: Shard
}

/** The options that several commands have in common. */
const shared = {
  schema: new Option('--schema <schema>', 'event-report, fcj, or the path of a schema'),
  rule: new Option('--rule <id...>', 'check these rules only').argParser(ruleIds),
  output: new Option('--output <file>', 'write the result to a file'),
  maxWarnings: new Option('--max-warnings <number>', 'fail if there are more warnings than this').argParser(
    wholeNumber('--max-warnings'),
  ),
  quiet: new Option('--quiet', 'errors only'),
  baseline: new Option('--baseline <file>', 'hide the known findings that this file lists'),
  updateBaseline: new Option('--update-baseline', 'write all findings to the baseline file'),
  stdinFilename: new Option(
    '--stdin-filename <path>',
    'the path of the report on standard input; its folder decides the settings',
  ).implies({
    stdin: true,
  }),
}

const format = (...choices: string[]): Option =>
  new Option('--format <name>', 'the output format').choices(choices).default('pretty')
const fromStdin = (...others: string[]): Option =>
  new Option('--stdin', 'read one report from standard input').conflicts(others)

/**
 * The commands of the program. Each loads its code when it is called.
 * @param wanted the name of the command that will be called: only that one is defined; for any other word, such as a misspelt name,
 * all are
 * @param exit receives the exit code
 */
export function commands(wanted: string | undefined, io: Io, exit: (code: ExitCode) => void): Command {
  const width = widthOf(io.stdout) ?? DEFAULT_WIDTH
  const helpEndOf = (name: string) => (): string => {
    const end = helpEnds[name]
    return end ? helpEnd(end, width) : ''
  }
  const program = new Command('reportlint')
    .description('Checks event reports and fixes them: sections, speakers, dates and leftovers of templates.')
    .version(manifest.version, '-V, --version')
    .option('--debug', 'print a stack trace if something goes wrong')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
      getOutHelpWidth: () => width,
      // Whoever catches the error reports it.
      outputError: () => {},
    })
    .configureHelp({ minWidthToWrap: MIN_WIDTH })
    .showSuggestionAfterError(false)
    .addHelpText('after', helpEndOf('reportlint'))

  /** Runs a command on files, with its output in the file of `--output`, if it is given. */
  const withOutputFile = async (
    paths: readonly string[],
    { output, stdin, config, schema, baseline, updateBaseline }: FileOptions,
    command: (to: Io) => ExitCode | Promise<ExitCode>,
  ): Promise<ExitCode> => {
    if (output === undefined) return command(io)
    const { withOutput } = await import('./process/output-file.js')
    const read = [...(paths.length > 0 || stdin ? paths : ['.']), config, schema, baseline]
    return withOutput(output, { read, written: updateBaseline ? [baseline] : [] }, io, command)
  }
  const onReports = (name: string, description: string): Command =>
    sub(name, description)
      .argument('[path...]', 'files and folders; by default, the current folder', pathsIn)
      .option('--config <file>', 'use this configuration instead of the nearest .reportlintrc.yaml')
      .addOption(shared.schema)
      .option('--reports-only', 'skip a named file if a search of its folder would skip it')
      .addOption(
        new Option('--parser <name>', 'the Markdown parser: the fast native one, or the reference').choices([
          'native',
          'remark',
        ]),
      )
      .addOption(shared.output)
  const sub = (name: string, description: string): Command =>
    program
      .command(name)
      .description(description)
      .option('--debug', 'print a stack trace if something goes wrong')
      .addHelpText('after', helpEndOf(name))

  /** Checks one shard, or everything: on every change, or once. */
  const check = async (paths: readonly string[], options: CheckCommandOptions): Promise<ExitCode> => {
    const { shard } = options
    if (shard) {
      const { checkShard } = await import('./commands/shard.js')
      return withOutputFile(paths, options, (to) => checkShard(paths, { ...options, shard }, to))
    }
    // Read again for each check, because the window may be resized while it watches.
    const withWidth = (): CheckOptions => ({ ...options, columns: io.stdout.columns })
    const runCheck = async (to: Io): Promise<ExitCode> =>
      (await import('./commands/check.js')).check(paths, withWidth(), to)
    if (options.watch) {
      const { watchAndCheck } = await import('./commands/watch.js')
      return watchAndCheck(paths, options, () => withOutputFile(paths, options, runCheck), io)
    }
    return withOutputFile(paths, options, async (to) => (await replay(paths, withWidth(), to)) ?? runCheck(to))
  }

  const all: Readonly<Record<string, () => Command>> = {
    check: () =>
      onReports('check', 'Report what is wrong.')
        .addOption(shared.rule)
        .addOption(format(...Object.keys(formats)))
        .addOption(shared.maxWarnings)
        .addOption(shared.quiet)
        .option('--staged', "the staged content, from git's index")
        .addOption(fromStdin('staged'))
        .addOption(shared.stdinFilename)
        .addOption(
          new Option('--watch', 'check again whenever something changes').conflicts(['staged', 'stdin', 'shard']),
        )
        .addOption(shared.baseline)
        .addOption(shared.updateBaseline)
        .option('--jobs <number>', 'the number of threads', wholeNumber('--jobs', 1))
        .addOption(new Option('--cache', 'use the results of earlier runs, which is the default').hideHelp())
        .option('--no-cache', 'ignore the results of earlier runs')
        .addOption(
          new Option('--stats', 'print how long each step took, on standard error').conflicts([
            'staged',
            'stdin',
            'shard',
          ]),
        )
        .addOption(
          new Option('--shard <part>', 'check one part of several (such as 2/8), for `reportlint merge`')
            .argParser((text) => shardIn(text))
            .conflicts([
              ...['staged', 'stdin', 'watch'],
              ...['format', 'quiet', 'maxWarnings', 'baseline', 'updateBaseline'],
            ]),
        )
        .action(async (paths: string[], options: CheckCommandOptions) => exit(await check(paths, options))),
    merge: () =>
      sub('merge', 'Combine the results of a check that was done in parts.')
        .argument('<file...>', 'the files that `reportlint check --shard` wrote, one for each part')
        .addOption(format(...Object.keys(formats)))
        .addOption(shared.maxWarnings)
        .addOption(shared.quiet)
        .addOption(shared.baseline)
        .addOption(shared.updateBaseline)
        .addOption(shared.output)
        .action(async (files: string[], options: MergeOptions & { output?: string }) => {
          const { merge } = await import('./commands/merge.js')
          exit(
            await withOutputFile(files, options, (to) => merge(files, { ...options, columns: io.stdout.columns }, to)),
          )
        }),
    fix: () =>
      onReports('fix', 'Show fixes as a diff, or apply them.')
        .addOption(shared.rule)
        .option('--write', 'change the files')
        .option('--unsafe', 'also fixes that need a second look: new sections, moved text')
        .option('--interactive', 'ask about each fix, and apply the chosen ones')
        .option('--staged', "the staged content, from git's index; with --write, fix the files as well")
        .addOption(fromStdin('staged', 'write', 'interactive'))
        .addOption(shared.stdinFilename)
        .action(async (paths: string[], _, command: Command) => {
          const { fix } = await import('./commands/fix.js')
          const options: FixOptions & { output?: string } = command.optsWithGlobals()
          exit(await withOutputFile(paths, options, (to) => fix(paths, options, to)))
        }),
    inspect: () =>
      onReports('inspect', 'Print what reportlint understood of each report.')
        .addOption(format('pretty', 'json'))
        .action(async (paths: string[], options: InspectOptions & { output?: string }) => {
          const { inspect } = await import('./commands/inspect.js')
          exit(await withOutputFile(paths, options, (to) => inspect(paths, options, to)))
        }),
    events: () =>
      onReports('events', 'List the events that the reports are about.')
        .addOption(format('pretty', 'json'))
        .addOption(
          new Option(
            '--write-registry',
            'draft events.yaml in the current folder from what most reports say',
          ).conflicts(['format', 'output']),
        )
        .action(async (paths: string[], options: EventsOptions & { output?: string }) => {
          const { events } = await import('./commands/events.js')
          exit(await withOutputFile(paths, options, (to) => events(paths, options, to)))
        }),
    new: () =>
      sub('new', 'Create a report to fill in, and its Vietnamese twin, in the events folder of the site.')
        .argument('<name>', 'the name of the event')
        .requiredOption('--date <day>', 'the day of the event, YYYY-MM-DD')
        .option('--in <folder>', 'the folder of the events; by default, found from the current folder')
        .option('--number <number>', 'the number of the event; by default, the next one')
        .addOption(shared.schema)
        .action(async (name: string, options: NewOptions) => {
          const { newReport } = await import('./commands/new.js')
          exit(newReport(name, options, io))
        }),
    init: () =>
      sub('init', 'Set up this repository: a configuration, and a hook that checks each commit.')
        .option('--remove', 'remove what was added')
        .action(async (options: InitOptions) => {
          const { init } = await import('./commands/init.js')
          exit(init(options, io))
        }),
    explain: () =>
      sub('explain', 'Explain what a rule reports, and why.')
        .argument('[rule]', 'the name of the rule')
        .action(async (rule: string | undefined) => {
          const { explain } = await import('./commands/explain.js')
          exit(explain(rule, io))
        }),
    rules: () =>
      sub('rules', 'List the rules.')
        .addOption(format('pretty', 'json'))
        .action(async (options: { format: string }) => {
          const { listRules } = await import('./commands/rules.js')
          exit(listRules(options.format === 'json', io))
        }),
    config: () =>
      sub('config', 'Show the settings that apply to a file, and where each comes from.')
        .argument('[path]', 'a file, or a folder for the files in it; by default, the current folder')
        .option('--config <file>', 'use this configuration instead of those above the file')
        .addOption(shared.schema)
        .addOption(shared.rule)
        .addOption(format('pretty', 'json'))
        .option('--json-schema', 'print the JSON Schema of configurations, for editors')
        .action(async (path: string | undefined, options: ConfigOptions & { jsonSchema?: boolean }) => {
          const { printConfigSchema, showConfig } = await import('./commands/config.js')
          exit(options.jsonSchema ? printConfigSchema(io) : showConfig(path ?? '.', options, io))
        }),
    schema: () =>
      sub('schema', 'Print a schema, as a starting point for your own.')
        .argument('[schema]', 'event-report, fcj, or a path; by default, the one that the current folder uses')
        .option('--json-schema', 'print the JSON Schema of schemas, for editors')
        .action(async (name: string | undefined, options: { jsonSchema?: boolean }) => {
          const { printSchema, printSchemaSchema } = await import('./commands/schema.js')
          exit(options.jsonSchema ? printSchemaSchema(io) : printSchema(name, io))
        }),
    lsp: () =>
      sub('lsp', 'Language server for editors: findings as you type, fixes, outline. The editor starts it.')
        .addOption(new Option('--stdio', 'use standard input and output, which is the default').hideHelp())
        .addOption(new Option('--clientProcessId <id>', 'accepted because some editors send it').hideHelp())
        .action(async () => {
          const { lsp } = await import('./commands/lsp.js')
          exit(await lsp(io))
        }),
    completion: () =>
      sub('completion', 'Print a script that teaches your shell to complete commands, options and rules.')
        .addArgument(new Argument('<shell>', 'the shell').choices(['bash', 'zsh', 'fish']))
        .action(async (shell: Shell) => {
          const { completion } = await import('./commands/completion.js')
          exit(completion(shell, program, io))
        }),
    help: () =>
      program
        .command('help')
        .description('Explain a command and its options.')
        .argument('[command]', 'the name of the command')
        .action(async (name: string | undefined) => {
          const asked = name === undefined ? program : program.commands.find((command) => command.name() === name)
          if (asked) return asked.help()
          const { unknownName } = await import('./process/unknown-name.js')
          const names = program.commands.map((command) => command.name())
          throw unknownName('command', name ?? '', names, '`reportlint help` lists them.')
        }),
  }
  // Defining the options of all commands takes longer than running one. Only `completion` and `help` need the others.
  const needsAll = wanted === undefined || ['completion', 'help'].includes(wanted) || !Object.hasOwn(all, wanted)
  for (const [name, add] of Object.entries(all)) if (needsAll || name === wanted) add()
  return program
}

/**
 * An empty path usually comes from a script with an unset variable. The file system functions would read it as the current folder.
 */
function pathsIn(path: string, before: readonly string[] = []): readonly string[] {
  if (path === '') throw new UsageError('a path is empty: the current folder is “.”')
  return [...before, path]
}

/** Reads "typo mojibake", one word per call, and "typo,mojibake". */
function ruleIds(text: string, before: readonly string[] = []): readonly string[] {
  const ids = text.split(',').filter(Boolean)
  return [...before, ...(ids.length > 0 ? ids : [text])]
}

/** Reads "2/8". */
function shardIn(text: string): Shard {
  const [, index = '', of = ''] = /^(\d{1,4})\/(\d{1,4})$/.exec(text) ?? []
  const shard = { index: Number(index), of: Number(of) }
  if (shard.index < 1 || shard.index > shard.of)
    throw new UsageError(`--shard takes a part and the number of parts, such as 2/8, not “${text}”`)
  return shard
}

function wholeNumber(option: string, least = 0): (text: string) => number {
  return (text) => {
    if (!/^\d{1,9}$/.test(text) || Number(text) < least)
      throw new UsageError(`${option} takes a whole number${least > 0 ? ` from ${least} on` : ''}, not “${text}”`)
    return Number(text)
  }
}
