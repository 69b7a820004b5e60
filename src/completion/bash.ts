import type { CommandWords, OptionWords, ProgramWords, Values } from './words.js'

/** A script for bash 4 and newer. Files are left to bash itself, which knows how to write their names. */
export function bashScript({ name, options, commands }: ProgramWords): string {
  const firstWords = [...commands.map((command) => command.name), ...flagsOf(options)]
  return `# Completion of ${name} for bash.
_${name}() {
  local current=\${COMP_WORDS[COMP_CWORD]} command= option= values=0 word words= paths=
  [[ $current == = ]] && current=
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case $word in
      =) ;;
      -*) option=$word values=0 ;;
      *) if [[ -z $command ]]; then command=$word option=; else values=$((values + 1)); fi ;;
    esac
  done
  # An option counts while it waits for a value.
  case $command:$option in
    ${patterns(commands, ({ takes, isVariadic }) => takes !== null && isVariadic)}) ;;
    ${patterns(commands, ({ takes, isVariadic }) => takes !== null && !isVariadic)}) ((values == 0)) || option= ;;
    *) option= ;;
  esac
  [[ $current == -* ]] && option=-
  case $command:$option in
    :*) words=${quoted(firstWords)} ;;
${commands.flatMap(commandArms).join('\n')}
  esac
  COMPREPLY=($(compgen -W "$words" -- "$current"))
  [[ -n $paths ]] || compopt +o default
}
complete -o default -F _${name} ${name}
`
}

function patterns(commands: readonly CommandWords[], isIncluded: (option: OptionWords) => boolean): string {
  const flags = commands.flatMap(({ name, options }) =>
    flagsOf(options.filter(isIncluded)).map((flag) => `${name}:${flag}`),
  )
  return flags.join('|') || 'none'
}

function commandArms({ name, options, argument }: CommandWords): string[] {
  const waiting = options.flatMap((option) =>
    option.takes ? [`    ${option.flags.map((flag) => `${name}:${flag}`).join('|')}) ${offer(option.takes)} ;;`] : [],
  )
  return [
    ...waiting,
    `    ${name}:-) words=${quoted(flagsOf(options))} ;;`,
    `    ${name}:) ${argument ? offer(argument) : ':'} ;;`,
  ]
}

function offer({ words, paths }: Values): string {
  const given = [...(words.length > 0 ? [`words=${quoted(words)}`] : []), ...(paths ? ['paths=1'] : [])]
  return given.join(' ') || ':'
}

function flagsOf(options: readonly OptionWords[]): string[] {
  return options.flatMap(({ flags }) => flags)
}

function quoted(words: readonly string[]): string {
  return `'${words.join(' ').replaceAll("'", `'\\''`)}'`
}
