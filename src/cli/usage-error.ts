import { resolve } from 'node:path'
import type { Argument, Command, CommanderError, Option } from 'commander'
import { pathExists } from '../source/disk.js'
import { nearest } from '../text/nearest.js'
import { helpEnds } from './examples.js'
import { quoted } from './output/fix-command.js'
import { commandName } from './process/command-name.js'
import type { Io } from './process/io.js'
import { unknownName } from './process/unknown-name.js'

/**
 * What is wrong with a command line, and what would be right, in one line.
 * @param error of the command line parser, whose message quotes what is wrong
 * @param argv the words of the command line
 * @param program with all of its commands
 */
export function usageMessage(
  { code, message }: CommanderError,
  argv: readonly string[],
  program: Command,
  io: Io,
): string {
  const command = program.commands.find((known) => known.name() === argv.find((word) => isCommand(word, program)))
  const asked = command ?? program
  const call = command ? `reportlint ${command.name()}` : 'reportlint'
  const [named = '', other = ''] = quotedWords(message)
  const argumentIn = (name: string): Argument | undefined =>
    asked.registeredArguments.find((one) => one.name() === name)
  switch (code) {
    case 'commander.unknownOption': {
      const word = quotedText(message)
      if (command && argv.indexOf(word) < argv.indexOf(command.name()) && flagsOf(command).includes(flagOf(word)))
        return `${flagOf(word)} goes after the command: \`${call} ${word}\``
      return unknownOption(word, asked, program)
    }
    case 'commander.unknownCommand':
      return unknownCommand(quotedText(message), program, io.cwd())
    case 'commander.optionMissingArgument': {
      const option = optionIn(asked, named)
      return option ? `${option.flags} needs its value: ${valueDescription(option)}` : `${named} needs its value`
    }
    case 'commander.missingMandatoryOptionValue':
      return missingMessage(call, optionIn(asked, named))
    case 'commander.missingArgument':
      return missingMessage(call, argumentIn(named))
    case 'commander.invalidArgument': {
      const ofArgument = argumentIn(other)
      const taken = ofArgument ?? optionIn(asked, named)
      const given = ofArgument ? named : other
      const near = nearest(given, taken?.argChoices ?? [])
      return `${nameOf(taken)} takes ${choicesOf(taken)}, not “${given}”${near ? `. Did you mean “${near}”?` : ''}`
    }
    case 'commander.conflictingOption':
      return `${nameOf(optionIn(asked, named))} cannot be used with ${nameOf(optionIn(asked, other))}`
    case 'commander.excessArguments': {
      const [takes = 0, got = 0] = [...message.matchAll(/\d{1,6}/g)].map(([number]) => Number(number))
      return takes === 0
        ? `\`${call}\` takes no arguments. \`reportlint help ${asked.name()}\` says what it takes.`
        : `\`${call}\` takes one argument, not ${got}: put text with spaces in quotation marks`
    }
    default:
      return message.replace(/^error: /, '')
  }
}

/** `--format` of `--format=json`. */
function flagOf(word: string): string {
  return word.replace(/=.*/s, '')
}

function isCommand(word: string, program: Command): boolean {
  return program.commands.some((known) => known.name() === word)
}

function unknownOption(word: string, command: Command, program: Command): string {
  const flag = flagOf(word)
  if (flagsOf(command).includes(flag)) return `${flag} takes no value: remove “${word.slice(flag.length)}”`
  const advice = suggestionFor(flag, command, program)
  const help = `\`reportlint help${command === program ? '' : ` ${command.name()}`}\` lists them.`
  return [`unknown option “${flag}”.`, advice, help].filter(Boolean).join(' ')
}

/** A suggestion for an unknown option; null if there is none. */
function suggestionFor(flag: string, command: Command, program: Command): string | null {
  const word = flag.replace(/^-{1,2}/, '')
  if (isCommand(word, program)) return `\`reportlint ${word}\` is a command.`
  const others = program.commands.filter((other) => other !== command && flagsOf(other).includes(flag))
  if (others.length > 0 && others.length < TOO_MANY) {
    const names = others.map((other) => `\`reportlint ${other.name()}\``)
    return `It is one of ${joinWords(names, 'and')}.`
  }
  const choice = command.options.find(({ argChoices }) => argChoices?.includes(word))
  const suggestions = choice ? [`${choice.long} ${word}`] : nearestFlags(flag, flagsOf(command))
  return suggestions.length > 0
    ? `Did you mean ${joinWords(
        suggestions.map((one) => `“${one}”`),
        'or',
      )}?`
    : null
}

function nearestFlags(flag: string, known: readonly string[]): readonly string[] {
  // A single letter may abbreviate an option.
  const begun = known.filter((other) => other.startsWith(`-${flag}`))
  if (/^-\w$/.test(flag)) return begun.length < TOO_MANY ? begun : []
  const near = nearest(flag, known)
  return near === null ? [] : [near]
}

/** From this many on, a list of suggestions would not help. */
const TOO_MANY = 4

function unknownCommand(name: string, program: Command, cwd: string): string {
  const help = '`reportlint help` lists them.'
  if (name !== '' && pathExists(resolve(cwd, name)))
    return `unknown command “${name}”. To check that path: \`${commandName(cwd)} check ${quoted(name)}\`. ${help}`
  const names = program.commands.map((command) => command.name())
  return unknownName('command', name, names, help).message
}

/** The message for a missing argument or option. */
function missingMessage(call: string, missing: Option | Argument | undefined): string {
  if (!missing) return `\`${call}\` needs more than that`
  const example = Object.values(helpEnds)
    .flatMap(({ examples }) => examples)
    .find(([line]) => line.startsWith(`${call} `))
  const like = example ? `, as in \`${example[0]}\`` : ''
  return `\`${call}\` needs ${'flags' in missing ? missing.flags : `<${missing.name()}>`}: ${valueDescription(missing)}${like}`
}

function valueDescription(taken: Option | Argument): string {
  return taken.argChoices ? choicesOf(taken) : taken.description
}

function choicesOf(taken: Option | Argument | undefined): string {
  return joinWords(taken?.argChoices ?? [], 'or')
}

/** `--format`, or `<path>` for an argument. */
function nameOf(taken: Option | Argument | undefined): string {
  if (!taken) return 'it'
  return 'flags' in taken ? (taken.long ?? taken.flags) : `<${taken.name()}>`
}

function optionIn(command: Command, flags: string): Option | undefined {
  return command.options.find((option) => option.flags === flags)
}

function flagsOf(command: Command): string[] {
  const options = command.createHelp().visibleOptions(command)
  return options.flatMap(({ short, long }) => [short, long].filter((flag) => typeof flag === 'string'))
}

/** "a, b or c". */
function joinWords(words: readonly string[], conjunction: 'and' | 'or'): string {
  const last = words.at(-1) ?? ''
  return words.length > 1 ? `${words.slice(0, -1).join(', ')} ${conjunction} ${last}` : last
}

function quotedWords(message: string): string[] {
  return [...message.matchAll(/'([^']*)'/g)].map(([, text = '']) => text)
}

/** The text in quotation marks, up to the last one, because it may contain some itself. A suggestion may follow. */
function quotedText(message: string): string {
  return /'(.*)'/s.exec(message)?.[1] ?? ''
}
