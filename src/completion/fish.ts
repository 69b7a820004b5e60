import type { CommandWords, OptionWords, ProgramWords, Values } from './words.js'

/** A script for fish. */
export function fishScript({ name, options, commands }: ProgramWords): string {
  const line = (...parts: readonly string[]): string => ['complete', '-c', name, ...parts].join(' ')
  const isFirst = '-n __fish_use_subcommand'
  return [
    `# Completion of ${name} for fish.`,
    line('-f'),
    ...options.map((option) => line(isFirst, ...optionWords(option))),
    ...commands.flatMap((command) => {
      const isHere = `-n '__fish_seen_subcommand_from ${command.name}'`
      return [
        line(isFirst, `-a ${command.name}`, `-d ${quoted(command.about)}`),
        ...command.options.map((option) => line(isHere, ...optionWords(option))),
        ...command.options.flatMap((option) => furtherValues(command, option).map((words) => line(...words))),
        ...(command.argument ? offers(command.argument).map((offer) => line(isHere, offer)) : []),
      ]
    }),
    '',
  ].join('\n')
}

function optionWords({ flags, about, takes }: OptionWords): string[] {
  const names = flags.map((flag) => (flag.startsWith('--') ? `-l ${flag.slice(2)}` : `-s ${flag.slice(1)}`))
  const value = takes ? [takes.paths === 'files' ? '-r' : '-x', ...offers(takes)] : []
  return [...names, ...value, `-d ${quoted(about)}`]
}

/** For fish, an option has a single value: further values are arguments after it. */
function furtherValues({ name }: CommandWords, { flags, takes, isVariadic }: OptionWords): string[][] {
  const long = flags.find((flag) => flag.startsWith('--'))?.slice(2)
  if (!isVariadic || !takes || long === undefined) return []
  const isBehind = `-n '__fish_seen_subcommand_from ${name}; and __fish_contains_opt ${long}'`
  return offers(takes).map((offer) => [isBehind, offer])
}

function offers({ words, paths }: Values): string[] {
  return [
    ...(words.length > 0 ? [`-a ${quoted(words.join(' '))}`] : []),
    ...(paths === 'files' ? ['-F'] : []),
    ...(paths === 'folders' ? ["-a '(__fish_complete_directories)'"] : []),
  ]
}

function quoted(text: string): string {
  return `'${text.replace(/[\\']/g, (mark) => `\\${mark}`)}'`
}
