import type { Argument, Command, Option } from 'commander'
import { bashScript } from '../../completion/bash.js'
import { fishScript } from '../../completion/fish.js'
import type { OptionWords, ProgramWords, Values } from '../../completion/words.js'
import { zshScript } from '../../completion/zsh.js'
import { everyRule } from '../../lint/every-rule.js'
import { builtInSchemas } from '../../schema/load.js'
import type { ExitCode, Io } from '../process/io.js'

const SCRIPTS = { bash: bashScript, zsh: zshScript, fish: fishScript }

export type Shell = keyof typeof SCRIPTS

/** Prints the completion script for a shell. */
export function completion(shell: Shell, program: Command, io: Io): ExitCode {
  io.stdout.write(SCRIPTS[shell](wordsOf(program)))
  return 0
}

/** The commands, options and choices, taken from the program itself. */
function wordsOf(program: Command): ProgramWords {
  const commands = program.createHelp().visibleCommands(program)
  const names = commands.map((command) => command.name())
  return {
    name: program.name(),
    options: optionsOf(program),
    commands: commands.map((command) => {
      const [argument] = command.registeredArguments
      const isCommand = argument?.name() === 'command'
      return {
        name: command.name(),
        about: command.description(),
        options: optionsOf(command),
        argument: isCommand ? { words: names, paths: null } : argument ? valuesOf(argument.name(), argument) : null,
      }
    }),
  }
}

function optionsOf(command: Command): OptionWords[] {
  return command
    .createHelp()
    .visibleOptions(command)
    .map((option) => ({
      flags: [option.short, option.long].filter((flag) => typeof flag === 'string'),
      about: option.description,
      takes: option.required || option.optional ? valuesOf(placeholderOf(option), option) : null,
      isVariadic: option.variadic,
    }))
}

/** The word in brackets, which names the value of an option. */
function placeholderOf({ flags }: Option): string {
  return /[<[]([\w-]+)/.exec(flags)?.[1] ?? ''
}

function valuesOf(placeholder: string, { argChoices }: Option | Argument): Values {
  if (argChoices) return { words: argChoices, paths: null }
  switch (placeholder) {
    case 'id':
    case 'rule':
      return { words: everyRule.map(({ id }) => id), paths: null }
    case 'schema':
      return { words: Object.keys(builtInSchemas), paths: 'files' }
    case 'file':
    case 'path':
      return { words: [], paths: 'files' }
    case 'folder':
      return { words: [], paths: 'folders' }
    default:
      return { words: [], paths: null }
  }
}
