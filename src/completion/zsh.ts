import type { CommandWords, OptionWords, ProgramWords, Values } from './words.js'

/** A script for zsh, to be sourced, or saved as `_reportlint` in a folder of `fpath`. */
export function zshScript({ name, options, commands }: ProgramWords): string {
  const list = commands.map((command) => `    ${quoted(`${command.name}:${command.about}`)}`)
  return `#compdef ${name}
_${name}() {
  local state line
  local -a commands
  commands=(
${list.join('\n')}
  )
  _arguments -C ${options.map(optionSpec).join(' ')} '1: :->command' '*:: :->rest'
  case $state in
    command) _describe -t commands command commands ;;
    rest)
      case $words[1] in
${commands.map(commandArm).join('\n')}
      esac
      ;;
  esac
}
if [[ $funcstack[1] == _${name} ]]; then _${name} "$@"; else compdef _${name} ${name}; fi
`
}

function commandArm({ name, options, argument }: CommandWords): string {
  const specs = [...options.map(optionSpec), ...(argument ? [quoted(`*: :${action(argument)}`)] : [])]
  return `        ${name})\n          _arguments ${specs.join(' \\\n            ')} ;;`
}

/** `--rule[check these rules only]:*-*: :(typo …)`: values up to the next option. */
function optionSpec({ flags, about, takes, isVariadic }: OptionWords): string {
  const value = takes ? `:${isVariadic ? '*-*:' : ''} :${action(takes)}` : ''
  const description = about.replace(/[[\]:\\]/g, (mark) => `\\${mark}`)
  return flags.map((flag) => quoted(`${flag}[${description}]${value}`)).join(' ')
}

function action({ words, paths }: Values): string {
  const files = paths === 'folders' ? '_files -/' : '_files'
  // Not a blank, which would be a message: with a message, zsh would not offer options as well.
  if (words.length === 0) return paths ? files : '()'
  return paths ? `{compadd ${words.join(' ')}; ${files}}` : `(${words.join(' ')})`
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`
}
