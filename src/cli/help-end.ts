import { cellsOf, hanging, wrapped } from '../reporters/terminal-width.js'

/** A command line, and what it does where that is worth a word. */
export type Example = readonly [call: string, meaning?: string]

/** What stands below a command's options in its help. */
export interface HelpEnd {
  /** What the heading of the examples says more. */
  readonly where?: string
  readonly examples: readonly Example[]
  /** Paragraphs. */
  readonly notes?: readonly string[]
}

/** Blanks before a call, and between it and what it does. */
const INDENT = 2
const GAP = 3

/**
 * The end of a help text.
 * @param width how many cells a line has; only a call that is longer than that goes beyond it
 */
export function helpEnd({ where, examples, notes = [] }: HelpEnd, width: number): string {
  const column = columnOf(examples, width)
  const list = examples.map((example) => exampleLines(example, column, width))
  const heading = where === undefined ? 'Examples:' : `Examples, ${where}:`
  return ['', heading, ...list, ...notes.flatMap((note) => ['', ...wrapped(note, width, 0)])].join('\n')
}

/** Where what the calls do is said: behind as many of them as there is room for beside the longest of that. */
function columnOf(examples: readonly Example[], width: number): number {
  const longest = Math.max(...examples.map(([, meaning = '']) => cellsOf(meaning)))
  const ends = examples.map(([call]) => INDENT + cellsOf(call) + GAP).filter((end) => end + longest <= width)
  return Math.max(2 * INDENT, ...ends)
}

function exampleLines([call, meaning]: Example, column: number, width: number): string {
  const line = ' '.repeat(INDENT) + call
  if (meaning === undefined) return line
  const said = hanging(wrapped(meaning, width, column), column)
  return cellsOf(line) + GAP <= column ? line.padEnd(column) + said : `${line}\n${' '.repeat(column)}${said}`
}
