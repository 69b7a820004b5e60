import { cellsOf, hanging, wrapped } from '../reporters/terminal-width.js'

/** A command line, and what it does unless that is obvious. */
export type Example = readonly [call: string, meaning?: string]

/** The text after a command's options in its help. */
export interface HelpEnd {
  /** An addition to the heading of the examples. */
  readonly where?: string
  readonly examples: readonly Example[]
  /** Paragraphs. */
  readonly notes?: readonly string[]
}

/** The spaces before a call, and between the call and its meaning. */
const INDENT = 2
const GAP = 3

/**
 * The end of a help text.
 * @param width of a line in cells; only a call that is too long by itself exceeds it
 */
export function helpEnd({ where, examples, notes = [] }: HelpEnd, width: number): string {
  const column = columnOf(examples, width)
  const list = examples.map((example) => exampleLines(example, column, width))
  const heading = where === undefined ? 'Examples:' : `Examples, ${where}:`
  return ['', heading, ...list, ...notes.flatMap((note) => ['', ...wrapped(note, width, 0)])].join('\n')
}

/**
 * The column where the meanings begin: after as many of the calls as possible, so that the longest meaning still fits beside them.
 */
function columnOf(examples: readonly Example[], width: number): number {
  const longest = Math.max(...examples.map(([, meaning = '']) => cellsOf(meaning)))
  const ends = examples.map(([call]) => INDENT + cellsOf(call) + GAP).filter((end) => end + longest <= width)
  return Math.max(2 * INDENT, ...ends)
}

function exampleLines([call, meaning]: Example, column: number, width: number): string {
  const line = ' '.repeat(INDENT) + call
  if (meaning === undefined) return line
  const text = hanging(wrapped(meaning, width, column), column)
  return cellsOf(line) + GAP <= column ? line.padEnd(column) + text : `${line}\n${' '.repeat(column)}${text}`
}
