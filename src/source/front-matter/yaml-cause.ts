import { indexLines, type Lines } from '../../text/lines.js'
import { type Range, trimmed } from '../../text/range.js'
import type { FrontMatterCause } from './content.js'

/** An error of the `yaml` package; positions are offsets into its text. */
interface YamlError {
  readonly code: string
  readonly message: string
  readonly pos: readonly [number, number]
}

const TOO_DEEP = 'it is nested too deeply, expected plain “key: value” lines.'
const ENTRY = /^([ \t]*)([^\s:#][^:]{0,100}):[ \t]+(\S.*)$/

/**
 * The likely cause of an error. The parser's own messages are about its states. People make few kinds of mistakes (quotation marks,
 * colons, tabs, indentation); the line where the parser stopped, or an unclosed quotation mark, shows which one it is.
 */
export function yamlCause(error: YamlError, yaml: string): FrontMatterCause {
  const lines = indexLines(yaml)
  const offset = Math.min(error.pos[0], yaml.trimEnd().length)
  const number = lines.place(offset).line
  const range = lines.range(number)
  const line = yaml.slice(...range)
  const whole = trimmed(range, yaml)

  if (error.code === 'TAB_AS_INDENT')
    return { message: 'a tab cannot indent here, use spaces.', range: [offset, offset + 1] }
  if (error.code === 'DUPLICATE_KEY') return { message: 'this key appears twice: keep one.', range: keyAt(whole, yaml) }
  if (error.message.includes('call stack')) return { message: TOO_DEEP, range: whole }
  if (error.code === 'MULTIPLE_DOCS')
    return { message: 'it ends early, at a line of “...”: remove that line.', range: whole }

  const unbalanced = unbalancedValue(yaml, lines, number)
  if (unbalanced) return { message: 'the quotation marks around this value do not match.', range: unbalanced }

  const [, , , value] = ENTRY.exec(line) ?? []
  if (value !== undefined) {
    const at: Range = [whole[1] - value.trimEnd().length, whole[1]]
    const [first = ''] = value
    if (/^[[{*&@`%!|>]/.test(first))
      return { message: `a value that starts with “${first}” needs quotation marks around it.`, range: at }
    if (/:(?:\s|$)/.test(value))
      return { message: 'a value with a colon in it needs quotation marks around it.', range: at }
  } else if (!/^[ \t]*(?:#|-[ \t]|[^\s:][^:]*:[ \t]*$)/.test(line))
    return { message: 'this line is not “key: value”: is the colon missing, or the space after it?', range: whole }

  const odd = oddIndentation(yaml, lines, number)
  if (odd) return { message: 'this line is indented differently from its neighbours.', range: odd }
  return { message: `${error.message.split('\n')[0]?.replace(/[.:]$/, '')}.`, range: whole }
}

/** The cause where YAML gives up by throwing: aliases (`*name`) that lead nowhere or everywhere, and depth. */
export function thrownCause(error: unknown, yaml: string): FrontMatterCause {
  const message = error instanceof Error ? error.message : String(error)
  const whole: Range = [0, yaml.trimEnd().length]
  if (message.includes('call stack')) return { message: TOO_DEEP, range: whole }
  const at = yaml.search(/(?<=:[ \t]{1,80})\*/)
  if (message.startsWith('Unresolved alias') && at >= 0)
    return yamlCause({ code: 'BAD_ALIAS', message, pos: [at, at + 1] }, yaml)
  return { message: 'its aliases (`*name`) expand to more than front matter can hold.', range: whole }
}

/** The first value up to a line whose opening quotation mark is not closed at its end. */
function unbalancedValue(yaml: string, lines: Lines, last: number): Range | null {
  for (let number = 1; number <= last; number++) {
    const range = trimmed(lines.range(number), yaml)
    const [, , , value = ''] = ENTRY.exec(yaml.slice(...range)) ?? []
    const isWhole = /^"(?:[^"\\]|\\.)*"(?:\s+#.*)?$|^'(?:[^']|'')*'(?:\s+#.*)?$/.test(value)
    if (/^["']/.test(value) && !isWhole) return [range[1] - value.length, range[1]]
  }
  return null
}

/** Of a line and the one after it, the first that is indented in another way than the line before it. */
function oddIndentation(yaml: string, lines: Lines, number: number): Range | null {
  const indent = (at: number): number => /^[ \t]*/.exec(yaml.slice(...lines.range(at)))?.[0].length ?? 0
  for (const at of [number, number + 1]) {
    const isLine = at > 1 && at <= lines.count && yaml.slice(...lines.range(at)).trim() !== ''
    if (isLine && indent(at) !== indent(at - 1)) return trimmed(lines.range(at), yaml)
  }
  return null
}

function keyAt(line: Range, yaml: string): Range {
  const key = /^[^:]*/.exec(yaml.slice(...line))?.[0].trimEnd() ?? ''
  return [line[0], line[0] + key.length]
}
